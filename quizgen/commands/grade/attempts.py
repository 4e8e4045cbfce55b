"""Pages put together to what one pupil handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field

from quizgen.model.answer_sheets.geometry import AnswerSheetLayout, BubbleRow, FieldKind
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.answer_sheets.scoring import has_gap
from quizgen.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PageDecisions:
    """What a person has decided about a page: `rows` by their index, and whose page it is.

    `is_dropped`: the page does not count.
    """

    rows: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    pupil: str | None = None
    is_dropped: bool = False


NO_DECISIONS = PageDecisions()
Decisions = Mapping[str, PageDecisions]
"""Decisions by the key of the page."""


def page_key(reading: PageReading) -> str:
    """Return what names a page: the file, what is in it, and the number of the page in it."""
    return reading.key


def or_drop(key: str) -> str:
    """Return what ends the help on a page with a `key`: how to leave it out. Nothing without one.

    To delete the file would change nothing: what was read is kept.
    """
    if not key:
        return ""
    return f'; or leave it out in decisions.json: {{"pages": {{"{key}": {{"drop": true}}}}}}'


@dataclass()
class Attempt:
    """What one pupil has handed in of one worksheet.

    `pupil` is the pupil's number, empty where it is not known; `pages` are the readings by the
    number of the page on the sheet. `answers` has the values marked for each part of a question,
    and `open` the questions with a row that a person has to look at. `repeated` are pages that read
    the same as one of `pages`: they do not count.
    """

    pupil: str
    layout: AnswerSheetLayout
    pages: dict[int, PageReading] = field(default_factory=dict)
    answers: dict[str, dict[int, tuple[str, ...]]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    is_number_open: bool = False
    repeated: list[PageReading] = field(default_factory=list)

    @property
    def known_pupil(self) -> str:
        """The pupil's number, empty where a digit of it is in doubt: it may be another's."""
        return "" if self.is_number_open else self.pupil

    @property
    def missing_pages(self) -> list[int]:
        """The pages of the sheet that were not handed in."""
        return [n for n in range(1, len(self.layout.pages) + 1) if n not in self.pages]

    @property
    def missing(self) -> set[str]:
        """The questions that stand on missing pages."""
        return {
            row.question
            for number in self.missing_pages
            for row in self.layout.pages[number - 1].fields
            if row.question
        }


def pupil_of(
    reading: PageReading, fields: Sequence[BubbleRow], decided: PageDecisions
) -> tuple[str, bool]:
    """Return the pupil's number on a page, and whether a digit of it is in doubt.

    A blank row between two digits is a doubt, and so is one with several digits.
    """
    if decided.pupil is not None:
        return decided.pupil, False
    if reading.code.pupil:
        return reading.code.pupil, False
    digits, is_open = list[tuple[str, ...]](), False
    for row in reading.fields:
        if fields[row.field].kind is FieldKind.PUPIL:
            values = decided.rows.get(row.field, row.marked)
            is_open |= row.doubt is not None and row.field not in decided.rows
            is_open |= len(values) > 1
            digits.append(values if len(values) == 1 else ())
    number = "".join(value for values in digits for value in values)
    return number.lstrip("0") or number[:1], is_open or has_gap(digits)


def put_together(
    readings: Iterable[PageReading],
    layout_for: Callable[[PageCode], AnswerSheetLayout | None],
    decisions: Decisions,
) -> list[Attempt]:
    """Return what each pupil has handed in, in the order of the pages.

    Pages belong together where they have the same sheet and the same pupil. A page that a pupil has
    handed in already begins another attempt, unless it reads the same.
    """
    attempts: list[Attempt] = []
    for reading in readings:
        decided = decisions.get(page_key(reading), NO_DECISIONS)
        layout = layout_for(reading.code)
        if decided.is_dropped or layout is None:
            continue
        fields = layout.pages[reading.code.page - 1].fields
        pupil, is_open = pupil_of(reading, fields, decided)
        attempt = _attempt_for(reading, pupil, is_open, layout, attempts)
        if reading.code.page in attempt.pages:
            attempt.repeated.append(reading)
            continue
        attempt.is_number_open |= is_open
        attempt.pages[reading.code.page] = reading
        _add_answers(attempt, reading, fields, decided)
    return attempts


def _attempt_for(
    reading: PageReading,
    pupil: str,
    is_open: bool,
    layout: AnswerSheetLayout,
    attempts: list[Attempt],
) -> Attempt:
    """Return the attempt that a page belongs to, which has it where it was scanned twice."""
    for attempt in attempts if pupil and not is_open else ():
        if attempt.pupil != pupil or attempt.layout is not layout or attempt.is_number_open:
            continue
        known = attempt.pages.get(reading.code.page)
        if known is None or known.fields == reading.fields:
            return attempt
    attempts.append(Attempt(pupil, layout))
    return attempts[-1]


def _add_answers(
    attempt: Attempt, reading: PageReading, fields: Sequence[BubbleRow], decided: PageDecisions
) -> None:
    for row in reading.fields:
        about = fields[row.field]
        if not about.question:
            continue
        values = decided.rows.get(row.field, row.marked)
        attempt.answers.setdefault(about.question, {})[about.part] = values
        if row.doubt is not None and row.field not in decided.rows:
            attempt.open.add(about.question)
