"""What a pupil gets back after a test."""

from __future__ import annotations

from typing import NamedTuple


class ReportedAnswer(NamedTuple):
    """An answer that was not right as a whole: its question, and why.

    `given` is what the pupil answered, empty where nothing was, and `right` what is right.
    """

    label: str
    stem: str
    points: str
    most: str
    given: str
    right: str
    explain: str
    evidence: tuple[str, ...]


class PupilReport(NamedTuple):
    """The sheet of one pupil: `points` of the `most`, and what was not right."""

    pupil: str
    form: str
    points: str
    most: str
    answers: tuple[ReportedAnswer, ...]
