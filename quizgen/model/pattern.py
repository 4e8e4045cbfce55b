"""Regular expressions that are compiled when they are first used.

To compile one takes 0.2 ms (measured with Python 3.11). A check of a bank imports the modules of
two hundred, and needs half of them.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import compile as pattern
else:

    def pattern(expression, flags=0):
        """Return `expression` compiled; a mistake in it shows where it is first used."""
        return Pattern(expression, flags)


_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class Pattern:
    """A regular expression that turns into a compiled one with its first use."""

    def __init__(self, expression: str | bytes, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the expression, and take its methods over: the next call finds them at once."""
        if name.startswith("__"):  # such as what copy and pickle look for
            raise AttributeError(name)
        compiled = _compile(self.pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        """Be a compiled pattern to the functions of `re`, which then call a method of this."""
        return re.Pattern

    def __repr__(self) -> str:
        """Show the expression."""
        return f"pattern({self.pattern!r}, {self._flags})"


_compile = re.compile


@contextlib.contextmanager
def compiled_when_used() -> Iterator[None]:
    """Inside the block, `re.compile` returns patterns that are compiled when they are first used.

    Import a library there: of those that it compiles to have them ready, most commands use few.
    """
    before = re.compile
    re.compile = _compile_later  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = before


def _compile_later(expression: Any, flags: int = 0) -> Any:
    is_text = isinstance(expression, str | bytes)
    return Pattern(expression, int(flags)) if is_text else _compile(expression, flags)


__all__ = ["Pattern", "compiled_when_used", "pattern"]
