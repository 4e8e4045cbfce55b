"""The tasks of quizgen's own tables, whose types are the words of a bank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from quizgen.readers.foreign import (
    ForeignCard,
    ForeignChoice,
    ForeignEssay,
    ForeignGap,
    ForeignGaps,
    ForeignMatch,
    ForeignNumber,
    ForeignOption,
    ForeignOrder,
    ForeignTask,
    html_of,
)
from quizgen.readers.foreign.choices import BadAnswerError, decimal_of

_GAP = re.compile(r"\{\{c(?P<number>\d{1,3})::(?P<answer>.*?)(?:::(?P<hint>.*?))?\}\}", re.DOTALL)
_BETWEEN_PAIR = " → "
"""What quizgen's own tables have between the two sides of a pair."""
_PLACE = re.compile(r"\d{1,3}\.\s+")
_DATE = re.compile(r"([^:]{1,40}): +(.+)")
_CRITERION = re.compile(r"(\d{1,4}): *(\S.*)")


class TaskCells(NamedTuple):
    """The cells of a row that make its task; `type` is a word such as ``matching``.

    `why` are rationales of the options, those of right ones first.
    """

    type: str
    question: str
    answer: str
    wrong: Sequence[str]
    rubric: str = ""
    why: Sequence[str] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of the answer, without empty ones."""
        return [line for line in re.split(r"\s*\n\s*", self.answer) if line]


def own_task(cells: TaskCells) -> ForeignTask | None:
    """Return the task of a row of quizgen's own tables, or None where it is read as any row."""
    lines = cells.lines
    match cells.type:
        case "flashcard":
            return ForeignCard(html_of(cells.answer))
        case "cloze":
            return ForeignGaps(tuple(_gap_parts(cells.question)))
        case "multiple_choice" if cells.wrong:
            return choice_of(lines, cells.wrong, cells.why)
        case "numeric":
            return _number(cells.answer)
        case "ordering" | "timeline":
            return _order(lines, is_dated=cells.type == "timeline")
        case "essay":
            return ForeignEssay(html_of(cells.answer), tuple(_rubric(cells.rubric)))
        case "matching":
            pairs = [tuple(map(html_of, line.split(_BETWEEN_PAIR))) for line in lines]
            if all(len(pair) == 2 for pair in pairs):
                rest = tuple(map(html_of, cells.wrong))
                return ForeignMatch(tuple((p[0], p[1]) for p in pairs), rest)
    return None


def choice_of(right: Sequence[str], wrong: Sequence[str], why: Sequence[str] = ()) -> ForeignChoice:
    """Return the task to choose among texts that are `right` and `wrong`.

    `why` are rationales, those of the right ones first; the last ones may be missing.
    """
    texts = [*right, *wrong]
    rationales = [*why, *[""] * (len(texts) - len(why))]
    return ForeignChoice(
        tuple(
            ForeignOption(html_of(text), place < len(right), html_of(rationale))
            for place, (text, rationale) in enumerate(zip(texts, rationales, strict=False))
        )
    )


def is_rubric(text: str) -> bool:
    """Return whether each line of `text` is a criterion with its points: ``2: a reason``."""
    return all(_CRITERION.fullmatch(line.strip()) for line in text.split("\n") if line.strip())


def _rubric(text: str) -> Iterator[tuple[str, int]]:
    if is_rubric(text):
        for line in text.split("\n"):
            if match := _CRITERION.fullmatch(line.strip()):
                yield html_of(match[2]), int(match[1])


def _number(answer: str) -> ForeignTask | None:
    try:
        return ForeignNumber(f"{decimal_of(answer):f}")
    except BadAnswerError:
        return None


def _order(lines: Sequence[str], *, is_dated: bool) -> ForeignTask | None:
    """Return the task to put the texts of `lines` in order: without places, and without dates."""
    if not all(_PLACE.match(line) for line in lines):
        return None
    parts = [_PLACE.sub("", line, count=1) for line in lines]
    if is_dated and all(_DATE.fullmatch(part) for part in parts):
        parts = [_DATE.sub(r"\2", part) for part in parts]
    return ForeignOrder(tuple(map(html_of, parts)))


def dates_of(cells: TaskCells) -> tuple[str, ...]:
    """Return the dates of the events in the row of a timeline, in words; else nothing."""
    if cells.type != "timeline" or not isinstance(own_task(cells), ForeignOrder):
        return ()
    parts = [_PLACE.sub("", line, count=1) for line in cells.lines]
    dated = [_DATE.fullmatch(part) for part in parts]
    return tuple(match[1] for match in dated if match) if all(dated) else ()


def without_marks(quote: str) -> str:
    """Return `quote` without the quotation marks around the whole of it.

    Those of ``“Yes,” he wrote, “no”`` are around its ends alone, and stay.
    """
    inside = quote[1:-1]
    is_around = quote[:1] == "“" and quote[-1:] == "”" and len(quote) > len("“”")
    closes = inside.find("”")
    are_two = closes > -1 and not -1 < inside.find("“") < closes
    is_balanced = quote.count("“") == quote.count("”")
    return inside if is_around and not (are_two and is_balanced) else quote


def _gap_parts(text: str) -> Iterator[str | ForeignGap]:
    """Yield the parts of `text`, whose gaps are in the notation of a bank."""
    end = 0
    for gap in _GAP.finditer(text):
        yield _html_of_part(text[end : gap.start()])
        yield ForeignGap(html_of(gap["answer"]), int(gap["number"]), html_of(gap["hint"] or ""))
        end = gap.end()
    yield _html_of_part(text[end:])


def _html_of_part(text: str) -> str:
    """Return the HTML of `text`, with the blanks at its ends."""
    return escape(text).replace("\n", "<br>")
