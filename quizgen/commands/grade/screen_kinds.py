"""What pupils hand in without paper, answer codes and filled-in forms, and how each is told of."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.commands.grade.attempts import or_drop
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.assessment import Assessment
from quizgen.model.diagnostics import Report
from quizgen.model.source import in_file
from quizgen.project.file_names import (
    EARLIER_FORM_SHEETS,
    EARLIER_PRACTICE_SHEETS,
    FORM_SHEETS,
    PRACTICE_SHEETS,
)


class ScreenKind(NamedTuple):
    """A kind of work that is handed in without paper, which messages call `noun`.

    A build writes the `record` of what it hands out, and keeps those that it replaces in the file
    `earlier`. `ask_again` says what to do where one cannot be read.
    """

    noun: str
    record: str
    earlier: str
    ask_again: str

    @property
    def in_its_project(self) -> str:
        """What to do where no record has what was handed out."""
        return (
            "grade it in the project whose build was handed out, or name that build's "
            f"{self.record} with --sheets"
        )

    @property
    def put_back(self) -> str:
        """What to do where the record of what was handed out is damaged."""
        return (
            f"put back a copy of the {self.record} of the build that was handed out, and name it "
            "with --sheets"
        )

    def sheets(self, assessment: Assessment) -> AnswerSheets | None:
        """Return what `assessment` may hand out today, None for nothing."""
        if self is FORMS:
            from quizgen.writers.shared.screen_records import screen_records

            worksheets = assessment.worksheets
            return screen_records(assessment, worksheets) if worksheets else None
        from quizgen.writers.practice.deck_part import PRACTICE
        from quizgen.writers.practice.page_records import page_records

        quizzes = PRACTICE.of(assessment)
        return page_records(assessment, quizzes) if quizzes else None


FORMS = ScreenKind(
    "form",
    FORM_SHEETS,
    EARLIER_FORM_SHEETS,
    "ask for the file as it was saved, with its fields; all other files are graded",
)
CODES = ScreenKind(
    "code",
    PRACTICE_SHEETS,
    EARLIER_PRACTICE_SHEETS,
    "ask for the code again, copied as a whole; what stands on other lines is graded",
)


def tell(
    kind: ScreenKind,
    place: tuple[str, int],
    why: str,
    report: Report,
    key: str = "",
    help: str = "",
) -> None:
    """Report that what stands in the file and on the line of `place` cannot be graded.

    `key` is what decisions know it by, empty where it is not kept. `help` is what to do; to ask
    for it again if not given.
    """
    out = (help or kind.ask_again) + or_drop(key)
    report.warning(f"unreadable-{kind.noun}", in_file(*place), why, out)
