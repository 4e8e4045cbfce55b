"""What becomes of each kind of question in each format, as a table of Markdown."""

from __future__ import annotations

from typing import get_args

from quizgen.model.item import Interaction
from quizgen.writers.exporting.formats import FORMATS

TYPES = {
    "Reveal": "`flashcard`",
    "Choice": "`multiple_choice`, `true_false`",
    "TextEntry": "`short_answer`",
    "GapFill": "`cloze`",
    "Numeric": "`numeric`",
    "Match": "`matching`",
    "Order": "`ordering`, `timeline`",
    "ExtendedText": "`essay`",
}
"""The question types that read to each interaction."""


def fidelity_table() -> str:
    """Return the table of docs/exporting.md, from what the formats declare."""
    rows = [["Question", *(one.title for one in FORMATS)], ["---"] * (len(FORMATS) + 1)]
    for interaction in get_args(Interaction):
        name = interaction.__name__
        rows.append([TYPES[name], *(one.fidelity[name] for one in FORMATS)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows).replace("| --- | --- |", "|---|---|")
