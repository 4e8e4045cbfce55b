"""Print texts so that nothing in them controls the terminal; every command prints here."""

from __future__ import annotations

import sys

import click

from quizgen.model.inert_text import inert, inert_line, without_commands


def echo(line: str, *, err: bool = False) -> None:
    """Print `line` as one line, whatever characters it holds."""
    click.echo(inert_line(line), err=err)


def echo_text(text: str, *, err: bool = False) -> None:
    """Print the lines of `text`, with escapes for what a terminal would act on."""
    click.echo(inert(text), nl=False, err=err)


def echo_rendered(text: str, *, err: bool = False, coloured: bool = False) -> None:
    """Print `text` unchanged: from quizgen itself or from a renderer that escapes texts."""
    click.echo(text, nl=False, err=err, color=coloured)


def echo_patch(patch: str) -> None:
    """Print `patch` exactly into a pipe or a file, and with escapes on a terminal."""
    click.echo(inert(patch) if sys.stdout.isatty() else without_commands(patch), nl=False)


def print_info(message: str) -> None:
    """Print `message` on a terminal; print nothing into a pipe or a file."""
    if sys.stdout.isatty():
        echo(message)
