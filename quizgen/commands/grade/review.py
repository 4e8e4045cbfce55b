"""The review page: one HTML file with what a person has to look at, and keys to decide it."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from quizgen.commands.grade.attempts import (
    NO_DECISIONS,
    Attempt,
    Decisions,
    page_key,
    pupil_of,
)
from quizgen.commands.grade.kept import crop_name, decisions_text
from quizgen.commands.grade.marking import AnswerState
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.tables import letter
from quizgen.model.answer_sheets.geometry import BubbleRow, FieldKind
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.answer_sheets.scoring import why_open

ReadCrop = Callable[[str], bytes | None]
"""Returns the picture of a name, None where there is none."""


class Entry(NamedTuple):
    """One thing to decide: a row of bubbles, or, where `row` is None, whose page it is.

    `options` are values and their names. `read` are the values that were read. `is_digits`: each
    value has its own character as its key. `points` is the question that a person gives points for.
    `typed` is what a pupil has typed, empty for a row on paper.
    """

    page: str
    row: int | None
    title: str
    why: str
    options: tuple[tuple[str, str], ...] = ()
    read: tuple[str, ...] = ()
    is_several: bool = False
    crop: str = ""
    is_digits: bool = False
    points: str = ""
    typed: str = ""


def entries(outcomes: Sequence[SheetOutcome], decisions: Decisions) -> Iterator[Entry]:
    """Yield all that a person has to decide, page by page."""
    for outcome in outcomes:
        for result in outcome.results:
            reasons = {
                name: why_open(outcome.questions[name], answer.values)
                for name, answer in result.answers.items()
                if answer.state is AnswerState.OPEN and name not in result.attempt.open
            }
            for reading in result.attempt.pages.values():
                yield from _of_page(outcome, result.attempt, reading, reasons, decisions)


def _of_page(
    outcome: SheetOutcome,
    attempt: Attempt,
    reading: PageReading,
    reasons: Mapping[str, str],
    decisions: Decisions,
) -> Iterator[Entry]:
    key = page_key(reading)
    decided = decisions.get(key, NO_DECISIONS)
    fields = attempt.layout.pages[reading.code.page - 1].fields
    place = f"{reading.source}, page {reading.number}"
    number, is_open = pupil_of(reading, fields, decided)
    whose = f"pupil {number}" if number else "a pupil without a number"
    if not number or is_open:
        crop = crop_name(key, "name")
        read = (number,) if number else ()
        yield Entry(key, None, f"Whose page is this? {place}", _why(is_open), (), read, crop=crop)
    for row in reading.fields:
        field = fields[row.field]
        if field.question not in outcome.questions:
            continue
        is_doubtful = row.doubt is not None and row.field not in decided.rows
        if not is_doubtful and field.question not in reasons:
            continue
        question = outcome.questions[field.question]
        why = reasons.get(field.question) or (row.doubt.value if row.doubt else "")
        crop = crop_name(key, str(row.field))
        yield Entry(
            key,
            row.field,
            f"{_title(field, question)}: {whose}, {place}",
            why,
            tuple(option_names(field, question)),
            decided.rows.get(row.field, row.marked),
            field.kind is FieldKind.SEVERAL,
            crop,
            field.kind in (FieldKind.POINTS, FieldKind.DIGIT),
            field.question if field.kind is FieldKind.POINTS else "",
        )


def _why(is_open: bool) -> str:
    return "a digit of the number is in doubt" if is_open else "no number is filled in"


def _title(field: BubbleRow, question: GradedQuestion) -> str:
    match question.kind:
        case AnswerKind.MATCH | AnswerKind.ORDER:
            return f"Question {field.label}, “{question.parts[field.part]}”"
        case AnswerKind.NUMBER:
            return f"Question {field.label}, place {field.part + 1} of the number"
        case AnswerKind.TEACHER | AnswerKind.TYPED:
            return f"Question {field.label}, points"
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            return f"Question {field.label}"


def option_names(field: BubbleRow, question: GradedQuestion) -> Iterator[tuple[str, str]]:
    """Yield the values of a row with their names: the letter on the paper, and what it says."""
    for place, bubble in enumerate(field.bubbles):
        if question.options and field.kind in (FieldKind.ONE, FieldKind.SEVERAL):
            yield bubble.value, f"{letter(place)}: {question.options[int(bubble.value)]}"
        else:
            yield bubble.value, bubble.value


def review_page(
    all_entries: Sequence[Entry], read_crop: ReadCrop, decisions: Decisions = MappingProxyType({})
) -> bytes:
    """Return the review page for `all_entries`. Nothing in it is loaded from elsewhere.

    What it saves has the `decisions` so far too: the file takes the place of the one before.
    """
    folder = files(__package__)
    script = folder.joinpath("review.js").read_text(encoding="utf-8")
    style = folder.joinpath("review.css").read_text(encoding="utf-8")
    template = folder.joinpath("review.html").read_text(encoding="utf-8")
    body = "\n".join(_entry_html(n, one, read_crop) for n, one in enumerate(all_entries, 1))
    identity = hashlib.sha256(
        "\n".join(f"{one.page} {one.row}" for one in all_entries).encode()
    ).hexdigest()[:16]
    values = {
        "STYLE_HASH": _csp_hash(style),
        "SCRIPT_HASH": _csp_hash(script),
        "STYLE": style,
        "SCRIPT": script,
        "COUNT": str(len(all_entries)),
        "IDENTITY": identity,
        "KNOWN": html.escape(decisions_text(decisions).decode()),
        "ENTRIES": body,
    }
    parts = template.split("%%")
    return "".join(values[p] if i % 2 else p for i, p in enumerate(parts)).encode()


def _csp_hash(text: str) -> str:
    """Return the source expression of an inline script or style (Content Security Policy 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _entry_html(number: int, entry: Entry, read_crop: ReadCrop) -> str:
    page, title = html.escape(entry.page), html.escape(entry.title)
    content = read_crop(entry.crop) if entry.crop else None
    picture = ""
    if content:
        data = base64.b64encode(content).decode()
        picture = f'<img alt="The row on the paper" src="data:image/png;base64,{data}">'
    if entry.typed:
        picture = f'<blockquote dir="auto">{html.escape(entry.typed)}</blockquote>'
    if entry.row is None:
        value = html.escape("".join(entry.read))
        inputs = (
            f'<label>Number in the class list <input type="text" data-read="{value}" '
            f'autocomplete="off"></label>'
        )
        row = "pupil"
    else:
        row = str(entry.row)
        kind = "checkbox" if entry.is_several else "radio"
        marks = [
            _input(number, _shortcut(entry, place, value), kind, value, name)
            for place, (value, name) in enumerate(entry.options, 1)
        ]
        nothing = "nothing marked: no points yet" if entry.points else "nothing marked"
        marks.append(_input(number, "x" if entry.is_digits else "0", kind, "", nothing))
        inputs = "".join(marks)
    names = dict(entry.options)
    read = ", ".join(names.get(value, value) for value in entry.read) or "nothing"
    data_read = html.escape(" ".join(entry.read))
    return (
        f'<fieldset class="entry" data-page="{page}" data-row="{row}" data-read="{data_read}" '
        f'data-points="{html.escape(entry.points)}">'
        f"<legend>{number}. {title}</legend>{picture}"
        f"<p>{html.escape(entry.why)}{'' if entry.typed else f'. Read: {html.escape(read)}'}</p>"
        f'<div class="options">{inputs}</div></fieldset>'
    )


def _shortcut(entry: Entry, place: int, value: str) -> str:
    """Return the key that chooses the option at `place`, from 1; nothing where there is none."""
    key = value if entry.is_digits else str(place)
    return key if len(key) == 1 else ""


def _input(entry: int, key: str, kind: str, value: str, name: str) -> str:
    shortcut = f"<kbd>{html.escape(key)}</kbd> " if key else ""
    return (
        f'<label><input type="{kind}" name="e{entry}" value="{html.escape(value)}" '
        f'data-key="{html.escape(key)}"> {shortcut}{html.escape(name)}</label>'
    )
