"""``quizgen build``: plan what to make, render what has changed, and put it into ``dist/``."""
