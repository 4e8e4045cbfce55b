"""What pupils have handed in without paper becomes results: by what was handed out to them.

Each is marked with the key of today, codes and filled-in forms alike.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from quizgen.commands.grade.analysis import analysed
from quizgen.commands.grade.attempts import NO_DECISIONS, Attempt, Decisions, PageDecisions
from quizgen.commands.grade.form_marking import Values, judged, marked_form_answer
from quizgen.commands.grade.marking import MarkedAnswer, Result, current_questions
from quizgen.commands.grade.origins import today_of
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.screen_kinds import ScreenKind, tell
from quizgen.commands.grade.screen_prints import ScreenPrints
from quizgen.model.answer_code import CodeError
from quizgen.model.answer_sheets.geometry import AnswerSheetLayout
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.model.answer_sheets.record_values import DamagedRecordError
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.diagnostics import Report


class HandedIn(NamedTuple):
    """A code or a form, which decisions know by its `reading`. `name` is the pupil's, as typed.

    `values` gives what was chosen and typed, by the names of fields, of the layout of a sheet; it
    may raise CodeError or DamagedRecordError.
    """

    reading: PageReading
    name: str
    values: Callable[[AnswerSheets, AnswerSheetLayout], Values]


class _Marked:
    """A worksheet that was handed out as `printed`, with its keys of today."""

    def __init__(
        self, printed: AnswerSheets, prints: ScreenPrints, withdrawn: Collection[str]
    ) -> None:
        self.printed = printed
        current, shares = today_of(printed, prints.today, prints.named)
        self.questions, self.changed, self.gone = current_questions(printed, current, withdrawn)
        self.shares: Mapping[str, bool] = shares
        self.has_key = current is not None
        self.results: list[Result] = []

    def answers(
        self, handed: HandedIn, layout: AnswerSheetLayout, decided: PageDecisions
    ) -> dict[str, MarkedAnswer]:
        """Return the answers of `handed`; what is open has the points that a person has given."""
        values = handed.values(self.printed, layout)
        shares = self.shares.get(layout.worksheet, True)
        answers, language = {}, self.printed.language
        for number, row in enumerate(layout.pages[0].fields):
            question = self.questions.get(row.question)
            if question is None:
                continue
            marked = marked_form_answer(question, row, values, language, shares=shares)
            given = decided.rows.get(number, ())
            answers[question.name] = judged(marked, question.points, given)
        return answers

    def outcome(self, kind: ScreenKind) -> SheetOutcome:
        """Return the results so far, of what is of `kind`."""
        worksheet, questions = self.printed.layouts[0].worksheet, self.questions
        analysis = analysed(worksheet, self.results, questions)
        changed, gone = tuple(self.changed), tuple(self.gone)
        outcome = SheetOutcome(
            self.printed, questions, tuple(self.results), analysis, changed, gone, self.has_key
        )
        return replace(outcome, noun=kind.noun)


def screen_outcomes_of(
    kind: ScreenKind,
    handed_in: Iterable[HandedIn],
    prints: ScreenPrints,
    decisions: Decisions,
    withdrawn: Iterable[str],
    report: Report,
) -> list[SheetOutcome]:
    """Return the results of each worksheet that what was `handed_in` is of. Faults name no pupil.

    Raises:
        AmbiguousSheetsError: Several decks could have the keys.
    """
    left_out = frozenset(withdrawn)
    sheets: dict[str, _Marked] = {}
    for one in handed_in:
        reading, digest = one.reading, one.reading.code.digest
        decided = decisions.get(reading.key, NO_DECISIONS)
        if decided.is_dropped:
            continue
        place = reading.source, reading.number
        printed = prints.known.get(digest)
        layout = printed.layout_for(reading.code) if printed else None
        if printed is None or layout is None or not layout.pages:
            why = "no record says what stands on it: it is of another build"
            tell(kind, place, why, report, reading.key, kind.in_its_project)
            continue
        if digest in prints.rivals:
            first, second = prints.rivals[digest]
            why = f"its worksheet could be of the deck {first!r} or {second!r}, "
            out = f"name the {kind.record} of one with --sheets"
            tell(kind, place, why + "whose keys or points differ", report, reading.key, out)
            continue
        marked = sheets.get(digest) or _Marked(printed, prints, left_out)
        try:
            answers = marked.answers(one, layout, decided)
        except CodeError as error:
            tell(kind, place, str(error), report, reading.key)
            continue
        except DamagedRecordError as error:
            tell(kind, place, str(error), report, reading.key, kind.put_back)
            continue
        sheets[digest] = marked
        name = decided.pupil if decided.pupil is not None else one.name
        marked.results.append(Result(Attempt(name, layout, {1: reading}), answers))
    return [one.outcome(kind) for one in sheets.values()]
