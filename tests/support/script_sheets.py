"""Sheets in other scripts, and the text that is copied out of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from quizgen.model.diagnostics import Report
from support.pdf_samples import (
    assessment,
    built,
    entry,
    item,
    plain,
    section,
    squeezed,
)
from support.poppler import poppler

_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e]")
"""What a program adds to text that it copies, to keep its direction."""


def copied(content: bytes, tmp_path: Path) -> str:
    """What poppler copies out of a PDF file, without spaces and marks of direction."""
    path = tmp_path / "copied.pdf"
    path.write_bytes(content)
    return squeezed(_MARKS.sub("", poppler("pdftotext", path, "-")))


def sheet_in(language: str, *stems: str, fonts: Callable[[], list[Path]]) -> bytes:
    questions = [item(f"q{n}", plain(stem), entry("x")) for n, stem in enumerate(stems)]
    made = assessment(section(*questions, title="1"), title="1", language=language)
    report = Report()
    sheet, _ = built(made, report, fonts)
    assert report.diagnostics == []
    return sheet
