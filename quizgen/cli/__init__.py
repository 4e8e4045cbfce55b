"""The command line. Each command is a few lines over the library."""

from quizgen.model.pattern import compiled_when_used

with compiled_when_used():  # click, and what it imports of Python's library
    from quizgen.cli.main import cli, main

__all__ = ["cli", "main"]
