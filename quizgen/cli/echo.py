"""Printing. All output of commands goes through here, so that no text controls a terminal."""

from __future__ import annotations

import sys

import click

from quizgen.model.inert_text import inert, inert_line, without_commands


def echo(line: str, *, err: bool = False) -> None:
    """Print `line` and a newline; line feeds inside become codes."""
    click.echo(inert_line(line), err=err)


def echo_text(text: str, *, err: bool = False) -> None:
    """Print `text`, with codes for characters that control a terminal."""
    click.echo(inert(text), nl=False, err=err)


def echo_made(text: str, *, err: bool = False, coloured: bool = False) -> None:
    """Print `text` as it is: from quizgen, or a renderer that has made it harmless."""
    click.echo(text, nl=False, err=err, color=coloured)


def echo_patch(patch: str) -> None:
    """Print `patch`: into a pipe or a file as it is, on a terminal as `echo_text` does."""
    click.echo(inert(patch) if sys.stdout.isatty() else without_commands(patch), nl=False)


def say(message: str) -> None:
    """Print `message` if standard output is a terminal, and not into a pipe or a file."""
    if sys.stdout.isatty():
        echo(message)
