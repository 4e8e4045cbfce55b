"""Typefaces: those that quizgen brings along, those of the machine, and what each can show."""
