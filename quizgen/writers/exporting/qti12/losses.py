"""What QTI 1.2, as Canvas reads it, cannot say of an item."""

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
from quizgen.model.text import Image, Math, Text, inline_runs
from quizgen.writers.exporting.base import OrderingStyle
from quizgen.writers.exporting.beside import (
    Beside,
    losses_beside,
    lost_gap_hints,
    lost_gap_numbers,
    lost_quote_places,
)
from quizgen.writers.exporting.files.xhtml import has_unset_formula
from quizgen.writers.exporting.plain_lines import is_styled, texts_of

LACKS = frozenset(
    (Beside.SOUND, Beside.HINT, Beside.SPEECH, Beside.CASE, Beside.GROUP, Beside.BONUS)
)


def losses_of(item: Item, ordering: OrderingStyle) -> Iterator[Loss]:
    """Yield what is lost of `item`, whose order is asked for as `ordering` says."""
    yield from losses_beside(item, LACKS, "Canvas")
    if any(has_unset_formula(text) for text in texts_of(item)):
        yield Loss(item.id, "a formula", "it cannot be written as MathML, and stays TeX")
    for what, why in (*lost_quote_places(item, "Canvas"), *_of_task(item, ordering)):
        yield Loss(item.id, what, why)


def _has_order(choice: Choice) -> bool:
    """Return whether the order of the options of `choice` matters."""
    pinned = any(option.pinned for option in choice.options)
    return not choice.is_true_false and (choice.fixed or pinned)


def _of_task(item: Item, ordering: OrderingStyle) -> Iterator[tuple[str, str]]:
    match item.interaction:
        case Reveal(back=back, reversed=reversed):
            yield "the flashcard", "Canvas has none; it becomes a short answer to type"
            if reversed:
                yield "the way from back to front", "a short answer is asked in one direction"
            yield from _plain("an answer", back)
        case Choice() as choice:
            if _has_order(choice):
                yield "the order of the options", "a quiz that shuffles them shuffles all"
        case TextEntry(answer=answer, accepted=accepted, exact_case=exact_case):
            if exact_case:
                yield "the weight of capitals", "Canvas takes them for small letters"
            yield from _plain("an answer", answer, *accepted)
        case GapFill() as gap_fill:
            yield from _of_gaps(gap_fill)
        case Match(premises=premises, responses=responses):
            yield from _plain("a pair", *premises, *responses)
        case Order(events=events) if ordering is OrderingStyle.MATCHING:
            yield "the order as a task", "each part is matched with its place, as asked for"
            yield from _plain("a part", *(event.text for event in events))
        case ExtendedText():
            yield "the model answer for graders", "Canvas has none; it becomes feedback"
        case Numeric() | Order():
            return
        case _:
            assert_never(item.interaction)


def _of_gaps(gap_fill: GapFill) -> Iterator[tuple[str, str]]:
    gaps = gap_fill.gaps
    yield from lost_gap_numbers(gap_fill, "Canvas")
    yield from lost_gap_hints(gap_fill, "Canvas")
    yield from _plain("an answer", *(gap.answer for gap in gaps))
    if any(gap.style for gap in gaps):
        yield "the style of a gap", "a blank is plain"


def _plain(what: str, *texts: Text) -> Iterator[tuple[str, str]]:
    """Yield a loss where one of `texts`, each `what` in words, is more than characters."""
    runs = (run for text in texts for run in inline_runs(text.runs))
    if is_styled(texts) or any(isinstance(run, Image | Math) for run in runs):
        yield f"the style of {what}", "Canvas takes it as plain characters"
