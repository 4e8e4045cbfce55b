"""What the head of an answer sheet says of how to mark."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.answer_sheets.geometry import FieldKind
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.answer_sheet.plans import BlockPlan


def instructions(plans: Sequence[BlockPlan], words: Translations) -> str:
    """Return how to mark, as far as `plans` need it said."""
    several = [plan.label for plan in plans if plan.kind is FieldKind.SEVERAL]
    parts = [words.sheet.how_to_mark]
    if several:
        parts.append(words.sheet.several_right(", ".join(several)))
    if any(plan.kind is FieldKind.DIGIT for plan in plans):
        parts.append(words.sheet.how_to_write_numbers)
    return " ".join(parts)
