"""Say that a command waits for another one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from quizgen.cli.echo import echo


def alone(folder: Path) -> AbstractContextManager[None]:
    """Return a block in which no other quizgen saves below `folder`; it says if it has to wait."""
    from quizgen.project.alone import alone_in

    return alone_in(folder, partial(say_waiting, folder))


def say_waiting(folder: Path) -> None:
    """Say that another quizgen is at work in `folder`."""
    from quizgen.reporting.concise import display_path

    echo(f"another quizgen is at work in {display_path(folder)}: waiting for it to end", err=True)
