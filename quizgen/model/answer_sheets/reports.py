"""What a pupil gets back after a test."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.model.answer_sheets.questions import RubricLine


class ReportedAnswer(NamedTuple):
    """An answer that was not right as a whole: its question, and why.

    `given` is what the pupil answered, empty where nothing was, and None where that stands on other
    paper or is not certain yet. `right` is what is right, and `rubric` what earned points.
    """

    label: str
    stem: str
    points: str
    most: str
    given: str | None
    right: str
    explain: str
    evidence: tuple[str, ...]
    rubric: tuple[RubricLine, ...] = ()


class PupilReport(NamedTuple):
    """The sheet of one pupil: `points` of the `most`, and what was not right.

    `count_open` is how many answers have no points yet.
    """

    pupil: str
    form: str
    points: str
    most: str
    answers: tuple[ReportedAnswer, ...]
    count_open: int = 0
