"""The tasks of quizgen's own tables, whose types are the words of a bank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
from quizgen.readers.tables.words import truth_of

_GAP = re.compile(
    r"\{\{c(?P<number>\d{1,3})::(?P<answer>(?:(?!\{\{c\d).)*?)"
    r"(?:::(?P<hint>(?:(?!\{\{c\d).)*?))?\}\}",
    re.DOTALL,
)
_OPEN_GAP = re.compile(r"\{\{?\s?c\s?\d{1,3}\s?:[^{}]{0,20}", re.IGNORECASE)
"""What is left of a gap that is not closed, or not written as one."""
_BETWEEN_PAIR = " → "
"""What quizgen's own tables have between the two sides of a pair."""
_TYPED_ARROW = re.compile(r"\s*(?:→|-+>|=+>)\s*")
"""What people type for it."""
_PLACE = re.compile(r"\d{1,3}\.\s+")
_DATE = re.compile(r"([^:]{1,40}): +(.+)")
_CRITERION = re.compile(r"(\d{1,4}): *(\S.*)")


OWN_TYPES = (
    *("flashcard", "multiple_choice", "true_false", "short_answer", "cloze", "numeric"),
    *("matching", "ordering", "timeline", "essay"),
)
"""The words for types in quizgen's own tables, those of a bank."""


def are_own_types(types: Iterable[str]) -> bool:
    """Return whether `types`, those of the rows of a table, are the words of a bank, or most."""
    typed = [word for word in types if word]
    return 2 * sum(word in OWN_TYPES for word in typed) > len(typed)


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
    """Return the task of a row of quizgen's own tables, or None where it is read as any row.

    Raises:
        BadAnswerError: The type is a word of a bank, and the cells hold no task of this type.
    """
    lines = cells.lines
    match cells.type:
        case "flashcard":
            return ForeignCard(html_of(cells.answer))
        case "cloze":
            return ForeignGaps(tuple(_gap_parts(cells.question)))
        case "multiple_choice" if cells.wrong:
            return choice_of(lines, cells.wrong, cells.why)
        case "multiple_choice":
            raise BadAnswerError("this multiple_choice has no wrong answer")
        case "true_false" if truth_of(cells.answer) is None:
            raise BadAnswerError(f"“{shortened(cells.answer)}” is neither true nor false")
        case "numeric":
            return ForeignNumber(f"{decimal_of(cells.answer):f}")
        case "ordering" | "timeline":
            return ForeignOrder(tuple(map(html_of, _in_order(cells))))
        case "essay":
            return ForeignEssay(html_of(cells.answer), tuple(_rubric(cells.rubric)))
        case "matching":
            return ForeignMatch(tuple(map(_pair, lines)), tuple(map(html_of, cells.wrong)))
    return None


def _pair(line: str) -> tuple[str, str]:
    """Return the HTML of the two sides of the pair in `line`.

    An arrow as quizgen writes it counts before one that may be a part of a text: ``a->b → c``.

    Raises:
        BadAnswerError: There is no arrow in it, or there are several.
    """
    sides = line.split(_BETWEEN_PAIR)
    if len(sides) == 1:
        sides = _TYPED_ARROW.split(line)
    if len(sides) != 2 or not all(sides):
        raise BadAnswerError(f"“{shortened(line)}” is no pair; write one as: premise → response")
    return html_of(sides[0]), html_of(sides[1])


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


def _in_order(cells: TaskCells) -> list[str]:
    """Return the texts of the answer, a line each, without places, and without dates.

    Raises:
        BadAnswerError: A line has no place, or no date where others have one.
    """
    for line in cells.lines:
        if not _PLACE.match(line):
            raise BadAnswerError(
                f"“{shortened(line)}” has no place; begin each line with it: 1. text"
            )
    parts = [_PLACE.sub("", line, count=1) for line in cells.lines]
    undated = [part for part in parts if not _DATE.fullmatch(part)]
    if cells.type != "timeline" or len(undated) == len(parts):
        return parts
    if undated:
        raise BadAnswerError(f"“{shortened(undated[0])}” has no date, as others have: date: event")
    return [_DATE.sub(r"\2", part) for part in parts]


def dates_of(cells: TaskCells) -> tuple[str, ...]:
    """Return the dates of the events in the row of a timeline, in words; else nothing."""
    if cells.type != "timeline" or not all(map(_PLACE.match, cells.lines)):
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
    """Yield the parts of `text`, whose gaps are in the notation of a bank.

    Raises:
        BadAnswerError: It has a gap that is not closed.
    """
    end = 0
    for gap in _GAP.finditer(text):
        yield _html_of_part(text[end : gap.start()])
        yield ForeignGap(html_of(gap["answer"]), int(gap["number"]), html_of(gap["hint"] or ""))
        end = gap.end()
    yield _html_of_part(text[end:])


def _html_of_part(text: str) -> str:
    """Return the HTML of `text`, with the blanks at its ends; raise where a gap is left in it."""
    if left := _OPEN_GAP.search(text):
        raise BadAnswerError(f"“{left[0].strip()}” is no gap; write one as: {{{{c1::answer}}}}")
    return escape(text).replace("\n", "<br>")


def shortened(text: str) -> str:
    """Return the beginning of `text` on one line, to name it in a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else f"{flat[:39]}…"
