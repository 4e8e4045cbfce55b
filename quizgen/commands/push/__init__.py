"""``quizgen push``: hand a package to a running Anki through AnkiConnect."""
