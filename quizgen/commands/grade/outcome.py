"""The results of all worksheets, made of readings, decisions and today's keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from quizgen.commands.grade.analysis import WorksheetAnalysis, analysed
from quizgen.commands.grade.attempts import Decisions, put_together
from quizgen.commands.grade.kept import Kept, Prints
from quizgen.commands.grade.marking import Result, current_questions, marked
from quizgen.commands.grade.origins import today_of
from quizgen.model.answer_sheets.questions import GradedQuestion
from quizgen.model.answer_sheets.records import AnswerSheets, Origin
from quizgen.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SheetOutcome:
    """The results of one print of a worksheet, which `sheets` describes.

    `questions` have their keys of today. `changed` are the names of those that have other options
    today, and `gone` of those that no sheet has any more: their printed keys count. So do those of
    all without `has_key`: no build of the deck is there. `noun` is what pupils have handed in:
    sheets, answer codes, or PDF forms that they have filled in.
    """

    sheets: AnswerSheets
    questions: Mapping[str, GradedQuestion]
    results: tuple[Result, ...]
    analysis: WorksheetAnalysis
    changed: tuple[str, ...]
    gone: tuple[str, ...] = ()
    has_key: bool = True
    noun: str = "sheet"

    @property
    def is_on_screen(self) -> bool:
        """Whether pupils have typed their names and answers."""
        return self.noun != "sheet"

    @property
    def is_of_codes(self) -> bool:
        """Whether pupils have sent answer codes, of which a file may hold many."""
        return self.noun == "code"

    @property
    def worksheet(self) -> str:
        """The name of the worksheet."""
        return self.sheets.layouts[0].worksheet

    @property
    def digest(self) -> str:
        """The digest of the worksheet."""
        return self.sheets.layouts[0].digest


def outcomes(
    kept: Kept,
    decisions: Decisions,
    current: Prints,
    withdrawn: Collection[str],
    named: Collection[Origin] = (),
) -> list[SheetOutcome]:
    """Return the results of every print of which a page was read.

    Where a print may come from several decks, those that a person has `named` count.

    Raises:
        AmbiguousSheetsError: Several decks could have the keys.
    """
    result = []
    for digest, sheets in kept.prints.items():
        readings = [one for one in kept.readings.values() if one.code.digest == digest]
        if not readings:
            continue
        today, shares = today_of(sheets, current, named)
        questions, changed, gone = current_questions(sheets, today, withdrawn)
        attempts = put_together(readings, sheets.layout_for, decisions)
        results = marked(attempts, questions, shares)
        analysis = analysed(sheets.layouts[0].worksheet, results, questions)
        result.append(
            SheetOutcome(
                sheets,
                questions,
                tuple(results),
                analysis,
                tuple(changed),
                tuple(gone),
                has_key=today is not None,
            )
        )
    return result


def count_open(outcomes: Sequence[SheetOutcome]) -> int:
    """Return how many answers a person has to look at."""
    return sum(result.count_open for one in outcomes for result in one.results)
