"""Importing a library without those of its own imports that quizgen has no use for."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any, cast


@contextlib.contextmanager
def without(name: str) -> Iterator[None]:
    """Inside the block, importing the module `name` fails as if it were not installed.

    Use it where a library only tries to import it. A module that is there already stays.
    """
    with _put(name, None):
        yield


@contextlib.contextmanager
def standing_in(name: str, **members: object) -> Iterator[None]:
    """Inside the block, the module `name` is one with these `members`.

    Use it where a library needs nothing else of it. A module that is there already stays.
    """
    module = ModuleType(name)
    vars(module).update(members)
    with _put(name, module):
        yield


@contextlib.contextmanager
def _put(name: str, module: ModuleType | None) -> Iterator[None]:
    modules = cast("dict[str, Any]", sys.modules)
    if name in modules:
        yield
        return
    modules[name] = module
    try:
        yield
    finally:
        del modules[name]
