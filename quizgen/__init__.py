"""quizgen compiles one YAML question bank into Anki decks and printable worksheets.

The library behind the commands::

    import quizgen

    loaded = quizgen.load("question_bank/seoul-talks")
    for diagnostic in quizgen.check("."):
        ...
    result = quizgen.build(".", built=1_700_000_000)

Each returns values; nothing here prints, and only `build` writes files.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from quizgen.version import __version__

if TYPE_CHECKING:
    from quizgen.building import build
    from quizgen.checking import check
    from quizgen.loading import load

__all__ = ["__version__", "build", "check", "load"]


def __getattr__(name: str) -> Any:
    """Import `load`, `check` and `build` when first used: their libraries are slow to start."""
    if name in {"build", "check", "load"}:
        return getattr(importlib.import_module(f"quizgen.{name}ing"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
