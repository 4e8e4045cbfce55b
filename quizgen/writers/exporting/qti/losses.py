"""What QTI cannot say of an item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizgen.model.hints import has_hints
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
from quizgen.model.text import ListBlock, Text, run_sequences
from quizgen.writers.exporting.beside import (
    Beside,
    losses_beside,
    lost_gap_numbers,
    lost_quote_places,
)
from quizgen.writers.exporting.files.xhtml import has_unset_formula
from quizgen.writers.exporting.plain_lines import is_styled, texts_of
from quizgen.writers.exporting.qti.vocabulary import Version
from quizgen.writers.shared.language import direction

LACKS = frozenset((Beside.SPEECH, Beside.CASE, Beside.GROUP, Beside.BONUS))


def losses_of(item: Item, language: str, version: Version) -> Iterator[Loss]:
    """Yield what is lost of `item` in `version`."""
    yield from losses_beside(item, LACKS, "QTI")
    if version is Version.QTI3 and has_hints(item):
        why = "QTI 3 has no place for it; it stands in a catalogue, which few programs show"
        yield Loss(item.id, "the hint on the screen", why)
    texts = texts_of(item)
    if any(has_unset_formula(text) for text in texts):
        yield Loss(item.id, "a formula", "it cannot be written as MathML, and stays TeX")
    if any(_begins_elsewhere(text) for text in texts):
        yield Loss(item.id, "the first number of a list", "lists of QTI begin with 1")
    if version is Version.QTI21 and direction(language) == "rtl":
        yield Loss(item.id, "the direction of writing", "QTI 2.1 has none; QTI 3 has")
    for what, why in (*lost_quote_places(item, "QTI"), *_of_task(item)):
        yield Loss(item.id, what, why)


def _begins_elsewhere(text: Text) -> bool:
    return any(
        isinstance(run, ListBlock) and run.start not in (None, 1)
        for runs in run_sequences(text.runs)
        for run in runs
    )


def _of_task(item: Item) -> Iterator[tuple[str, str]]:
    match item.interaction:
        case Reveal(back=back, reversed=reversed):
            yield "the flashcard", "QTI has none; it becomes a short answer to type"
            if reversed:
                yield "the way from back to front", "a short answer is asked in one direction"
            yield from _style(back)
        case TextEntry(answer=answer, accepted=accepted):
            yield from _style(answer, *accepted)
        case GapFill(gaps=gaps) as gap_fill:
            yield from lost_gap_numbers(gap_fill, "QTI")
            yield from _style(*(gap.answer for gap in gaps))
            if any(gap.style for gap in gaps):
                yield "the style of a gap", "a box for an answer is plain"
        case Choice() | Numeric() | Match() | Order() | ExtendedText():
            return
        case _:
            assert_never(item.interaction)


def _style(*texts: Text) -> Iterator[tuple[str, str]]:
    if is_styled(texts):
        yield "the style of an answer", "it is typed as plain characters"
