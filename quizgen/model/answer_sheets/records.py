"""Answer sheets as records that JSON can hold, and back: the content of ``answer-sheets.json``."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cached_property
from re import Pattern
from typing import Any

from quizgen.model.answer_sheets.geometry import (
    AnswerSheetLayout,
    Box,
    Bubble,
    BubbleRow,
    FieldKind,
    PageLayout,
)
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion, Judging, RubricLine
from quizgen.model.dataclass import dataclass
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern

FORMAT = 1
"""The version of the file's shape."""

_WORKSHEET = pattern(r"\w[\w.-]{0,49}")
"""A worksheet's name as a deck file may have it: it becomes part of the names of files."""
_DIGEST = pattern("[0-9a-f]{8}")
_FORM = pattern("[A-Z]?")


class Origin(NamedTuple):
    """Where answer sheets come from: the name of the deck file, and the ids of its banks."""

    deck: str = ""
    banks: tuple[str, ...] = ()


UNKNOWN = Origin()
"""Of answer sheets that do not say where they come from."""


@dataclass(frozen=True)
class AnswerSheets:
    """All answer sheets of a deck file, and the questions on them.

    `shares` says for each worksheet whether a part of an answer has its share of the points.
    """

    layouts: tuple[AnswerSheetLayout, ...]
    questions: tuple[GradedQuestion, ...]
    shares: Mapping[str, bool]
    titles: Mapping[str, str]
    language: str = "en"
    origin: Origin = UNKNOWN

    @cached_property
    def by_name(self) -> dict[str, GradedQuestion]:
        """The questions by their names."""
        return {question.name: question for question in self.questions}

    @cached_property
    def by_key(self) -> dict[tuple[str, str, str], AnswerSheetLayout]:
        """The layouts by digest, form and edition."""
        return {layout.key: layout for layout in self.layouts}

    @cached_property
    def by_places(self) -> dict[tuple[tuple[str, str, str], str], AnswerSheetLayout]:
        """The layouts by digest, form, edition, and where their circles are."""
        return {(layout.key, layout.places): layout for layout in self.layouts}

    def layout_for(self, code: PageCode) -> AnswerSheetLayout | None:
        """Return the layout of the page with `code`; None where it is not among these."""
        key = code.digest, code.form, code.edition
        return self.by_places.get((key, code.places)) if code.places else self.by_key.get(key)

    def joined(self, other: AnswerSheets) -> AnswerSheets:
        """Return these sheets and those of `other`; of what both have, that of `other` counts."""
        layouts = {**self.by_key, **other.by_key}
        questions = {**self.by_name, **other.by_name}
        return AnswerSheets(
            tuple(layouts.values()),
            tuple(questions.values()),
            {**self.shares, **other.shares},
            {**self.titles, **other.titles},
            other.language,
            other.origin,
        )


class DamagedRecordError(ValueError):
    """Raised for a record that is not what quizgen writes."""


def sheets_text(sheets: AnswerSheets) -> str:
    """Return the text of the file that holds `sheets`."""
    return record_text(sheets_record(sheets))


