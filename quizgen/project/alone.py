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

_handles: set[int] = set()
"""The open folders by which this process keeps others waiting."""


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
    added, handle = _lock(folder, waits)
    token = _folders.set(_folders.get() | {name})
    try:
        yield
    finally:
        _folders.reset(token)
        if name not in _used:
            with contextlib.suppress(OSError):  # it is in use now, or somebody removed it
                for path in added:
                    path.rmdir()
        if handle is not None:
            _handles.discard(handle)
            os.close(handle)


def keep(folder: Path) -> None:
    """Leave `folder` in place after a block that made it, though nothing may be in it."""
    _used.add(os.path.realpath(folder))


def _lock(folder: Path, waits: Callable[[], None]) -> tuple[list[Path], int | None]:
    """Lock `folder`. Return the folders that were made for it, and what to close at the end."""
    try:
        import fcntl
    except ImportError:
        return _make(folder), None
    while True:
        added = _make(folder)
        try:
            handle = os.open(folder, os.O_RDONLY)
        except FileNotFoundError:  # another one had made it, and has removed it
            continue
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waits()
                fcntl.flock(handle, fcntl.LOCK_EX)
            except OSError:  # no locks in this file system
                pass
            if _is_still(folder, handle):
                _handles.add(handle)
                return added, handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _make(folder: Path) -> list[Path]:
    """Make `folder` if it is not there, and return it and those above it that were made."""
    if folder.is_dir():
        return []
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _is_still(folder: Path, handle: int) -> bool:
    """Return whether `handle` is of what is at `folder` now, and not of what was removed there."""
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), os.stat(folder))
    return False


def _forget_handles() -> None:
    """Close what a copy of this process has inherited: killed, this one keeps nobody waiting."""
    for handle in _handles:
        with contextlib.suppress(OSError):
            os.close(handle)
    _handles.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_handles)
