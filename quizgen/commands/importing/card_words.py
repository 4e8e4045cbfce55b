"""The words that our cards add, in each language that they come in, found again in fields."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quizgen.commands.importing.html_tree import parse_html
from quizgen.model.text.markdown import visible
from quizgen.model.translations import LANGUAGES, translations_for

_SOME = 987
"""Stands for any number in a word, until a pattern is made of it."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class CardWords(NamedTuple):
    """What the cards of one language say, as patterns.

    `quote` is a whole line of the field Source: `opening`, then paragraph and quote, then
    `closing`. `points` ends a line of a rubric; `others` are all of a field.
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
    """English first, then every language that there are words for."""
    return tuple(map(_card_words, LANGUAGES))


def languages_of(notes: Iterable[Mapping[str, str]]) -> set[str]:
    """Those of `LANGUAGES` in whose words all `notes` are, by field slug, that have any.

    All where none has.
    """
    found = set(LANGUAGES)
    for said in {line for content in notes for line in _lines(content)}:
        found &= {words.language for words in card_words() if _says(words, said)} or found
    return found


def _lines(content: Mapping[str, str]) -> Iterator[str]:
    """Each line of a note that may be, or end in, words of ours; without markup."""
    for line in _BREAK.split(content.get("source", "")):
        yield parse_html(visible(line)).plain
    for slug in ("also", "hint", "prompt"):
        yield parse_html(visible(content.get(slug, ""))).plain
    for line in parse_html(visible(content.get("rubric", ""))).find("li"):
        yield line.plain


def _says(words: CardWords, line: str) -> bool:
    return bool(
        words.quote.fullmatch(line)
        or line.startswith(words.also_right)
        or words.others.fullmatch(line)
        or words.points.search(line)
    )


def _card_words(language: str) -> CardWords:
    words = translations_for(language)
    opening, closing = words.quoted(_SOME)
    chosen = [re.escape(words.choose(count)).replace(str(count), r"\d+") for count in (2, 3, _SOME)]
    tolerance = re.escape(words.tolerance(_SOME)).replace(str(_SOME), ".+")
    return CardWords(
        language,
        re.compile(
            re.escape(opening).replace(str(_SOME), r"(?P<number>\d{1,6})")
            + f"(?P<quote>.*){re.escape(closing)}",
            re.DOTALL,
        ),
        opening.partition(str(_SOME))[0],
        closing,
        words.also_right[0],
        re.compile(
            re.escape(f" ({words.criterion_points(_SOME)})").replace(
                str(_SOME), r"(?P<points>\d{1,3})"
            )
            + r"\s*$"
        ),
        re.compile("|".join([*chosen, tolerance, re.escape(words.when)])),
    )
