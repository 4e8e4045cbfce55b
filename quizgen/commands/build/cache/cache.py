"""The folder of what is only remembered: it may be deleted at any time.

It belongs to one machine: times of files mean nothing on another.
"""

from __future__ import annotations

import contextlib
import json
import os

from quizgen.project.layout import Project

FOLDER = ".quizgen/cache"
"""Below the project's folder."""


def read_cache(project: Project, file: str) -> object:
    """What was written to `file`. Raises OSError or ValueError where it is gone or damaged."""
    return json.loads((project.root / FOLDER / file).read_bytes())


def write_cache(project: Project, file: str, value: object) -> None:
    """Keep `value`, if that can be done.

    If not, that is no fault of the build: the next one then does its work.
    """
    with contextlib.suppress(OSError):
        _write(project, file, json.dumps(value))


def _write(project: Project, file: str, text: str) -> None:
    folder = project.root / FOLDER
    if not folder.exists():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    copy = folder / f"{file}.{os.getpid()}"
    copy.write_text(text, encoding="utf-8")
    os.replace(copy, folder / file)
