"""Aiken: choices as lines of text, which Moodle and many other programs read."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered
from quizgen.writers.exporting.unasked import left_out, unused_fields

_UNASKED = ("Reveal", "TextEntry", "GapFill", "Numeric", "Match", "Order", "ExtendedText")


def _render(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.aiken.render import render

    return render(export, bank)


AIKEN = ExportFormat(
    name="aiken",
    title="Aiken",
    ending=".aiken.txt",
    render=_render,
    fidelity={**left_out(*_UNASKED), "Choice": "with one right option, as plain lines"},
    unused={
        **unused_fields(*_UNASKED),
    },
)

__all__ = ["AIKEN"]
