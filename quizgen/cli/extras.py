"""Packages that not everyone installs."""

from __future__ import annotations

import contextlib
import shlex
import sys
from collections.abc import Iterator

import click

EXTRAS = {"preview": {"anyio", "pypdfium2", "starlette", "uvicorn", "watchfiles"}}
"""The optional dependencies of ``pyproject.toml``, by the names that are imported."""


@contextlib.contextmanager
def needs(extra: str) -> Iterator[None]:
    """Say how to install `extra` where an import of one of its packages fails."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in EXTRAS[extra]:
            raise
        raise click.UsageError(
            f"this needs {package}, which is not installed. Install it with: "
            f'{shlex.quote(sys.executable)} -m pip install "quizgen[{extra}]"'
        ) from error
