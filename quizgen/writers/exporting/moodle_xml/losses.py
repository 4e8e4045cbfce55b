"""What Moodle XML cannot say of an item."""

from __future__ import annotations

from collections.abc import Iterator
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
from quizgen.model.text import Text
from quizgen.writers.exporting.base import OrderingStyle
from quizgen.writers.exporting.beside import (
    Beside,
    losses_beside,
    lost_gap_hints,
    lost_gap_numbers,
    lost_quote_places,
)

LACKS = frozenset((Beside.SPEECH, Beside.BONUS, Beside.CASE, Beside.GROUP))
MAX_KEYS = 10
"""Moodle's table of shares of a point has every n-th part down to the tenth."""


def losses_of(item: Item, ordering: OrderingStyle) -> Iterator[Loss]:
    """Yield what is lost of `item` where parts to order are asked for by `ordering`."""
    yield from losses_beside(item, LACKS, "Moodle")
    for what, why in (*lost_quote_places(item, "Moodle"), *_of_interaction(item, ordering)):
        yield Loss(item.id, what, why)


def _of_interaction(item: Item, ordering: OrderingStyle) -> Iterator[tuple[str, str]]:
    match item.interaction:
        case Reveal(back=back, reversed=reversed):
            yield "the flashcard", "Moodle has none; it becomes a short answer to type"
            if reversed:
                yield "the way from back to front", "a short answer is asked in one direction"
            yield from _style("an answer", back)
        case Choice() as choice:
            yield from _of_choice(choice)
        case TextEntry(answer=answer, accepted=accepted):
            yield from _style("an answer", answer, *accepted)
        case GapFill(gaps=gaps) as gap_fill:
            yield from lost_gap_numbers(gap_fill, "Moodle")
            yield from lost_gap_hints(gap_fill, "Moodle")
            if item.points % len(gaps) or not item.points:
                yield "the number of points", "Moodle gives each gap a whole number of them"
            yield from _style("an answer", *(gap.answer for gap in gaps))
        case Numeric(unit=unit):
            yield from _style("the unit", *filter(None, (unit,)))
        case Match(responses=responses):
            yield from _style("a response", *responses)
        case Order():
            if ordering is OrderingStyle.MATCHING:
                yield "the order as a task", "each part is matched with its place, as asked for"
        case ExtendedText():
            return
        case _:
            assert_never(item.interaction)


def _style(what: str, *texts: Text) -> Iterator[tuple[str, str]]:
    """Yield a loss where one of `texts`, each `what` in words, is more than characters."""
    if any(not isinstance(run, str) for text in texts for run in text.runs):
        yield f"the style of {what}", "Moodle takes it as plain characters"


def _of_choice(choice: Choice) -> Iterator[tuple[str, str]]:
    if choice.is_true_false:
        return
    if not choice.fixed and any(option.pinned for option in choice.options):
        yield "the shuffling of options", "Moodle would shuffle the pinned one as well"
    keys = len(choice.keys)
    most = max(keys, len(choice.options) - keys) if keys > 1 else keys
    if most > MAX_KEYS:
        yield "a part of the points", f"Moodle shares them out among {MAX_KEYS} options"
