"""How hard a passage is to read, by formulas that teachers know.

They count words, sentences, long words and syllables and understand nothing: good for
comparing two versions of a passage, and no verdict on a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quizgen.checks.nlp.languages import language_of
from quizgen.checks.nlp.sentences import sentences as sentences_of
from quizgen.model.bank import Passage
from quizgen.model.dataclass import dataclass

if TYPE_CHECKING:
    from pyphen import Pyphen


class _ReadingEase(NamedTuple):
    """`base` less `sentence` for each word a sentence and `syllable` for each syllable a word."""

    base: float
    sentence: float
    syllable: float


_EASE = {
    "en": _ReadingEase(206.835, 1.015, 84.6),
    "de": _ReadingEase(180.0, 1.0, 58.5),
    "es": _ReadingEase(206.84, 1.02, 60.0),
    "fr": _ReadingEase(207.0, 1.015, 73.6),
}
"""Flesch (1948), Amstad (1978), Fernández Huerta (1959), Kandel and Moles (1958)."""

LONG_WORD = 6
"""Letters past which a word is long (Björnsson 1968)."""


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """`lix` is Björnsson's readability index: 25 is a children's book, 40 a newspaper, 55 a law.

    `ease` is Flesch's reading ease in the form made for the language (100 very easy, 30 hard),
    `grade` the American school grade of Flesch and Kincaid (1975). None where no form is known.
    """

    words: int
    sentences: int
    lix: float
    ease: float | None = None
    grade: float | None = None


def reading_level(passage: Passage, language: str) -> ReadingLevel | None:
    """Return the level of `passage`; None for a script without capital letters.

    In most such scripts, as in Chinese, spaces do not separate words. Korean has spaces, but
    its words are shorter than these formulas suppose.
    """
    text = " ".join(passage.flat)
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    if not words or words[0][0].lower() == words[0][0].upper():
        return None
    known = language_of(language)
    sentences = sum(len(sentences_of(paragraph, known)) for paragraph in passage.flat)
    long = sum(len(word) > LONG_WORD for word in words)
    a_sentence = len(words) / sentences
    lix = a_sentence + 100 * long / len(words)
    code = language.partition("-")[0].lower()
    if code not in _EASE:
        return ReadingLevel(len(words), sentences, round(lix, 1))
    a_word = _syllables(words, code) / len(words)
    form = _EASE[code]
    ease = form.base - form.sentence * a_sentence - form.syllable * a_word
    grade = 0.39 * a_sentence + 11.8 * a_word - 15.59 if code == "en" else None
    return ReadingLevel(
        len(words), sentences, round(lix, 1), round(ease, 1), grade and round(grade, 1)
    )


def _syllables(words: list[str], code: str) -> int:
    """Count syllables by the places where the language's hyphenation lets a word be divided."""
    import pyphen

    parted: Pyphen = pyphen.Pyphen(lang=code, left=1, right=1)
    return sum(1 + len(parted.positions(word)) for word in words)
