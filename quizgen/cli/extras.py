"""Packages that not everyone installs."""

from __future__ import annotations

import contextlib
import importlib.util
import sys
from collections.abc import Iterator

import click

EXTRAS = {
    "grade": {"cv2", "numpy", "openpyxl", "pypdfium2", "zxingcpp"},
    "preview": {"anyio", "pypdfium2", "starlette", "uvicorn", "watchfiles"},
    "tables": {"openpyxl"},
}
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
            f"{install_command(extra)}"
        ) from error


def install_command(extra: str) -> str:
    """Return the line that installs `extra` beside the quizgen that runs.

    pip takes the quizgen that is there, wherever it came from, and adds what `extra` needs.
    Environments that uv makes have no pip.
    """
    import shlex

    python, requirement = shlex.quote(sys.executable), f'"quizgen[{extra}]"'
    if importlib.util.find_spec("pip"):
        return f"{python} -m pip install {requirement}"
    return f"uv pip install --python {python} {requirement}"
