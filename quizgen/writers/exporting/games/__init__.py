"""Tables for quiz programs that a class plays: Kahoot, Blooket, Gimkit, Wayground (Quizizz).

Their headings are those of the programs' own templates. All ask for a choice.
"""

from __future__ import annotations

from functools import partial

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered
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

KAHOOT = ExportFormat(
    name="kahoot",
    title="Kahoot",
    ending=".kahoot.xlsx",
    render=partial(_render, "kahoot"),
    fidelity={**_LEFT_OUT, **CHOSEN, "Choice": "up to four options; of more, the first wrong ones"},
    unused=_CHOICE_UNUSED,
    group=Group.GAME,
    package="openpyxl",
    extra="tables",
)
BLOOKET = ExportFormat(
    name="blooket",
    title="Blooket",
    ending=".blooket.csv",
    render=partial(_render, "blooket"),
    fidelity={**_LEFT_OUT, **CHOSEN, "Choice": "up to four options; of more, the first wrong ones"},
    unused=_CHOICE_UNUSED,
    group=Group.GAME,
)
GIMKIT = ExportFormat(
    name="gimkit",
    title="Gimkit",
    ending=".gimkit.csv",
    render=partial(_render, "gimkit"),
    fidelity={**_LEFT_OUT, **CHOSEN, "Choice": "with one right option; up to four options"},
    unused=_CHOICE_UNUSED,
    group=Group.GAME,
)
WAYGROUND = ExportFormat(
    name="wayground",
    title="Wayground (Quizizz)",
    ending=".wayground.xlsx",
    render=partial(_render, "wayground"),
    fidelity={
        **_LEFT_OUT,
        "Reveal": "an answer to type",
        "Choice": "up to five options; of more, the first wrong ones",
        "TextEntry": "whole, but for capitals that count",
    },
    unused=_UNUSED,
    group=Group.GAME,
    package="openpyxl",
    extra="tables",
)

__all__ = ["BLOOKET", "GIMKIT", "KAHOOT", "WAYGROUND"]
