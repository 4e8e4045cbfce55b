"""Common Cartridge 1.1: a quiz for every platform that imports cartridges.

The elements and profiles are those of the specification (imsglobal.org: Common Cartridge 1.1,
section 4, QTI 1.2 profile). It has choices, answers to type and essays alone.
"""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered
from quizgen.writers.exporting.unasked import left_out, unused_fields

_UNASKED = ("Reveal", "GapFill", "Numeric", "Match", "Order")


def _render(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.cartridge.package import render

    return render(export, bank)


CARTRIDGE = ExportFormat(
    name="cartridge",
    title="Common Cartridge 1.1",
    ending=".imscc",
    render=_render,
    fidelity={
        **left_out(*_UNASKED),
        "Choice": "whole, but for an order that must stay",
        "TextEntry": "whole, but for capitals that count",
        "ExtendedText": "the question; the model answer and the rubric as feedback",
    },
    unused={
        **unused_fields(*_UNASKED),
        "ExtendedText.lines": "a platform gives every essay the same box",
    },
)

__all__ = ["CARTRIDGE"]
