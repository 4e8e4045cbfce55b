"""QTI 1.2, as Canvas writes and reads it, in a package for Canvas, Brightspace or Schoology.

The elements are those of the specification (imsglobal.org: QTI v1.2, ASI XML binding); question
types and blanks are Canvas's (github.com/instructure/qti, spec/fixtures).
"""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered


def _render(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.qti12.package import render

    return render(export, bank)


QTI12 = ExportFormat(
    name="qti12",
    title="QTI 1.2 (Canvas)",
    ending=".qti12.zip",
    render=_render,
    fidelity={
        "Reveal": "a short answer, in one direction",
        "Choice": "whole, but for an order that must stay",
        "TextEntry": "whole, but for capitals that count",
        "GapFill": "all gaps at once, hints behind the gaps",
        "Numeric": "whole; the unit stands behind the question",
        "Match": "whole",
        "Order": "whole in New Quizzes; for others, a matching question of parts and places",
        "ExtendedText": "the question; the model answer and the rubric as feedback",
    },
    unused={
        "Numeric.written": "the number itself is compared",
        "Numeric.decimal_sign": "QTI writes numbers with a point",
        "ExtendedText.lines": "Canvas gives every essay the same box",
    },
    has_ordering=True,
)

__all__ = ["QTI12"]
