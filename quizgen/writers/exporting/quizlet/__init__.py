"""Terms and definitions for Quizlet, and other programs for flashcards: a tab between the two."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered
from quizgen.writers.exporting.unasked import left_out, unused_fields


def _render(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.quizlet.render import render

    return render(export, bank)


QUIZLET = ExportFormat(
    name="quizlet",
    title="Quizlet",
    ending=".quizlet.txt",
    render=_render,
    fidelity={
        "Reveal": "whole",
        "Choice": "a card: the question with its options, the right ones behind",
        "TextEntry": "a card",
        "GapFill": "a card: the text with blanks, the answers behind",
        "Numeric": "a card",
        "Match": "a card for each pair",
        **left_out("Order"),
        "ExtendedText": "a card with the model answer",
    },
    unused={
        "Reveal.reversed": "Quizlet asks every card both ways",
        "Choice.fixed": "the options stand in the order of the deck",
        "Option.pinned": "the options stand in the order of the deck",
        "TextEntry.exact_case": "a learner judges himself",
        "Gap.number": "all gaps of a text are asked at once",
        "Numeric.value": "the number stands there as it is written",
        "Numeric.decimal_sign": "the number stands there as it is written",
        "ExtendedText.lines": "a card has no ruled lines",
        **unused_fields("Order"),
    },
    group=Group.GAME,
)

__all__ = ["QUIZLET"]
