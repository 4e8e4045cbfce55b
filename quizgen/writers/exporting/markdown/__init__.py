"""A worksheet and its key as Markdown (CommonMark with tables, and TeX between dollars)."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered
from quizgen.writers.exporting.sheets.losses import FIDELITY, UNUSED


def _render(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.markdown.render import render

    return render(export, bank)


MARKDOWN = ExportFormat(
    name="markdown",
    title="Markdown",
    ending=".md",
    render=_render,
    fidelity=FIDELITY,
    unused=UNUSED,
    group=Group.SHEET,
    key_ending="-key.md",
)

__all__ = ["MARKDOWN"]
