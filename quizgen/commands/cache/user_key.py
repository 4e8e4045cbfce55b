"""The key that records are signed with: one for a user's account, outside of every project.

A project may come from a stranger, with a cache in it. Who does not know the key can write no
record that is believed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from quizgen.project.regular_files import read_regular

KEY_SIZE = 32
"""Bytes: what BLAKE2b takes for 256 bits of security."""


def user_key(root: Path) -> bytes | None:
    """Return the key of this user's account, which the first call writes.

    Return None where it cannot be kept, or would lie in the project at `root`: that project's
    author could have brought it along.
    """
    folder = _folder()
    if folder is None or _is_inside(folder, root):
        return None
    file = folder / "key"
    try:
        key = read_regular(file, KEY_SIZE, anywhere=True)
        return key if len(key) == KEY_SIZE else _new_key(file)
    except FileNotFoundError:
        return _new_key(file)
    except OSError:
        return None


def _folder() -> Path | None:
    """Return quizgen's folder among the caches of this user; None where the user has no home.

    ``QUIZGEN_CACHE_HOME`` may name another folder for the caches, such as where the home cannot
    be written to.
    """
    caches = os.environ.get("QUIZGEN_CACHE_HOME") or _caches()
    return Path(caches, "quizgen") if os.path.isabs(caches) else None


def _caches() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    caches = os.environ.get("XDG_CACHE_HOME", "")
    # A relative path is to be ignored, says the XDG Base Directory Specification.
    return caches if os.path.isabs(caches) else os.path.expanduser("~/.cache")


def _is_inside(folder: Path, root: Path) -> bool:
    return Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root))


def _new_key(file: Path) -> bytes | None:
    """Write a new key to `file` in one step, readable by this user only."""
    key = os.urandom(KEY_SIZE)
    copy = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy.unlink(missing_ok=True)
        handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "wb") as stream:
            stream.write(key)
        os.replace(copy, file)
    except OSError:
        return None
    return key
