"""Tables for quiz programs that a class plays: Kahoot, Blooket, Gimkit, Wayground (Quizizz).

Their headings are those of the programs' own templates. All ask for a choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered
from quizgen.writers.exporting.games.headings import (
    BLOOKET_HEADINGS,
    GIMKIT_HEADINGS,
    KAHOOT_HEADINGS,
    WAYGROUND_HEADINGS,
)
from quizgen.writers.exporting.unasked import left_out, unused_fields


def _render(program: str, export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.games.tables import RENDERERS

    return RENDERERS[program](export, bank)


_UNASKED = ("GapFill", "Numeric", "Match", "Order", "ExtendedText")
_LEFT_OUT = left_out(*_UNASKED)
_UNUSED = {
    **unused_fields(*_UNASKED),
    "Choice.mark": "these programs mark options as they like",
    "Choice.fixed": "these programs mix the options as they like",
    "Option.pinned": "these programs mix the options as they like",
}
CHOSEN = {
    "Reveal": "a choice, with answers of other flashcards as wrong ones",
    "TextEntry": "a choice, with answers of other questions as wrong ones",
}
_TYPED = "TextEntry.exact_case"
_CHOICE_UNUSED = {**_UNUSED, _TYPED: "nobody types the answer"}

_FIRST_FOUR = {**CHOSEN, "Choice": "up to four options; of more, the first wrong ones"}


def _game(
    name: str,
    title: str,
    kind: str,
    headings: tuple[str, ...],
    fidelity: Mapping[str, str],
    unused: Mapping[str, str] = _CHOICE_UNUSED,
) -> ExportFormat:
    """Return the format of the program `name`: a table with `headings`, ``xlsx`` or ``csv``."""
    is_workbook = kind == "xlsx"
    return ExportFormat(
        name=name,
        title=title,
        ending=f".{name}.{kind}",
        render=partial(_render, name),
        fidelity={**_LEFT_OUT, **fidelity},
        unused=unused,
        group=Group.GAME,
        package="openpyxl" if is_workbook else "",
        extra="tables" if is_workbook else "",
        headings=headings,
    )


KAHOOT = _game("kahoot", "Kahoot", "xlsx", KAHOOT_HEADINGS, _FIRST_FOUR)
BLOOKET = _game("blooket", "Blooket", "csv", BLOOKET_HEADINGS, _FIRST_FOUR)
GIMKIT = _game(
    "gimkit",
    "Gimkit",
    "csv",
    GIMKIT_HEADINGS,
    {**CHOSEN, "Choice": "with one right option; up to four options"},
)
WAYGROUND = _game(
    "wayground",
    "Wayground (Quizizz)",
    "xlsx",
    WAYGROUND_HEADINGS,
    {
        "Reveal": "an answer to type",
        "Choice": "up to five options; of more, the first wrong ones",
        "TextEntry": "whole, but for capitals that count",
    },
    _UNUSED,
)

__all__ = ["BLOOKET", "GIMKIT", "KAHOOT", "WAYGROUND"]
