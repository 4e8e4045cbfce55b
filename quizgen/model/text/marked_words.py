"""Words that are marked as other programs mark gaps, ``{{word}}`` or ``[[word]]``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quizgen.model.pattern import pattern

_MARKED = pattern(
    r"\{\{(?P<braces>[^{}\n]{1,200})\}\}"
    r"|｛｛(?P<wide>[^｛｝\n]{1,200})｝｝"
    r"|\[\[(?P<brackets>[^\[\]\n]{1,200})\]\]"
)


class MarkedWords(NamedTuple):
    """Words that are marked as other programs mark gaps; `typed` is with the signs."""

    typed: str
    words: str


def marked_words(text: str) -> Iterator[MarkedWords]:
    """Yield the words in `text`, the text outside of gaps, between two braces or brackets."""
    for match in _MARKED.finditer(text):
        if words := (match["braces"] or match["wide"] or match["brackets"]).strip():
            yield MarkedWords(match[0], words)
