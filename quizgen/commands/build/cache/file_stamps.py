"""The files of a build, as they were at one moment."""

from __future__ import annotations

import functools
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quizgen.model.version import __version__
from quizgen.project.layout import CONFIGURATION, Project

COARSEST_TIME = 2_000_000_000
"""Nanoseconds between two times that every file system can tell apart (FAT: two seconds).

A file changed within one such step of being looked at may keep its time, so it is read again
(Git calls such an entry of its index "racily clean").
"""


class Stamp(NamedTuple):
    """What can be known of a file without opening it. `modified` is in ns since 1970."""

    modified: int
    size: int


def may_differ(now: Stamp, before: Stamp, seen: int) -> bool:
    """Whether a file has to be read to know that it is what it was when it was `seen`."""
    return now != before or now.modified > seen - COARSEST_TIME


class Inventory(NamedTuple):
    """The stamps of files by their paths from the project's folder, and when they were taken.

    `taken` is in ns since 1970. `tool` stands for quizgen and the libraries it runs with.
    """

    files: dict[str, Stamp]
    taken: int
    tool: str


def take_inventory(project: Project) -> Inventory:
    """Stamp everything that a build of `project` reads. Files with a leading dot are not read."""
    taken = time.time_ns()
    files = dict(_stamps(project.root, [str(project.banks), str(project.decks)]))
    for name in CONFIGURATION:
        files.update(stamps_of([project.root / name], project))
    return Inventory(files, taken, tool())


def stamps_of(paths: Iterable[Path], project: Project) -> Iterator[tuple[str, Stamp]]:
    """Path from the project's folder and stamp of each of `paths` that is there."""
    for path in paths:
        found = stamp_of(path)
        if found is not None:
            yield os.path.relpath(path, project.root), found


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of the file at `path`; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal; empty where it cannot be read."""
    import hashlib  # OpenSSL takes 2 ms to load, and most often nothing has moved

    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _stamps(root: Path, folders: list[str]) -> Iterator[tuple[str, Stamp]]:
    """The stamps of all files in `folders` and below, named from `root`.

    A link to nothing has none. One to a folder that it has been entered by is not followed:
    it would lead round and round.
    """
    skip = len(str(root)) + 1
    ahead: list[tuple[str, tuple[str, ...]]] = [(folder, ()) for folder in folders]
    while ahead:
        folder, links = ahead.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name == "__pycache__":
                    continue
                try:
                    found = None if entry.is_dir() else entry.stat()
                except OSError:
                    continue
                if found is not None:
                    yield entry.path[skip:], Stamp(found.st_mtime_ns, found.st_size)
                elif not entry.is_symlink():
                    ahead.append((entry.path, links))
                elif (target := os.path.realpath(entry.path)) not in links:
                    ahead.append((entry.path, (*links, target)))


@functools.cache
def tool() -> str:
    """Changes when quizgen, Python or any installed package does.

    Installing a package makes a folder in site-packages, which gives that folder a new time.
    While a process runs it works with what was there when it began.
    """
    package = Path(__file__).parent.parent
    stamps = [stamp for _, stamp in _stamps(package, [str(package)])]
    seen = (
        __version__,
        sys.version,
        sum(stamp.size for stamp in stamps),
        sum(stamp.modified for stamp in stamps),
        *(os.stat(path).st_mtime_ns for path in sys.path if path.endswith("-packages")),
    )
    return repr(seen)
