"""The command line. Each command is a few lines over the library."""

from quizgen.cli.main import cli, main

__all__ = ["cli", "main"]
