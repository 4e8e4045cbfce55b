"""Tables for quiz programs that a class plays: Kahoot, Blooket, Gimkit, Wayground (Quizizz).

Their headings are those of the programs' own templates. All ask for a choice.
"""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Group, Rendered


def _kahoot(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.games.tables import render_kahoot

    return render_kahoot(export, bank)


def _blooket(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.games.tables import render_blooket

    return render_blooket(export, bank)


def _gimkit(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.games.tables import render_gimkit

    return render_gimkit(export, bank)


def _wayground(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.games.tables import render_wayground

    return render_wayground(export, bank)


LEFT_OUT = "left out, and told so"
UNASKED = dict.fromkeys(("GapFill", "Numeric", "Match", "Order", "ExtendedText"), LEFT_OUT)
_WHY = "the question is left out, and told so"
UNUSED = {
    **dict.fromkeys(
        (
            *("GapFill.parts", "Gap.number", "Gap.answer", "Gap.hint"),
            *("Numeric.value", "Numeric.written", "Numeric.tolerance", "Numeric.unit"),
            *("Numeric.decimal_sign", "Match.premises", "Match.responses", "Match.key"),
            *("Match.proofs", "Match.hints", "Order.events", "Event.text", "Event.date"),
            *("Event.proof", "Event.hint"),
            *("Proof.explain", "ExtendedText.answer", "ExtendedText.rubric"),
            *("ExtendedText.lines", "Criterion.text", "Criterion.points", "Gap.style"),
        ),
        _WHY,
    ),
    "Choice.mark": "these programs mark options as they like",
    "Choice.fixed": "these programs mix the options as they like",
    "Option.pinned": "these programs mix the options as they like",
    "Item.topic": "a player sees no topics",
    "Item.tags": "tags are for choosing questions",
}
CHOSEN = {
    "Reveal": "a choice, with answers of other flashcards as wrong ones",
    "TextEntry": "a choice, with answers of other questions as wrong ones",
}
_TYPED = "TextEntry.exact_case"
_CHOICE_UNUSED = {**UNUSED, _TYPED: "nobody types the answer"}

KAHOOT = ExportFormat(
    name="kahoot",
    title="Kahoot",
    ending=".kahoot.xlsx",
    render=_kahoot,
    fidelity={**UNASKED, **CHOSEN, "Choice": "up to four options; of more, the first wrong ones"},
    unused=_CHOICE_UNUSED,
    group=Group.GAME,
    package="openpyxl",
    extra="tables",
)
BLOOKET = ExportFormat(
    name="blooket",
    title="Blooket",
    ending=".blooket.csv",
    render=_blooket,
    fidelity={**UNASKED, **CHOSEN, "Choice": "up to four options; of more, the first wrong ones"},
    unused=_CHOICE_UNUSED,
    group=Group.GAME,
)
GIMKIT = ExportFormat(
    name="gimkit",
    title="Gimkit",
    ending=".gimkit.csv",
    render=_gimkit,
    fidelity={**UNASKED, **CHOSEN, "Choice": "with one right option; up to four options"},
    unused=_CHOICE_UNUSED,
    group=Group.GAME,
)
WAYGROUND = ExportFormat(
    name="wayground",
    title="Wayground (Quizizz)",
    ending=".wayground.xlsx",
    render=_wayground,
    fidelity={
        **UNASKED,
        "Reveal": "an answer to type",
        "Choice": "up to five options; of more, the first wrong ones",
        "TextEntry": "whole, but for capitals that count",
    },
    unused=UNUSED,
    group=Group.GAME,
    package="openpyxl",
    extra="tables",
)

__all__ = ["BLOOKET", "GIMKIT", "KAHOOT", "WAYGROUND"]
