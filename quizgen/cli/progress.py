"""Show the progress of a build on one line of the terminal."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from os.path import relpath

import click

from quizgen.model.inert_text import inert_line


@contextlib.contextmanager
def progress(*, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Yield a function to call with the path of each file that is rendered.

    The function prints to standard error if that is a terminal, and not if `quiet`. The line is
    erased at the end.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda name: None
        return
    clear = "\r\x1b[2K"

    def show(name: str) -> None:
        click.echo(f"{clear}rendered {inert_line(relpath(name))} …", nl=False, err=True)

    click.echo("reading …", nl=False, err=True)
    try:
        yield show
    finally:
        click.echo(clear, nl=False, err=True)
