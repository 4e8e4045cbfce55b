"""GIFT, the text format of Moodle's that many other programs read (docs.moodle.org: GIFT format).

What Moodle makes of a file is in its ``question/format/gift/format.php``.
"""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered
from quizgen.writers.exporting.gift.losses import losses_of
from quizgen.writers.exporting.gift.question import entries
from quizgen.writers.exporting.item_html import by_topic, moodle_category


def render(export: Export, bank: Bank) -> Rendered:
    """Return the file of `export`, in a category for each topic of `bank`."""
    blocks: list[str] = []
    for titles, questions in by_topic(export.questions, bank):
        blocks.append(f"$CATEGORY: {moodle_category(*titles)}")
        for question in questions:
            blocks += entries(question, bank.language)
    losses = tuple(loss for question in export.questions for loss in losses_of(question.item))
    return Rendered(("\n\n".join(blocks) + "\n").encode("utf-8", errors="replace"), losses)


GIFT = ExportFormat(
    name="gift",
    title="GIFT",
    ending=".gift.txt",
    render=render,
    fidelity={
        "Reveal": "a short answer, in one direction",
        "Choice": "whole, but for an order that must stay",
        "TextEntry": "whole, but for capitals that count",
        "GapFill": "a question for each number of a gap, hints as text",
        "Numeric": "whole; the unit stands behind the question",
        "Match": "whole from three pairs on; with two, a question for each",
        "Order": "a matching question of parts and places",
        "ExtendedText": "the question; the model answer and the rubric as feedback",
    },
    unused={
        "ExtendedText.lines": "a screen has no ruled lines",
        "Numeric.written": "the number itself is shown, with a point",
        "Numeric.decimal_sign": "numbers have a point in every language",
    },
)

__all__ = ["GIFT", "render"]
