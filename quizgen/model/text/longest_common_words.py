"""The longest stretch of words that a text shares with one of many others."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import NamedTuple

_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai and Lao, Burmese, Khmer, kana and Chinese characters: no spaces part their words."""

_SIGNS = r"\s!-/:-@\[-`{-~¡-¿\u2000-\u206f\u3000-\u303f\uff00-\uff0f"
"""Blanks and punctuation. Not all that is no letter: accents and vowel signs belong to words."""

_WORD = re.compile(rf"[{_UNSPACED}]|[^{_SIGNS}{_UNSPACED}]+")


class WordSequence:
    """A text as the words in it; of scripts without spaces, as its characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found = list(_WORD.finditer(text))
        self.words = [match[0] for match in self._found]
        self.different = frozenset(self.words)

    def excerpt(self, start: int, size: int) -> str:
        """`size` words from the one at `start` on, as they stand in the text."""
        words = self._found[start : start + size]
        return self.text[words[0].start() : words[-1].end()] if words else ""


class CommonWords(NamedTuple):
    """An excerpt of one of several texts; `number` is the index of the text, from 0."""

    number: int
    excerpt: str


def longest_common_words(wanted: str, texts: Sequence[WordSequence]) -> CommonWords:
    """The longest stretch that any of `texts` has in common with `wanted`, maybe an empty one.

    Texts that share most words come first, and none is looked at that cannot have a longer one.
    """
    words = WordSequence(wanted).words
    most = [sum(word in text.different for word in words) for text in texts]
    matcher = difflib.SequenceMatcher(None, b=words, autojunk=False)
    best, longest = CommonWords(0, ""), 0
    for index in sorted(range(len(texts)), key=lambda index: -most[index]):
        if most[index] <= longest:
            break
        matcher.set_seq1(texts[index].words)
        found = matcher.find_longest_match()
        if found.size > longest:
            best, longest = (
                CommonWords(index, texts[index].excerpt(found.a, found.size)),
                found.size,
            )
    return best
