"""Regular expressions that are compiled when they are first used.

To compile one takes 0.2 ms (measured with Python 3.11). A check of a bank imports the modules of
two hundred, and needs half of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import compile as pattern
else:

    def pattern(expression, flags=0):
        """Return `expression` as `re.compile` does; a mistake in it shows where it is first used.

        The functions of `re` take no such pattern, only its own methods.
        """
        return Pattern(expression, flags)


_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class Pattern:
    """A regular expression that turns into a compiled one with its first use."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the expression, and take its methods over: the next call finds them at once."""
        if name.startswith("__"):  # such as what copy and pickle look for
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)

    def __repr__(self) -> str:
        """Show the expression."""
        return f"pattern({self.pattern!r}, {self._flags})"


__all__ = ["Pattern", "pattern"]
