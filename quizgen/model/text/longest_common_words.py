"""The longest sequence of words that a text has in common with any of several others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.model.named_tuple import NamedTuple

_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai and Lao, Burmese, Khmer, kana and Chinese characters, which have no spaces between words."""

_SIGNS = r"\s!-/:-@\[-`{-~¡-¿\u2000-\u206f\u3000-\u303f\uff00-\uff0f"
"""White space and punctuation, listed one by one: accents and vowel signs are no letters for `re`,
but belong to words."""

_WORD = rf"[{_UNSPACED}]|[^{_SIGNS}{_UNSPACED}]+"
"""Compiled when it is first used, which takes 3 ms."""


class WordSequence:
    """A text as the sequence of its words; in scripts without spaces, of its characters.

    `different` are the words without repetitions.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._matches = list(re.finditer(_WORD, text))
        self.words = [match[0] for match in self._matches]
        self.different = frozenset(self.words)

    def excerpt(self, start: int, size: int) -> str:
        """Return the part of the text with `size` words from the word at index `start` on."""
        words = self._matches[start : start + size]
        return self.text[words[0].start() : words[-1].end()] if words else ""


class CommonWords(NamedTuple):
    """An excerpt of one of several texts; `number` is the index of the text, from 0."""

    number: int
    excerpt: str


def longest_common_words(quote: str, texts: Sequence[WordSequence]) -> CommonWords:
    """Return the longest sequence of words that `quote` has in common with any of `texts`.

    The excerpt is empty where no word is in common.
    """
    # 1. A common sequence has at most as many words as `quote` has words that are in the text.
    words = WordSequence(quote).words
    limits = [sum(word in text.different for word in words) for text in texts]
    # 2. Compare texts by falling limits, until no limit is above the longest sequence so far.
    import difflib  # most quotes are found whole

    matcher = difflib.SequenceMatcher(None, b=words, autojunk=False)
    best, longest = CommonWords(0, ""), 0
    for index in sorted(range(len(texts)), key=lambda index: -limits[index]):
        if limits[index] <= longest:
            break
        matcher.set_seq1(texts[index].words)
        match = matcher.find_longest_match()
        if match.size > longest:
            best, longest = (
                CommonWords(index, texts[index].excerpt(match.a, match.size)),
                match.size,
            )
    return best
