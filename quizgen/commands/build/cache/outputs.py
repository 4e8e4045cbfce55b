"""What each output was rendered from, as far as this machine rendered it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.commands.build.cache.cache import read_cache, write_cache
from quizgen.commands.build.cache.file_stamps import Stamp, digest_of, may_differ, stamp_of
from quizgen.project.layout import Project

FILE = "outputs.json"


class Row(NamedTuple):
    """The file had this `stamp` when it was `seen` (ns since 1970).

    `content` is the digest of its bytes, and `made_of` of what these were rendered from.
    `fonts` stands for the machine's fonts where one may have been needed, else it is empty.
    """

    stamp: Stamp
    seen: int
    content: str
    made_of: str
    fonts: str


class Outputs:
    """The outputs of earlier builds of `project`, whatever was asked of these.

    Another `tool` may render other bytes, so only what the same one rendered is known.
    `fonts` gives a digest of the machine's fonts, and is called only where one was needed.
    """

    def __init__(self, project: Project, tool: str, fonts: Callable[[], str]) -> None:
        self._project = project
        self._tool = tool
        self._fonts = fonts
        self._rows = _read(project, tool)

    def find(self, path: Path, made_of: str) -> str | None:
        """The digest of the file at `path`, if it is what was rendered from `made_of`."""
        name = self._name(path)
        row = self._rows.get(name)
        if row is None or row.made_of != made_of or (row.fonts and row.fonts != self._fonts()):
            return None
        now, stamp = time.time_ns(), stamp_of(path)
        if stamp is None:
            return None
        if may_differ(stamp, row.stamp, row.seen):
            if digest_of(path) != row.content:
                return None
            self._rows[name] = row._replace(stamp=stamp, seen=now)
        return row.content

    def note(self, path: Path, content: str, made_of: str, *, with_fonts: bool) -> None:
        """Remember that the file at `path` was written with what `made_of` was rendered to.

        `with_fonts`: a font of the machine may have been needed.
        """
        now, stamp = time.time_ns(), stamp_of(path)
        if stamp is not None:
            fonts = self._fonts() if with_fonts else ""
            self._rows[self._name(path)] = Row(stamp, now, content, made_of, fonts)

    def keep(self) -> None:
        """Write down what is known of the files that are still there."""
        root = self._project.root
        rows = {name: row for name, row in self._rows.items() if (root / name).exists()}
        write_cache(self._project, FILE, {"tool": self._tool, "outputs": rows})

    def _name(self, path: Path) -> str:
        return os.path.relpath(path, self._project.root)


def _read(project: Project, tool: str) -> dict[str, Row]:
    """The rows of the same `tool`; none where the file is gone or damaged."""
    try:
        stored: Any = read_cache(project, FILE)
        if stored["tool"] != tool:
            return {}
        return {name: _row(*fields) for name, fields in stored["outputs"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _row(stamp: list[int], seen: int, content: str, made_of: str, fonts: str) -> Row:
    return Row(Stamp(*map(int, stamp)), int(seen), str(content), str(made_of), str(fonts))
