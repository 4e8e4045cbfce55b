"""Regular expressions that are compiled when they are first used.

To compile one takes 0.2 ms (measured with Python 3.11). A check of a bank imports the modules of
two hundred, and needs half of them.
"""

from __future__ import annotations

import contextlib
import re
from _thread import allocate_lock, get_ident
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

    def __reduce__(self) -> tuple[Any, ...]:
        """Be copied and pickled as a compiled pattern is."""
        return _compile, (self.pattern, self._flags)

    def __repr__(self) -> str:
        """Show the expression."""
        return f"pattern({self.pattern!r}, {self._flags})"


_compile = re.compile


_lock = allocate_lock()
_inside: list[int] = []
"""The threads inside of a block of `compiled_when_used`, once for each block."""


@contextlib.contextmanager
def compiled_when_used() -> Iterator[None]:
    """Inside the block, `re.compile` returns patterns that are compiled when they are first used.

    Import a library there: of those that it compiles to have them ready, most commands use few. In
    other threads, `re.compile` does what it always does.
    """
    with _lock:
        _inside.append(get_ident())
        re.compile = _compile_later  # type: ignore[assignment]
    try:
        yield
    finally:
        with _lock:
            _inside.remove(get_ident())
            if not _inside:
                re.compile = _compile


def _compile_later(expression: Any, flags: int = 0) -> Any:
    is_late = isinstance(expression, str | bytes) and get_ident() in _inside
    return Pattern(expression, int(flags)) if is_late else _compile(expression, flags)


__all__ = ["Pattern", "compiled_when_used", "pattern"]
