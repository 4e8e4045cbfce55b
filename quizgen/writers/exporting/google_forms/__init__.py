"""A script that makes a quiz of Google Forms, for script.google.com (class FormApp)."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered
from quizgen.writers.exporting.unasked import left_out, unused_fields


def _render(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.google_forms.render import render

    return render(export, bank)


GOOGLE_FORMS = ExportFormat(
    name="google-forms",
    title="Google Forms",
    ending=".google-forms.gs",
    render=_render,
    fidelity={
        "Reveal": "an answer to type, without a key",
        "Choice": "whole, but for an order that must stay",
        "TextEntry": "an answer to type, without a key",
        **left_out("GapFill", "Order"),
        "Numeric": "a number to type, without a key",
        "Match": "a grid, without a key and points",
        "ExtendedText": "a long answer, without a key",
    },
    unused={
        "Choice.mark": "a form marks options as it does",
        **unused_fields("GapFill", "Order"),
        "Numeric.written": "the number stands in the feedback by its value",
        "Numeric.decimal_sign": "the number stands in the feedback by its value",
        "ExtendedText.lines": "a screen has no ruled lines",
        "Match.key": "a grid has no key, and this is told",
    },
    group=Group.GAME,
)

__all__ = ["GOOGLE_FORMS"]
