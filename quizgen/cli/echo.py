"""Printing. All that the commands say goes through here, so that no text steers a terminal."""

from __future__ import annotations

import sys

import click

from quizgen.model.inert_text import inert, inert_line, without_commands


def echo(line: str, *, err: bool = False) -> None:
    """Print one line; whatever else is in it."""
    click.echo(inert_line(line), err=err)


def echo_text(text: str, *, err: bool = False) -> None:
    """Print lines, as they are but for what a terminal would act on."""
    click.echo(inert(text), nl=False, err=err)


def echo_made(text: str, *, err: bool = False, coloured: bool = False) -> None:
    """Print what quizgen wrote itself, or what a renderer made, which lets nothing act."""
    click.echo(text, nl=False, err=err, color=coloured)


def echo_patch(patch: str) -> None:
    """Print a patch: exactly into a pipe or a file, for people without what acts."""
    click.echo(inert(patch) if sys.stdout.isatty() else without_commands(patch), nl=False)


def say(message: str) -> None:
    """Tell a person at a terminal; say nothing into a pipe or a file."""
    if sys.stdout.isatty():
        echo(message)
