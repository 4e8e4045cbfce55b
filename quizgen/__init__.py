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

from typing import TYPE_CHECKING, Any

from quizgen.model.version import __version__

if TYPE_CHECKING:
    from quizgen.commands.build.build import build
    from quizgen.commands.check import check
    from quizgen.commands.load import load

__all__ = ["__version__", "build", "check", "load"]


def __getattr__(name: str) -> Any:
    """Import `load`, `check` and `build` when first used: their libraries are slow to start."""
    if name == "build":
        from quizgen.commands.build.build import build

        return build
    if name == "check":
        from quizgen.commands.check import check

        return check
    if name == "load":
        from quizgen.commands.load import load

        return load
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
