"""A file that another one names, with a diagnostic at the name where there is no such file."""

from __future__ import annotations

import os
from pathlib import Path

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.source import Source
from quizgen.model.word import Word
from quizgen.readers.files import read_source

MAX_LISTED = 1000
"""Files of a folder among which the one that is meant is looked for."""


def read_named(name: Word, folder: Path, report: Report) -> Source | None:
    """Return the text of the file `name` in `folder`, or None with a diagnostic in `report`."""
    path = folder / name.value
    if os.path.lexists(path):
        return read_source(path, report)
    there = [one.name for one in sorted(folder.iterdir())[:MAX_LISTED] if one.suffix == path.suffix]
    report.error(
        UNREADABLE_FILE,
        name.span,
        f"there is no file {name.value!r} in {folder.name}/",
        did_you_mean(name.value, there) or "check the name, and where the file is stored",
    )
    return None
