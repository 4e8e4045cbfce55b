"""What becomes of each kind of question in each format, as tables of Markdown."""

from __future__ import annotations

from typing import get_args

from quizgen.model.item import Interaction
from quizgen.writers.exporting.base import ExportFormat, Group
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
    """Return the tables of docs/exporting.md, one a group, from what the formats declare."""
    return "\n".join(f"### {group.value}\n\n{_table(group)}" for group in Group if _of(group))


def _of(group: Group) -> list[ExportFormat]:
    return [one for one in FORMATS if one.group is group]


def _table(group: Group) -> str:
    formats = _of(group)
    rows = [["Question", *(one.title for one in formats)]]
    for interaction in get_args(Interaction):
        name = interaction.__name__
        rows.append([TYPES[name], *(one.fidelity[name] for one in formats)])
    head, *lines = (f"| {' | '.join(row)} |\n" for row in rows)
    return "".join((head, "|---" * (len(formats) + 1), "|\n", *lines))
