"""Paired measurements of quizgen against what it is built on. See README.md."""
