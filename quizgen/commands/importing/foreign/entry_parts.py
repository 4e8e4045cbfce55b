"""Questions with parts, pairs and orders, as the keys of a question in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quizgen.commands.importing.dates import LANGUAGES, iso_date
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.readers.foreign import (
    ForeignLoss,
    ForeignMatch,
    ForeignOrder,
    ForeignPart,
    ForeignQuestion,
)
from quizgen.readers.foreign.texts import without_tags
from quizgen.readers.yaml.emit import Value

MAX_DATES = 2000
"""Dates of one import that are read; each may be tried in many ways. Further ones stay words."""
MAX_DATE_LENGTH = 60
MAX_GUESSES = 10
"""Timelines of one import whose language is looked for among all."""

_ISO = re.compile(r"-?\d{1,4}(?:-\d{2}){0,2}")
_PLAIN_PREMISE = 60
"""Characters of the longest premise that stands before a colon on a line (judged)."""


class NoQuestionError(Exception):
    """A question that a bank cannot hold; the message is the reason in a clause."""


def distinct(texts: Iterable[str]) -> list[str]:
    """Return `texts` without empty ones and repetitions."""
    return [text for text in dict.fromkeys(texts) if text]


class DatesOfTimelines:
    """Reads the dates of a file, in words of a language.

    That is the bank's, `language`, empty where nothing says it; or the one of the timelines
    before; or the first that reads all dates of a timeline.
    """

    def __init__(self, language: str = "") -> None:
        self._of_bank = language
        self._language = ""
        self._left = MAX_DATES
        self._guesses = MAX_GUESSES

    def read(self, dates: Sequence[str]) -> list[str]:
        """Return `dates` as ISO 8601 writes them; an empty list where one cannot be read."""
        if all(_ISO.fullmatch(date) for date in dates):
            return list(dates)
        self._left -= len(dates)
        if self._left < 0 or any(len(date) > MAX_DATE_LENGTH for date in dates):
            return []
        language = self._language_of(sorted(dates, key=len, reverse=True))
        return [iso_date(text, language) or "" for text in dates] if language else []

    def _language_of(self, dates: Sequence[str]) -> str:
        """Return the language that reads all `dates`, those first that say most of it; or empty."""
        for language in filter(None, (self._of_bank, self._language)):
            if all(iso_date(date, language) for date in dates):
                return language
        if not self._guesses:
            return ""
        self._guesses -= 1
        languages = (one for one in LANGUAGES if all(iso_date(date, one) for date in dates))
        language = next(languages, "")
        self._language = language or self._language
        return language


def of_parts(question: ForeignQuestion, name: str, converter: FieldConverter) -> Iterator[str]:
    """Yield what is said of each part of an order, by the `name` of it, behind the part's text.

    An ordering has no place for it.
    """
    if isinstance(question.task, ForeignOrder):
        for text, part in zip(question.task.parts, question.parts, strict=False):
            if note := converter.to_markdown(getattr(part, name)):
                yield f"{converter.to_markdown(text)}: {note}"


def match_values(
    stem: str, match: ForeignMatch, notes: Sequence[ForeignPart], converter: FieldConverter
) -> dict[str, Value]:
    """Return the keys of the question `stem` with the pairs of `match`; `notes` are about these.

    Raises:
        NoQuestionError: A bank cannot hold it.
    """
    pairs: dict[str, str] = {}
    more: dict[str, dict[str, Value]] = {}
    for index, (premise, response) in enumerate(match.pairs):
        left, right = converter.to_markdown(premise), converter.to_markdown(response)
        if left and right and left not in pairs:
            pairs[left] = right
            more[left] = _keys_of(notes[index], converter) if index < len(notes) else {}
        else:
            converter.lose(ForeignLoss.REPEATED, left or right or "an empty pair")
    if len(pairs) < 2:
        raise NoQuestionError("it has fewer than two pairs")
    listed: Value = [
        {"premise": left, "response": right, **more[left]} for left, right in pairs.items()
    ]
    is_short = all(len(left) < _PLAIN_PREMISE and "\n" not in left for left in pairs)
    if is_short and not any(more.values()):
        listed = dict(pairs)
    values: dict[str, Value] = {"type": "matching", "question": stem, "pairs": listed}
    taken = set(pairs.values())
    extra = [converter.to_markdown(text) for text in match.distractors]
    extra = [text for text in distinct(extra) if text not in taken]
    return {**values, "distractors": extra} if extra else values


def _keys_of(part: ForeignPart, converter: FieldConverter) -> dict[str, Value]:
    """Return the keys of a pair or an event for what is said of `part`."""
    keys = {"explain": converter.to_blocks(part.why), "hint": converter.to_markdown(part.hint)}
    return {key: value for key, value in keys.items() if value}


def order_values(
    stem: str,
    parts: Sequence[str],
    notes: Sequence[ForeignPart],
    converter: FieldConverter,
    dates: DatesOfTimelines,
) -> dict[str, Value]:
    """Return the keys of the question `stem`, whose `parts` are in order; `notes` are about these.

    It is a timeline where each part has a date that can be read.

    Raises:
        NoQuestionError: A bank cannot hold it.
    """
    texts = distinct([converter.to_markdown(part) for part in parts])
    if len(texts) < 2:
        raise NoQuestionError("it has fewer than two parts to put in order")
    if len(texts) < len(parts):
        converter.lose(ForeignLoss.REPEATED, stem)
    written = [without_tags(part.date) for part in notes]
    if any(written):
        is_whole = len(texts) == len(written) == len(parts) and all(written)
        if is_whole and (read := dates.read(written)) and _is_in_order(read):
            events = _events(read, texts, [_keys_of(part, converter) for part in notes])
            return {"type": "timeline", "question": stem, "events": events}
        converter.report(ImportLoss.DATES, stem)
    return {"type": "ordering", "question": stem, "in_order": texts}


def _numbers(date: str) -> tuple[int, ...]:
    """Return the numbers of `date`, which ISO 8601 writes, the year first."""
    sign, bare = (-1, date[1:]) if date.startswith("-") else (1, date)
    year, *rest = map(int, bare.split("-"))
    return (sign * year, *rest)


def _is_in_order(dates: Sequence[str]) -> bool:
    """Return whether no date is before the one that stands before it, as far as both go."""
    return all(
        first[: len(second)] <= second[: len(first)]
        for first, second in pairwise(map(_numbers, dates))
    )


def _events(dates: Sequence[str], texts: Sequence[str], more: Sequence[dict[str, Value]]) -> Value:
    """Return the value of ``events``: a line each where their dates alone tell the order."""
    numbers = list(map(_numbers, dates))
    is_clear = all(a < b and b[: len(a)] != a for a, b in pairwise(numbers))
    if is_clear and not any(more):
        return dict(zip(dates, texts, strict=True))
    listed = zip(dates, texts, more, strict=True)
    return [{"date": date, "event": text, **keys} for date, text, keys in listed]
