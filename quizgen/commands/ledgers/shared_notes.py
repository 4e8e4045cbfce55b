"""Notes that two deck files of a bank hold: both must write them alike."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizgen.assemble.matching_items import matching
from quizgen.model.assessment import DeckFile
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Choice, Item, Match
from quizgen.reporting.concise import display_path
from quizgen.writers.anki.deck_part import ANKI, AnkiDeck


def report_differing_flips(
    anki: AnkiDeck, bank: Bank, others: Iterable[tuple[Path, DeckFile]], report: Report
) -> None:
    """Report a question of `anki` whose card flips in one deck file of `bank` and not in another.

    It is one note, whose card would be another after each of the two packages. `others` are the
    other deck files of the bank, each with its path.
    """
    own_ids = {question.item.id.value for question in anki.questions}
    for path, deck in others:
        spec = ANKI.spec_in(deck)
        if spec is None or spec.flips == anki.flips:
            continue
        chosen = matching(spec.selection, bank)[: spec.selection.count]
        shared = [item for item in chosen if item.id.value in own_ids and _can_flip(item)]
        if not shared:
            continue
        value = "true" if anki.flips else "false"
        report.error(
            "flips-differ",
            anki.span,
            f"the question {shared[0].id.value!r} is in {display_path(path)} as well, and its card "
            f"flips after choosing in only one of the two{_more(len(shared) - 1)}",
            f"write `flip_after_choosing: {value}` in both deck files, or choose other questions",
            related=(Related("the other deck file", spec.span),),
        )


def _can_flip(item: Item) -> bool:
    """Return whether a card of `item` asks for one option."""
    interaction = item.interaction
    if isinstance(interaction, Choice):
        return len(interaction.keys) == 1
    return isinstance(interaction, Match)


def _more(count: int) -> str:
    return f" ({count} more are like it)" if count else ""
