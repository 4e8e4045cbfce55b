"""Importing a library without those of its own imports that quizgen has no use for.

What stands aside does so for the whole process. So it is only done in a process of one thread:
where there are others, which may import the same just then, the library comes with all of it.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import threading
from collections.abc import Iterator
from types import ModuleType
from typing import Any, cast


@contextlib.contextmanager
def without(name: str) -> Iterator[None]:
    """Inside the block, importing the module `name` fails as if it were not installed.

    Use it where a library only tries to import it. A module that is there already stays, and
    nothing is missing while other threads run.
    """
    with _put(name, None):
        yield


@contextlib.contextmanager
def standing_in(name: str, **members: object) -> Iterator[None]:
    """Inside the block, the module `name` is one with these `members`.

    Use it where a library needs nothing else of it. A module that is there already stays, and
    nothing has a stand-in while other threads run.
    """
    module = ModuleType(name)
    vars(module).update(members)
    with _put(name, module):
        yield


class _Later(ModuleType):
    """A module that is imported when something of it is first used."""

    def __getattr__(self, member: str) -> Any:
        """Return `member` of the module."""
        return getattr(importlib.import_module(self.__name__), member)


def imported_when_used(name: str) -> ModuleType:
    """Return what stands for the module `name`, and imports it when something of it is used."""
    return _Later(name)


@contextlib.contextmanager
def _put(name: str, module: ModuleType | None) -> Iterator[None]:
    modules = cast("dict[str, Any]", sys.modules)
    if name in modules or threading.active_count() > 1:
        yield
        return
    modules[name] = module
    try:
        yield
    finally:
        del modules[name]
