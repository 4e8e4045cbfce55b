"""One quizgen at a time in a folder: what it has read there stays as it is until it has written."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from pathlib import Path

_folders: ContextVar[frozenset[str]] = ContextVar("_folders", default=frozenset())
"""The folders that this thread has to itself."""

_used: set[str] = set()
"""The folders that this process has saved in: they stay, also where they are empty."""


@contextlib.contextmanager
def alone_in(folder: Path, waits: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Keep any other quizgen from saving below `folder` until the block ends.

    Calls `waits`, and waits, where another is at work there. A folder that is not there is made,
    and removed again where nothing was saved. Blocks may stand in each other. On systems without
    flock, and in file systems without locks, nobody is kept from anything.
    """
    name = os.path.realpath(folder)
    if name in _folders.get():
        yield
        return
    with _there(folder), _locked(folder, waits):
        token = _folders.set(_folders.get() | {name})
        try:
            yield
        finally:
            _folders.reset(token)


def keep(folder: Path) -> None:
    """Leave `folder` in place after a block that made it, though nothing may be in it."""
    _used.add(os.path.realpath(folder))


@contextlib.contextmanager
def _there(folder: Path) -> Iterator[None]:
    """Make `folder` for a block; remove what was made for nothing."""
    missing: list[Path] = []
    if not folder.is_dir():
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        if os.path.realpath(folder) not in _used:
            with contextlib.suppress(OSError):  # it is in use now, or somebody removed it
                for path in missing:
                    path.rmdir()


@contextlib.contextmanager
def _locked(folder: Path, waits: Callable[[], None]) -> Iterator[None]:
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waits()
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:  # no locks in this file system
            pass
        yield
    finally:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)  # copies of this process have it open, too
        os.close(handle)
