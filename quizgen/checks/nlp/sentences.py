"""A text as sentences, and a sentence as the parts that its commas separate."""

from __future__ import annotations

from quizgen.checks.nlp.languages import Language
from quizgen.model.pattern import pattern

_END = pattern(r"(?<=[.!?])[\"'”’»)]*\s+|\n|(?<=[。！？])")
_MAX_ABBREVIATION = 12
"""Characters of the longest one, with its mark, and some to spare."""

_MAX_ORDINAL_DIGITS = 2
"""A number that is longer is no ordinal, but a year at the end of a sentence."""
_MARK = pattern(r"(?<!\d),|,(?!\d)|[;:()\[\]—]|\s[–-]\s")
_LAST = pattern(r"(\w[\w.]*)\.\s*\Z")


def sentences(text: str, language: Language) -> list[str]:
    """Return the sentences of `text`, each with the mark that ends it; none for an empty text."""
    result, start = [], 0
    for end in _END.finditer(text):
        last = text[max(start, end.start() - _MAX_ABBREVIATION) : end.end()]
        if not _goes_on(last, text[end.end() : end.end() + 1], language):
            result.append(text[start : end.end()].strip())
            start = end.end()
    result.append(text[start:].strip())
    return [sentence for sentence in result if sentence]


def parts(sentence: str) -> list[str]:
    """Return the parts of `sentence` that commas, colons, brackets and dashes separate."""
    return [part for part in _MARK.split(sentence) if part.strip()]


def _goes_on(ending: str, next_letter: str, language: Language) -> bool:
    """Return whether the mark that `ending` ends in ends no sentence.

    Such are Dr., J. S. Bach, 9. Dezember and “Stop!” he said: a small `next_letter` begins none.
    """
    if ending.endswith("\n"):
        return False
    last = _LAST.search(ending)
    if last is None or next_letter.islower():
        return next_letter.islower()
    word = last[1].lower()
    if word.isdecimal():
        return language.ordinal_stop and len(word) <= _MAX_ORDINAL_DIGITS
    return len(word) == 1 or word in language.abbreviations
