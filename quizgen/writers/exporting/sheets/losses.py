"""What a sheet to edit cannot say of an item."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizgen.model.item import GapFill, Item, Reveal
from quizgen.model.loss import Loss
from quizgen.writers.exporting.beside import Beside, losses_beside

FIDELITY = {
    "Reveal": "whole, in one direction",
    "Choice": "whole",
    "TextEntry": "whole",
    "GapFill": "whole",
    "Numeric": "whole",
    "Match": "whole",
    "Order": "whole",
    "ExtendedText": "whole",
}
UNUSED = {
    "Choice.fixed": "the options stand in the order of the deck",
    "Option.pinned": "the options stand in the order of the deck",
    "TextEntry.exact_case": "a teacher judges the answer",
    "Gap.number": "all gaps of a text are asked at once",
    "Numeric.value": "the number stands in the key as it is written",
    "Numeric.decimal_sign": "the number stands in the key as it is written",
    "Item.tags": "tags are for choosing questions",
    "Item.difficulty": "the difficulty is for choosing questions",
}


def losses_of(item: Item, lacks: Collection[Beside], program: str) -> Iterator[Loss]:
    """Yield what is lost of `item` on a sheet of `program`, which has no place for `lacks`."""
    yield from losses_beside(item, lacks, program)
    task = item.interaction
    if isinstance(task, GapFill) and any(gap.style for gap in task.gaps):
        yield Loss(item.id, "the style of a gap", "a blank is plain")
    if isinstance(task, Reveal) and task.reversed:
        yield Loss(item.id, "the way from back to front", "a sheet asks in one direction")
