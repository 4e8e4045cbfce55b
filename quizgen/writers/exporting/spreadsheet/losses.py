"""What a table cannot say of an item, or what its import cannot read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import assert_never

from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.loss import Loss
from quizgen.writers.exporting.beside import OF_A_BANK, Beside, losses_beside, lost_quote_places
from quizgen.writers.exporting.plain_lines import lines_of, on_a_line
from quizgen.writers.exporting.spreadsheet.rows import ARROW

_HAS = (Beside.PROOF, Beside.RATIONALE, Beside.HINT, Beside.POINTS)
LACKS = frozenset(Beside) - {*_HAS, *OF_A_BANK}
MAX_NUMBER = Decimal(10) ** 30
"""Digits before the point, and behind it, that an import takes for a number."""


def losses_of(item: Item) -> Iterator[Loss]:
    """Yield what is lost of `item`."""
    yield from losses_beside(item, LACKS, "a table")
    for what, why in (*lost_quote_places(item, "a table"), *_of_task(item)):
        yield Loss(item.id, what, why)


def _of_task(item: Item) -> Iterator[tuple[str, str]]:
    match item.interaction:
        case Choice(is_true_false=False, fixed=fixed, options=options):
            if fixed or any(option.pinned for option in options):
                yield "the order of the options", "an import shuffles them"
        case Reveal(reversed=True):
            yield "the way from back to front", "a table has one question a row"
        case GapFill(gaps=gaps):
            texts = [on_a_line(text) for g in gaps for text in (g.answer, g.hint) if text]
            if any("::" in text or "}}" in text for text in texts):
                yield "the border of a gap", "its text has :: or }} in it"
        case Numeric(value=value):
            if abs(value) >= MAX_NUMBER:
                yield "the number as such", "an import takes so many digits for a text"
        case Match(premises=premises, responses=responses):
            if any(ARROW.strip() in lines_of(text) for text in (*premises, *responses)):
                yield "the border of a pair", f"a text has {ARROW.strip()} in it"
        case Reveal() | Order() | Choice() | TextEntry() | ExtendedText():
            return
        case _:
            assert_never(item.interaction)


def cut_cells(item: Item, cells: Sequence[str], most: int) -> Iterator[Loss]:
    """Yield a loss for each of `cells` that is longer than the `most` characters of a cell."""
    for cell in cells:
        if len(cell) > most:
            yield Loss(item.id, "the end of a text", f"a cell holds {most:,} characters")
