"""A worksheet and its key for Word, LibreOffice or Microsoft Forms, written by python-docx."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered
from quizgen.writers.exporting.sheets.losses import FIDELITY, UNUSED


def _render(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.word.render import render

    return render(export, bank)


WORD = ExportFormat(
    name="docx",
    title="Word",
    ending=".docx",
    render=_render,
    fidelity=FIDELITY,
    unused=UNUSED,
    group=Group.SHEET,
    package="docx",
    extra="docx",
    key_ending="-key.docx",
)

__all__ = ["WORD"]
