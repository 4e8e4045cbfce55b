"""Answer sheets as records that JSON can hold, and back: the content of ``answer-sheets.json``."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
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
from quizgen.model.answer_sheets.question_records import question_of, question_record
from quizgen.model.answer_sheets.questions import GradedQuestion
from quizgen.model.answer_sheets.record_values import (
    DamagedRecordError,
    count_of,
    length_of,
    text_of,
)
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
        "questions": [question_record(question) for question in sheets.questions],
    }


def sheets_of(record: Any) -> AnswerSheets:
    """Return the sheets that `record` holds. Raises DamagedRecordError."""
    try:
        if record["format"] != FORMAT:
            raise DamagedRecordError("it is of another version of quizgen")
        worksheets = record["worksheets"]
        return AnswerSheets(
            tuple(map(_layout_of, record["sheets"])),
            tuple(map(question_of, record["questions"])),
            {text_of(name): bool(one["shares"]) for name, one in worksheets.items()},
            {text_of(name): text_of(one["title"]) for name, one in worksheets.items()},
            text_of(record["language"]),
            Origin(text_of(record.get("deck", "")), tuple(map(text_of, record.get("banks", ())))),
        )
    except DamagedRecordError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
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
    width, height = map(length_of, record["size"])
    pages = tuple(
        PageLayout(
            tuple(_field_of(field) for field in page["fields"]),
            Box(*map(length_of, page["code"])),
            Box(*map(length_of, page["name"])),
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
        length_of(record["radius"]),
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
    places = tuple(Bubble(length_of(x), length_of(y), text_of(value)) for x, y, value in bubbles)
    return BubbleRow(text_of(question), text_of(label), count_of(part), FieldKind(kind), places)
