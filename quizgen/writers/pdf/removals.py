"""The PDF files of earlier builds that nothing asks for any more."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import PurePosixPath

from quizgen.model.assessment import Assessment
from quizgen.project.file_names import all_pdf_names
from quizgen.writers.base import Artifact


def files_to_remove(assessment: Assessment, paths: Set[str]) -> Iterator[Artifact]:
    """Yield every file that a worksheet may have left in other forms or editions.

    `paths` are those of the files that there are now, in case-folded letters.
    """
    for name in dict.fromkeys(worksheet.name for worksheet in assessment.worksheets):
        for file in all_pdf_names(name):
            if file.casefold() not in paths:
                yield Artifact(PurePosixPath(file), None)
