"""The answer sheets of earlier builds: a pile of paper may be older than the last build."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizgen.model.answer_sheets.geometry import (
    AnswerSheetLayout,
    Bubble,
    BubbleRow,
    FieldKind,
    PageLayout,
)
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.answer_sheets.record_values import DamagedRecordError
from quizgen.model.answer_sheets.records import AnswerSheets, sheets_of, sheets_record

_SHOWN = frozenset({AnswerKind.ONE, AnswerKind.SEVERAL, AnswerKind.MATCH, AnswerKind.ORDER})
"""What shows options or events, of which pupils choose."""
_DIGITS = frozenset({FieldKind.DIGIT, FieldKind.POINTS, FieldKind.PUPIL})


def parted(sheets: AnswerSheets) -> Iterator[AnswerSheets]:
    """Yield `sheets` parted by the digests of their worksheets. Raises DamagedRecordError."""
    for digest in dict.fromkeys(layout.digest for layout in sheets.layouts):
        layouts = tuple(layout for layout in sheets.layouts if layout.digest == digest)
        names = {row.question for one in layouts for page in one.pages for row in page.fields}
        questions = tuple(q for q in sheets.questions if q.name in names)
        if len(questions) < len(names - {""}):
            raise DamagedRecordError("a question of a sheet is missing in it")
        _check_rows(layouts, questions)
        worksheet = layouts[0].worksheet
        yield AnswerSheets(
            layouts,
            questions,
            {worksheet: sheets.shares.get(worksheet, True)},
            {worksheet: sheets.titles.get(worksheet, worksheet)},
            sheets.language,
            sheets.origin,
        )


def _check_rows(layouts: Iterable[AnswerSheetLayout], questions: Iterable[GradedQuestion]) -> None:
    """Raise DamagedRecordError where a row of a sheet on a screen does not fit its question.

    Such a sheet has no circles: the values of a row are what it shows of its question, each once.
    """
    indices = {one.name: range(one.count_shown) for one in questions if one.kind in _SHOWN}
    for layout in layouts:
        rows = [row for page in layout.pages for row in page.fields]
        if layout.radius:
            continue
        if len({row.question for row in rows}) < len(rows):
            raise DamagedRecordError("a question of a sheet is in it twice")
        for row in rows:
            values = sorted(bubble.value for bubble in row.bubbles)
            if row.question in indices and values != sorted(map(str, indices[row.question])):
                raise DamagedRecordError("a row of it does not fit its question")


def earlier_text(text: str, before: str, now: str) -> str | None:
    """Return the file of earlier sheets, which had `text`, with those `before` that it lacks.

    `before` and `now` are contents of ``answer-sheets.json``; what `now` has is not lacking. A line
    of the file is a worksheet. None where nothing is lacking.

    Raises:
        DamagedRecordError: Nobody knows what `before` was.
    """
    lines = [] if before == now else list(_lacking(text, before, now))
    return "".join([text and text.rstrip("\n") + "\n", *lines]) if lines else None


def _lacking(text: str, before: str, now: str) -> Iterator[str]:
    known = {place for one in _all_of(now) for place in one.by_places}
    known |= {place for one in earlier_sheets(text) for place in one.by_places}
    for one in _sheets_in(before):
        if not one.by_places.keys() <= known:
            yield json.dumps(sheets_record(one), ensure_ascii=False, separators=(",", ":")) + "\n"


def earlier_sheets(text: str) -> list[AnswerSheets]:
    """Return the sheets in the file of earlier ones; a line that is damaged has none."""
    return [sheets for _, line in earlier_lines(text) for sheets in line]


def earlier_lines(text: str) -> Iterator[tuple[int, list[AnswerSheets]]]:
    """Yield the number, from 1, of each line in the file of earlier sheets that is not blank.

    With it, yield the sheets on that line: none where it is damaged.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _all_of(line)


def _all_of(text: str) -> list[AnswerSheets]:
    """Return the sheets in `text`, none where it is damaged."""
    try:
        return _sheets_in(text)
    except DamagedRecordError:
        return []


def _sheets_in(text: str) -> list[AnswerSheets]:
    """Return the sheets in `text`. Raises DamagedRecordError."""
    try:
        return list(parted(sheets_of(json.loads(text))))
    except DamagedRecordError:
        raise
    except (ValueError, RecursionError) as error:
        raise DamagedRecordError("it is damaged") from error


def with_layouts_of(sheets: AnswerSheets, others: AnswerSheets) -> AnswerSheets:
    """Return `sheets` and those layouts of `others`, of the same digest, that they do not have.

    What stands on paper is the same, so these rows mean what those at their places in `sheets`
    mean. A layout of which that cannot be said is left out.
    """
    lacking = [one for place, one in others.by_places.items() if place not in sheets.by_places]
    adapted = [_with_meaning_of(sheets.layouts, one) for one in lacking]
    # Those that were there count where a code does not say how its page was set.
    return replace(sheets, layouts=(*filter(None, adapted), *sheets.layouts))


def _with_meaning_of(
    layouts: Sequence[AnswerSheetLayout], old: AnswerSheetLayout
) -> AnswerSheetLayout | None:
    alike = [one for one in layouts if one.digest == old.digest and one.form == old.form]
    if not alike:
        return None
    model = max(alike, key=lambda one: one.edition == old.edition)
    rows = _by_label(model)
    pages, numbers = [], dict.fromkeys(rows, 0)
    for page in old.pages:
        fields = []
        for row in page.fields:
            at = numbers.get(row.label, 0)
            numbers[row.label] = at + 1
            fields.append(_row_as(row, rows.get(row.label, []), at))
        if None in fields:
            return None
        pages.append(PageLayout(tuple(filter(None, fields)), page.code, page.name))
    if any(
        numbers[label] != len(these) and these[0].kind not in _DIGITS
        for label, these in rows.items()
    ):
        return None
    return replace(old, worksheet=model.worksheet, pages=tuple(pages))


def _by_label(layout: AnswerSheetLayout) -> dict[str, list[BubbleRow]]:
    rows: dict[str, list[BubbleRow]] = {}
    for row in itertools.chain.from_iterable(page.fields for page in layout.pages):
        rows.setdefault(row.label, []).append(row)
    return rows


def _row_as(old: BubbleRow, rows: Sequence[BubbleRow], at: int) -> BubbleRow | None:
    """Return `old`, the row `at` of its question, with the meaning of that among `rows`."""
    if not rows or rows[0].kind is not old.kind:
        return None
    if old.kind in _DIGITS:  # a longer number has more rows, a question more points
        return old._replace(question=rows[0].question)
    if at >= len(rows) or len(rows[at].bubbles) != len(old.bubbles):
        return None
    new = rows[at]
    pairs = zip(old.bubbles, new.bubbles, strict=True)
    return new._replace(bubbles=tuple(Bubble(a.x, a.y, b.value) for a, b in pairs))
