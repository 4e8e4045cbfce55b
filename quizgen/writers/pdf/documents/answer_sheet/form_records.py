"""The file that says what stands on worksheets that are filled in on a screen."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.answer_sheets.records import sheets_text
from quizgen.model.assessment import Assessment
from quizgen.project.file_names import FORM_SHEETS
from quizgen.writers.base import Artifact
from quizgen.writers.shared.screen_records import screen_records


def form_sheets_files(assessment: Assessment) -> Iterator[Artifact]:
    """Yield the file by which `quizgen grade` marks filled-in forms, if a worksheet is one."""
    fillable = [one for one in assessment.worksheets if one.printing.fillable]
    if fillable:
        text = sheets_text(screen_records(assessment, fillable))
        yield Artifact.rendered(FORM_SHEETS, str.encode, text)
