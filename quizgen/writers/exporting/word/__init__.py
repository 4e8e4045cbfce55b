"""A worksheet and its key for Word, LibreOffice or Microsoft Forms, written by python-docx."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered, RenderedApart
from quizgen.writers.exporting.sheets.losses import FIDELITY, UNUSED
from quizgen.writers.exporting.word.losses import word_losses


def _worksheet(export: Export, bank: Bank) -> bytes:
    from quizgen.writers.exporting.word.render import render_worksheet

    return render_worksheet(export, bank)


def _key(export: Export, bank: Bank) -> bytes:
    from quizgen.writers.exporting.word.render import render_key

    return render_key(export, bank)


def _render(export: Export, bank: Bank) -> Rendered:
    losses = tuple(word_losses(export, bank))
    return Rendered(_worksheet(export, bank), losses, _key(export, bank))


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
    apart=RenderedApart(word_losses, (_worksheet, _key)),
)

__all__ = ["WORD"]
