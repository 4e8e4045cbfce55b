"""The blanks that authors type where words are left out: …, ____, a single underscore, [ ]."""

from __future__ import annotations

from quizgen.model.pattern import pattern

BLANK = pattern(
    r"…|\.{3,}|(?:\. ){2,}\.|(?<![^\W_])_+(?![^\W_])|[(\[][ \xa0_]*[)\]]"
    r"|(?<![-–—])(?:-{3,}|[–—]{2,})"
)
"""A blank. An underscore inside a word, as in ``file_name``, is none."""


def has_blank(text: str) -> bool:
    """Return whether words are left out somewhere in `text`."""
    return BLANK.search(text) is not None
