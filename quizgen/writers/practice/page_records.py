"""What stands on practice pages, as whoever marks the codes of pupils needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.answer_sheets.records import AnswerSheets, sheets_text
from quizgen.model.assessment import Assessment
from quizgen.project.file_names import PRACTICE_SHEETS
from quizgen.writers.base import Artifact
from quizgen.writers.practice.quiz import Quiz
from quizgen.writers.shared.screen_records import screen_records


def practice_sheets_files(assessment: Assessment, quizzes: Iterable[Quiz]) -> Iterator[Artifact]:
    """Yield the file by which `quizgen grade` marks codes, if one of `quizzes` gives out any."""
    without_key = [quiz for quiz in quizzes if not quiz.has_key]
    if without_key:
        text = sheets_text(page_records(assessment, without_key))
        yield Artifact.rendered(PRACTICE_SHEETS, str.encode, text)


def page_records(assessment: Assessment, quizzes: Iterable[Quiz]) -> AnswerSheets:
    """Return what stands on the pages of `quizzes`; codes hold no essays and no drawings."""
    sheets = [quiz.worksheet for quiz in quizzes]
    return screen_records(assessment, sheets, has_paper=False)