def record_text(record: Any) -> str:
    """Return the content of a file that keeps `record`, a value of JSON, for people to look at."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def sheets_record(sheets: AnswerSheets) -> dict[str, Any]:
    """Return `sheets` as a record."""
    return {
        "format": FORMAT,
        "language": sheets.language,
        "deck": sheets.origin.deck,
        "banks": list(sheets.origin.banks),
        "worksheets": {
            name: {"title": title, "shares": sheets.shares.get(name, True)}
            for name, title in sheets.titles.items()
        },
        "sheets": [_layout_record(layout) for layout in sheets.layouts],
        "questions": [_question_record(question) for question in sheets.questions],
    }


def sheets_of(record: Any) -> AnswerSheets:
    """Return the sheets that `record` holds. Raises DamagedRecordError."""
    try:
        if record["format"] != FORMAT:
            raise DamagedRecordError("it is of another version of quizgen")
        worksheets = record["worksheets"]
        return AnswerSheets(
            tuple(map(_layout_of, record["sheets"])),
            tuple(map(_question_of, record["questions"])),
            {text_of(name): bool(one["shares"]) for name, one in worksheets.items()},
            {text_of(name): text_of(one["title"]) for name, one in worksheets.items()},
            text_of(record["language"]),
            Origin(text_of(record.get("deck", "")), tuple(map(text_of, record.get("banks", ())))),
        )
    except DamagedRecordError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise DamagedRecordError("it is damaged, or no such file at all") from error


def _layout_record(layout: AnswerSheetLayout) -> dict[str, Any]:
    return {
        "worksheet": layout.worksheet,
        "digest": layout.digest,
        "form": layout.form,
        "edition": layout.edition,
        "size": [layout.width, layout.height],
        "radius": layout.radius,
        "pages": [
            {
                "code": _rounded(page.code),
                "name": _rounded(page.name),
                "fields": [
                    [f.question, f.label, f.part, f.kind.value, [[*b] for b in f.bubbles]]
                    for f in page.fields
                ],
            }
            for page in layout.pages
        ],
    }


def _rounded(lengths: Iterable[float]) -> list[float]:
    return [round(length, 3) for length in lengths]


def _layout_of(record: Any) -> AnswerSheetLayout:
    width, height = map(_length, record["size"])
    pages = tuple(
        PageLayout(
            tuple(_field_of(field) for field in page["fields"]),
            Box(*map(_length, page["code"])),
            Box(*map(_length, page["name"])),
        )
        for page in record["pages"]
    )
    return AnswerSheetLayout(
        _worksheet_of(record["worksheet"]),
        _matching(_DIGEST, record["digest"], "digest"),
        _matching(_FORM, record["form"], "form"),
        text_of(record["edition"]),
        width,
        height,
        _length(record["radius"]),
        pages,
    )


def _worksheet_of(value: Any) -> str:
    """Return `value`, the name of a worksheet; marks count as letters, as in deck files."""
    name = text_of(value)
    lettered = "".join("_" if unicodedata.category(c).startswith("M") else c for c in name[1:])
    _matching(_WORKSHEET, name[:1] + lettered, "worksheet's name")
    return name


def _matching(shape: Pattern[str], value: Any, noun: str) -> str:
    text = text_of(value)
    if shape.fullmatch(text) is None:
        raise DamagedRecordError(f"a {noun} in it is none")
    return text


def _field_of(record: Any) -> BubbleRow:
    question, label, part, kind, bubbles = record
    places = tuple(Bubble(_length(x), _length(y), text_of(value)) for x, y, value in bubbles)
    return BubbleRow(text_of(question), text_of(label), count_of(part), FieldKind(kind), places)


def _question_record(question: GradedQuestion) -> dict[str, Any]:
    number = None if question.number is None else str(question.number)
    typed = {"judging": question.judging.value, "accepted": [[*one] for one in question.accepted]}
    return {
        "name": question.name,
        "kind": question.kind.value,
        "stem": question.stem,
        "points": question.points,
        "parts": list(question.parts),
        "options": list(question.options),
        "key": list(question.key),
        "number": number,
        "tolerance": str(question.tolerance),
        "answer": question.answer,
        "explain": question.explain,
        "evidence": list(question.evidence),
        "topic": question.topic,
        "bonus": question.is_bonus,
        "place": question.place,
        "option_lines": list(question.option_lines),
        "part_marks": list(question.part_marks),
        "option_marks": list(question.option_marks),
        "unit": question.unit,
        "rubric": [[*one] for one in question.rubric],
        **(typed if question.judging is not Judging.NOBODY else {}),
        **({"drawn": True} if question.is_drawn else {}),
    }


def _question_of(record: Any) -> GradedQuestion:
    number = record["number"]
    options = tuple(map(text_of, record["options"]))
    key = tuple(map(count_of, record["key"]))
    if any(index >= len(options) for index in key):
        raise DamagedRecordError("a key of it names an option that is not there")
    parts = tuple(map(text_of, record["parts"]))
    part_marks = tuple(map(text_of, record.get("part_marks", ())))
    option_marks = tuple(map(text_of, record.get("option_marks", ())))
    if len(part_marks) > len(parts) or len(option_marks) > len(options):
        raise DamagedRecordError("a mark of it belongs to an option that is not there")
    return GradedQuestion(
        text_of(record["name"]),
        AnswerKind(record["kind"]),
        text_of(record["stem"]),
        count_of(record["points"]),
        parts,
        options,
        key,
        None if number is None else Decimal(text_of(number)),
        Decimal(text_of(record["tolerance"])),
        text_of(record["answer"]),
        text_of(record["explain"]),
        tuple(map(text_of, record["evidence"])),
        text_of(record["topic"]),
        bool(record["bonus"]),
        text_of(record["place"]),
        tuple(map(count_of, record["option_lines"])),
        part_marks,
        option_marks,
        text_of(record.get("unit", "")),
        tuple(RubricLine(text_of(text), count_of(n)) for text, n in record.get("rubric", ())),
        Judging(record.get("judging", "")),
        tuple(tuple(map(text_of, texts)) for texts in record.get("accepted", ())),
        bool(record.get("drawn", False)),
    )


def text_of(value: Any) -> str:
    """Return `value`, a text of a record. Raises DamagedRecordError."""
    if not isinstance(value, str):
        raise DamagedRecordError("a text of it is none")
    return value


def count_of(value: Any) -> int:
    """Return `value`, a number from 0 of a record. Raises DamagedRecordError."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1_000_000:
        raise DamagedRecordError("a number of it is none, or beyond all limits")
    return value


def _length(value: Any) -> float:
    if not isinstance(value, (int, float)) or not 0 <= value <= 2000:
        raise DamagedRecordError("a length of it is none, or beyond all limits")
    return float(value)
