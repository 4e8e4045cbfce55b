"""Records in the project's cache folder: bytes by name, signed with the key of a user's account.

The folder may be deleted at any time. It belongs to one user on one machine: what another wrote
there is not believed, whether they shared the project or prepared its cache to harm.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from quizgen.commands.cache.user_key import user_key
from quizgen.project.layout import Project
from quizgen.project.links_out import refuse_links_out
from quizgen.project.regular_files import read_in_two

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL: 2 ms
except ImportError:
    from hashlib import blake2b

FOLDER = ".quizgen/cache"
"""Below the project's folder."""

MAX_RECORD_SIZE = 256 * 1024 * 1024
"""Bytes of a record. The notes of 10,000 questions in one file come to 14 MB (measured)."""

SIGNATURE_SIZE = 64
"""Characters of a signature: the digits of 32 bytes."""

MIN_AGE_TO_MARK = 24 * 3600
"""Seconds after which reading a record marks it as used: once a day."""


class Records:
    """The records that `tool` wrote into the cache folder of `project` for this user.

    `tool` stands for quizgen and the libraries it runs with: what another one did is not read,
    since it may have done otherwise. Given as a function, it is called when it is first needed.
    Where no key can be kept there are no records.
    """

    def __init__(self, project: Project, tool: str | Callable[[], str]) -> None:
        self._project = project
        self._given_tool = tool

    @property
    def owner(self) -> str:
        """The folder of the project."""
        return str(self._project.root)

    @cached_property
    def _key(self) -> bytes | None:
        return user_key(self._project.root)

    @cached_property
    def _tool(self) -> bytes:
        tool = self._given_tool
        return (tool if isinstance(tool, str) else tool()).encode()

    def read(self, name: str) -> bytes | None:
        """Return what was written under `name`; None where it is gone, damaged or another's."""
        if self._key is None:
            return None
        try:
            path, root = self._path(name), self._project.root
            line, content = read_in_two(path, SIGNATURE_SIZE + 1, MAX_RECORD_SIZE, root)
        except OSError:
            return None
        if line != self._signature(name, content) + b"\n":
            return None
        self._mark_used(name)
        return content

    def write(self, name: str, content: bytes) -> None:
        """Keep `content` under `name`.

        Where the file cannot be written, that is no failure: the next command then does its work.
        """
        if self._key is not None and len(content) < MAX_RECORD_SIZE - 1000:
            with contextlib.suppress(OSError):
                self._replace(self._path(name), self._signature(name, content), content)

    def _mark_used(self, name: str) -> None:
        """Note that the record `name` was read just now: unused ones go after a while."""
        path = self._path(name)
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < time.time() - MIN_AGE_TO_MARK:
                os.utime(path)

    def _path(self, name: str) -> Path:
        return self._project.root / FOLDER / name

    def _signature(self, name: str, content: bytes) -> bytes:
        """Return a line that only who knows the key can write for `content` under `name`."""
        assert self._key is not None
        label = b"%d %b %b" % (len(self._tool), self._tool, name.encode())
        state = blake2b(b"%d %b" % (len(label), label), key=self._key, digest_size=32)
        state.update(content)
        signature: str = state.hexdigest()
        return signature.encode()

    def _replace(self, path: Path, signature: bytes, content: bytes) -> None:
        """Replace the file in one step, so that no other process reads a part of it."""
        folder = path.parent
        refuse_links_out([path], self._project.journal)
        if not folder.exists():
            folder.mkdir(parents=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        copy = folder / f"{path.name}.{os.getpid()}"
        copy.unlink(missing_ok=True)  # a link with this name could lead anywhere
        is_new = not path.exists()
        with copy.open("xb") as file:
            file.write(signature + b"\n")
            file.write(content)
        os.replace(copy, path)
        if is_new:
            from quizgen.commands.cache.pruning import (
                prune,  # a build with nothing to do needs none
            )

            prune(folder)
