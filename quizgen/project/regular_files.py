"""Reading files of a project that may be a stranger's: regular ones, and inside of it.

A named pipe as ``passage.md`` would be waited for without an end, and a link to a device or to
the environment of a process would put on a worksheet what is none of its business.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from quizgen.project.layout import find_project

MAX_OUTPUT_SIZE = 2 * 1024**3
"""Bytes of a file that quizgen wrote; a package is never larger (``readers/apkg``)."""

MAX_HANDED_OUT_SIZE = 500_000_000
"""Bytes of a record of what was handed out, read or decided: a scanned page takes some 4 KB."""

_KINDS = (
    (stat.S_ISDIR, "a folder, not a file"),
    (stat.S_ISFIFO, "a named pipe, not a regular file"),
    (stat.S_ISSOCK, "a socket, not a regular file"),
    (stat.S_ISCHR, "a device, not a regular file"),
    (stat.S_ISBLK, "a device, not a regular file"),
)


class NotReadableError(OSError):
    """A file that is not opened. The message says why, and begins with "is"."""


class TooLargeError(OSError):
    """A file that has more bytes than the caller takes."""


def refusal(path: Path, root: Path | None = None, *, anywhere: bool = False) -> str | None:
    """Return why the file at `path` is not read, beginning with "is"; None if it may be.

    It has to be a regular file. Unless `anywhere`, it must also lie in the folder `root`,
    wherever links lead: if not given, the project that its path is in, or, where that is no
    project, the folder that its path is in. A file that is not there is not refused.
    """
    try:
        if not (anywhere or _is_inside(path, root)):
            return _outside(path)
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return None
    return next((f"is {kind}" for test, kind in _KINDS if test(mode)), None)


def read_regular(
    path: Path, max_bytes: int, root: Path | None = None, *, anywhere: bool = False
) -> bytes:
    """Return the content of the file at `path`, which `refusal` does not refuse.

    Never waits for a writer. Raises NotReadableError, TooLargeError where there are more than
    `max_bytes`, and other OSErrors as `open` does.
    """
    with _opened(path, max_bytes, root, anywhere=anywhere) as (file, size):
        return file.read(size)


def read_in_two(path: Path, first: int, max_bytes: int, root: Path | None) -> tuple[bytes, bytes]:
    """Return the `first` bytes of the file at `path`, and the others; see `read_regular`.

    To part them afterwards would copy all, which takes as long as to read them.
    """
    with _opened(path, max_bytes, root, anywhere=False) as (file, size):
        return file.read(first), file.read(max(size - first, 0))


@contextlib.contextmanager
def _opened(
    path: Path, max_bytes: int, root: Path | None, *, anywhere: bool
) -> Iterator[tuple[BinaryIO, int]]:
    """Open the file at `path`, with its size, as `read_regular` says."""
    why = refusal(path, root, anywhere=anywhere)
    if why is not None:
        raise NotReadableError(why)
    # The file may have been replaced meanwhile: what was opened is looked at again.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(os.path.realpath(path), flags | getattr(os, "O_NOFOLLOW", 0))
    with open(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NotReadableError("is not a regular file")
        if status.st_size > max_bytes:
            raise TooLargeError(f"is larger than {max_bytes} bytes")
        yield file, status.st_size


def _is_inside(path: Path, root: Path | None) -> bool:
    if root is None:
        project = find_project(path.parent)
        root = project.root if project else path.parent
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _outside(path: Path) -> str:
    return (
        "is a link to outside of the project" if path.is_symlink() else "is outside of the project"
    )
