"""What a person has to decide: rows in doubt, whose a page is, answers that no rule judges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from quizgen.commands.grade.attempts import (
    NO_DECISIONS,
    Attempt,
    Decisions,
    page_key,
    pupil_of,
)
from quizgen.commands.grade.kept import crop_name
from quizgen.commands.grade.marking import AnswerState, MarkedAnswer
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.reports import given, right
from quizgen.commands.grade.tables import letter, typed_text
from quizgen.model.answer_sheets.geometry import BubbleRow, FieldKind
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.answer_sheets.readings import PageReading, UnreadablePage
from quizgen.model.answer_sheets.scoring import why_open


class Entry(NamedTuple):
    """One thing to decide: a row of bubbles, or, where `row` is None, whose page it is.

    `options` are values and their names. `read` are the values that were read. `is_digits`: each
    value has its own character as its key. `points` is the question that a person gives points for.
    `is_page`: it is a page that could not be read. `details` are texts to judge by, each behind
    what it is. `has_half`: a half may be added to the points.
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
    is_page: bool = False
    details: tuple[tuple[str, str], ...] = ()
    has_half: bool = False


def unread_entries(pages: Iterable[UnreadablePage]) -> Iterator[Entry]:
    """Yield `pages` that could not be read: a person says when each is settled."""
    for page in pages:
        place = f"{page.source}, page {page.number}" if page.number else page.source
        yield Entry(
            page.key,
            None,
            f"This page cannot be read: {place}",
            page.why,
            (("drop", "scanned again, or it does not count"),),
            crop=crop_name(page.key, "page"),
            is_page=True,
        )


def entries(
    outcomes: Iterable[SheetOutcome], decisions: Decisions, unlisted: Collection[str] = ()
) -> Iterator[Entry]:
    """Yield all that a person has to decide, page by page.

    `unlisted` are names that were typed and are nobody's in the class list.
    """
    for outcome in outcomes:
        if outcome.is_on_screen:
            yield from _on_screen(outcome, decisions, unlisted)
            continue
        for result in outcome.results:
            reasons = {
                name: why_open(outcome.questions[name], answer.values)
                for name, answer in result.answers.items()
                if answer.state is AnswerState.OPEN and name not in result.attempt.open
            }
            for reading in result.attempt.pages.values():
                yield from _of_page(outcome, result.attempt, reading, reasons, decisions)


def _on_screen(
    outcome: SheetOutcome, decisions: Decisions, unlisted: Collection[str]
) -> Iterator[Entry]:
    """Yield the open answers in codes or forms, with what was typed, and those of nobody known."""
    noun = outcome.noun
    for result in outcome.results:
        attempt, reading = result.attempt, result.attempt.pages[1]
        line = f", line {reading.number}" if outcome.is_of_codes else ""
        place = f"{reading.source}{line}"
        whose = attempt.pupil or "a pupil without a name"
        is_decided = decisions.get(reading.key, NO_DECISIONS).pupil is not None
        if not attempt.pupil or (attempt.pupil in unlisted and not is_decided):
            why = "the name in it is not one pupil's" if attempt.pupil else "there is no name in it"
            typed = (("Typed", attempt.pupil),) if attempt.pupil else ()
            title = f"Whose {noun} is this? {place}"
            yield Entry(reading.key, None, title, why, details=typed)
        for row, field in enumerate(attempt.layout.pages[0].fields):
            answer = result.answers.get(field.question)
            if answer is None or answer.state is not AnswerState.OPEN:
                continue
            question = outcome.questions[field.question]
            details = [("Question", question.stem), ("Right", right(question))]
            details += [("For points", f"{text} ({most})") for text, most in question.rubric]
            why, given_as = _why_open(question, answer, noun)
            details += [(given_as, given(question, answer) or "")]
            yield Entry(
                reading.key,
                row,
                f"Question {field.label}, points: {whose}, {place}",
                why,
                tuple((str(n), str(n)) for n in range(question.points + 1)),
                is_digits=True,
                details=tuple((what, text) for what, text in details if text),
                has_half=True,
            )


def _why_open(question: GradedQuestion, answer: MarkedAnswer, noun: str) -> tuple[str, str]:
    """Return why a person has to judge `answer`, in a `noun`, and what to call what was given."""
    if question.kind is AnswerKind.TYPED:
        is_there = bool(typed_text(answer))
        return ("no rule judges it" if is_there else _NOT_THERE.format(noun)), "Typed"
    if question.kind in (AnswerKind.ONE, AnswerKind.SEVERAL):
        return "several buttons are chosen, or some are and do not look so", "Chosen"
    return _NOT_THERE.format(noun), ""


_NOT_THERE = "the answer is not in the {}: see the paper"


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
