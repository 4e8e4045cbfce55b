"""The text that Blackboard uploads as questions: a line each, with tabs (help.blackboard.com)."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered


def _render(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.blackboard.render import render

    return render(export, bank)


BLACKBOARD = ExportFormat(
    name="blackboard",
    title="Blackboard text",
    ending=".blackboard.txt",
    render=_render,
    fidelity={
        "Reveal": "an answer to type, in one direction",
        "Choice": "whole, but for an order that must stay",
        "TextEntry": "whole, but for capitals that count",
        "GapFill": "all gaps at once, hints behind the gaps",
        "Numeric": "whole; the unit stands behind the question",
        "Match": "whole, but for responses that belong to nothing",
        "Order": "whole",
        "ExtendedText": "whole; the rubric behind the model answer",
    },
    unused={
        "Numeric.written": "the number itself is compared",
        "Numeric.decimal_sign": "numbers have a point",
        "ExtendedText.lines": "a screen has no ruled lines",
    },
)

__all__ = ["BLACKBOARD"]
