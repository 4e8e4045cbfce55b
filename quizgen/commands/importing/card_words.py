"""The words that quizgen adds to a teacher's texts on cards, as patterns for fields."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quizgen.commands.importing.html_tree import parse_html
from quizgen.model.text.markdown import visible
from quizgen.model.translations import LANGUAGES, translations_for

_ANY_NUMBER = 987
"""Stands for any number in a phrase until a pattern takes its place."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class CardWords(NamedTuple):
    """The phrases on the cards of one language, as patterns.

    `quote` matches a whole line of the field Source: `opening`, the paragraph's number, the quote
    and `closing`. `points` matches the end of a rubric's line, `others` the whole of a field.
    """

    language: str
    quote: re.Pattern[str]
    opening: str
    closing: str
    also_right: str
    points: re.Pattern[str]
    others: re.Pattern[str]


@functools.cache
def card_words() -> tuple[CardWords, ...]:
    """Return the phrases of every language that quizgen has words for, English first."""
    return tuple(map(_card_words, LANGUAGES))


def languages_of(notes: Iterable[Mapping[str, str]]) -> set[str]:
    """Return the languages in which every phrase of quizgen's on the cards of `notes` is written.

    Each note maps field slugs to HTML. The result is all of `LANGUAGES` where no note holds such
    a phrase.
    """
    languages = set(LANGUAGES)
    for line in {line for content in notes for line in _lines(content)}:
        languages &= {
            words.language for words in card_words() if _has_phrase(words, line)
        } or languages
    return languages


def _lines(content: Mapping[str, str]) -> Iterator[str]:
    """Yield, without markup, each line of a note's fields that may hold a phrase of quizgen's."""
    for line in _BREAK.split(content.get("source", "")):
        yield parse_html(visible(line)).plain
    for slug in ("also", "hint", "prompt"):
        yield parse_html(visible(content.get(slug, ""))).plain
    for line in parse_html(visible(content.get("rubric", ""))).find("li"):
        yield line.plain


def _has_phrase(words: CardWords, line: str) -> bool:
    return bool(
        words.quote.fullmatch(line)
        or line.startswith(words.also_right)
        or words.others.fullmatch(line)
        or words.points.search(line)
    )


def _card_words(language: str) -> CardWords:
    words = translations_for(language)
    opening, closing = words.quoted(_ANY_NUMBER)
    chosen = [
        re.escape(words.choose(count)).replace(str(count), r"\d+") for count in (2, 3, _ANY_NUMBER)
    ]
    tolerance = re.escape(words.tolerance(_ANY_NUMBER)).replace(str(_ANY_NUMBER), ".+")
    return CardWords(
        language,
        re.compile(
            re.escape(opening).replace(str(_ANY_NUMBER), r"(?P<number>\d{1,6})")
            + f"(?P<quote>.*){re.escape(closing)}",
            re.DOTALL,
        ),
        opening.partition(str(_ANY_NUMBER))[0],
        closing,
        words.also_right[0],
        re.compile(
            re.escape(f" ({words.criterion_points(_ANY_NUMBER)})").replace(
                str(_ANY_NUMBER), r"(?P<points>\d{1,3})"
            )
            + r"\s*$"
        ),
        re.compile("|".join([*chosen, tolerance, re.escape(words.when)])),
    )
