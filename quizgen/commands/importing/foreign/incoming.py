"""The questions of a file on their way into a bank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.foreign.entry import entry_of
from quizgen.commands.importing.foreign.entry_parts import DatesOfTimelines, NoQuestionError
from quizgen.commands.importing.generic_notes import plain
from quizgen.commands.importing.identity import slug
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report, Severity
from quizgen.model.item import Item
from quizgen.model.source import Source
from quizgen.readers.foreign import ForeignFile, ForeignGaps, ForeignLoss, ForeignQuestion
from quizgen.readers.foreign.marks import with_marks_read
from quizgen.readers.foreign.texts import QUESTION_NOT_IMPORTED
from quizgen.readers.item_keys import MAX_TAGS, NAME, TAG
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic
from quizgen.readers.yaml.emit import Value, emit

MAX_POINTS = 1000
"""As the key ``points`` takes."""


@dataclass(slots=True)
class Incoming:
    """A question on its way into a bank; `named` is the id that the file gives, or empty.

    `case` is the id of its case and the case's stem in Markdown. `quotes` are in Markdown, too.
    """

    question: ForeignQuestion
    values: dict[str, Value]
    named: str
    first_loss: int
    last_loss: int
    case: tuple[str, str] | None = None
    quotes: tuple[str, ...] = ()


def convert(
    file: ForeignFile, converter: FieldConverter, report: Report, language: str
) -> list[Incoming]:
    """Return the questions of `file` that a bank can hold, and tell the others in `report`.

    `language` is that of the bank, empty where nothing says it yet.
    """
    incoming: list[Incoming] = []
    names: set[str] = set()
    cases: dict[str, tuple[str, str]] = {}
    losses = converter.losses
    dates = DatesOfTimelines(language)
    for question in map(with_marks_read, file.questions):
        converter.question_id = plain(question.stem)[:60] or question.where
        first = len(losses)
        try:
            values = entry_of(question, converter, dates)
            item = _read(values, converter.math)
        except NoQuestionError as error:
            losses.forget(first)
            _refuse(question, str(error), report)
            continue
        if question.points:
            _add_points(values, question.points, item, converter)
        if tags := list(_tags(question, converter)):
            values["tags"] = tags[:MAX_TAGS]
            if further := tags[MAX_TAGS:]:
                converter.lose(ForeignLoss.CUT, f"the tags {' '.join(further)[:200]}")
        case = _case(question, cases, converter)
        named = _name(question.id)
        if named in names:
            named = ""
        names.add(named)
        quotes = tuple(filter(None, map(converter.to_markdown, question.quotes)))
        incoming.append(Incoming(question, values, named, first, len(losses), case, quotes))
    converter.question_id = ""
    for reason, what in file.losses:
        converter.lose(reason, what)
    return incoming


def _read(values: dict[str, Value], math: bool) -> Item:
    """Return the item with these keys.

    Raises:
        NoQuestionError: A bank would refuse it.
    """
    text = emit({"topic": "t", "questions": [{"id": "q", **values}]})
    report = Report()
    topic = read_topic(Source(Path("t.yaml"), text), Reading(report, math=math))
    faults = [d for d in report.diagnostics if d.severity is Severity.ERROR]
    if faults or topic is None or not topic.items:
        why = faults[0].message if faults else "it is no question"
        raise NoQuestionError(f"a bank cannot hold it: {why}")
    return topic.items[0]


def _add_points(
    values: dict[str, Value], points: str, item: Item, converter: FieldConverter
) -> None:
    """Add the number of `points` to `values`, unless `item` is worth as many anyway."""
    if whole := whole_points(points):
        if int(whole) != item.points:
            values["points"] = whole
    else:
        converter.lose(ForeignLoss.POINTS, points)


def whole_points(points: str) -> str:
    """Return the number of `points` that a bank can hold in digits; empty where it can none."""
    whole = re.fullmatch(r"0*(\d{1,4})(?:[.,]0*)?", points.strip())
    return whole[1] if whole and int(whole[1]) <= MAX_POINTS else ""


def _case(
    question: ForeignQuestion, cases: dict[str, tuple[str, str]], converter: FieldConverter
) -> tuple[str, str] | None:
    """Return the id and the stem of the case of `question`; `cases` are those seen so far."""
    case = question.case
    if case is None:
        return None
    if case.id not in cases:
        stem = converter.to_blocks(case.stem)
        taken = {name for name, _ in cases.values()}
        wish = _name(case.id) or slug(plain(case.stem))[:40] or "case"
        number, name = 1, wish
        while name in taken:
            number += 1
            name = f"{wish[:40]}-{number}"
        cases[case.id] = (name, stem)
    return cases[case.id] if cases[case.id][1] else None


def _refuse(question: ForeignQuestion, why: str, report: Report) -> None:
    stem = plain(question.stem or _text_of_gaps(question))[:50]
    report.warning(
        QUESTION_NOT_IMPORTED,
        question.place,
        f"{question.where}: “{stem}” was left out: {why}",
        "correct the file and import it again; the questions that came stay",
    )


def _text_of_gaps(question: ForeignQuestion) -> str:
    parts = question.task.parts if isinstance(question.task, ForeignGaps) else ()
    return "".join(part if isinstance(part, str) else part.answer for part in parts)


def _name(identity: str) -> str:
    """Return the id that a bank can use for what a file calls a question; empty if none is."""
    if NAME.accepts(identity):
        return identity
    return slug(identity)


def _tags(question: ForeignQuestion, converter: FieldConverter) -> Iterator[str]:
    for tag in dict.fromkeys(question.tags):
        fitting = re.sub(r'[\s\x00-\x1f\x7f"]+', "-", tag)[:100]
        if fitting != tag or not TAG.accepts(fitting):
            converter.report(ImportLoss.TAG, tag)
        if TAG.accepts(fitting):
            yield fitting
