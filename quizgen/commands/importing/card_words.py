"""Patterns for the words that quizgen adds to cards, in all its languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quizgen.commands.importing.html_tree import parse_html
from quizgen.model.text.markdown import visible
from quizgen.model.translations import LANGUAGES, translations_for

_SOME = 987
"""A number that stands for any number in a message, until a pattern is made of the message."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class CardWords(NamedTuple):
    """Patterns for the words that cards in `language` have.

    `quote` matches a whole line of the field Source: `opening`, then paragraph and quote, then
    `closing`. `also_right` begins the field Also. `points` matches the end of a line of a rubric,
    `others` the whole of a field.
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
    """Return the patterns of all `LANGUAGES`, English first."""
    return tuple(map(_card_words, LANGUAGES))


def languages_of(notes: Iterable[Mapping[str, str]]) -> set[str]:
    """Return the languages whose words all `notes` have that have words of quizgen's.

    `notes` map the slugs of fields to HTML. All `LANGUAGES` are returned where no note has such
    words.
    """
    languages = set(LANGUAGES)
    for line in {line for content in notes for line in _lines(content)}:
        languages &= {words.language for words in card_words() if _says(words, line)} or languages
    return languages


def _lines(content: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a note's fields that can hold words of quizgen's, without markup."""
    for line in _BREAK.split(content.get("source", "")):
        yield parse_html(visible(line)).plain
    for slug in ("also", "hint", "prompt"):
        yield parse_html(visible(content.get(slug, ""))).plain
    for line in parse_html(visible(content.get("rubric", ""))).find("li"):
        yield line.plain


def _says(words: CardWords, line: str) -> bool:
    """Return whether `line` has `words` of a language."""
    return bool(
        words.quote.fullmatch(line)
        or line.startswith(words.also_right)
        or words.others.fullmatch(line)
        or words.points.search(line)
    )


def _card_words(language: str) -> CardWords:
    """Return the patterns of `language`, made of its messages with `_SOME` as number."""
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
