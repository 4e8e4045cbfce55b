"""What GIFT cannot say of an item."""

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
from quizgen.writers.exporting.beside import OF_A_BANK, Beside, losses_beside, lost_quote_places
from quizgen.writers.exporting.gift.escaping import is_unsayable, looks_like_formula
from quizgen.writers.exporting.plain_lines import texts_of

_HAS = (Beside.STYLE, Beside.PROOF, Beside.RATIONALE, Beside.POINTS)
LACKS = frozenset(Beside) - {*_HAS, *OF_A_BANK}
MIN_PAIRS = 3
"""Moodle refuses a matching question in GIFT with fewer."""


MAX_KEYS = 10
"""Moodle's table of shares of a point has every n-th part down to the tenth."""


def unsayable_answer(item: Item) -> str | None:
    """Return an answer of `item` that is typed and that GIFT cannot hold, or None."""
    match item.interaction:
        case Reveal(back=back):
            answers: tuple[Text, ...] = (back,)
        case TextEntry(answer=answer, accepted=accepted):
            answers = (answer, *accepted)
        case GapFill(gaps=gaps):
            answers = tuple(gap.answer for gap in gaps)
        case _:
            answers = ()
    return next((answer.plain for answer in answers if is_unsayable(answer.plain)), None)


def losses_of(item: Item) -> Iterator[Loss]:
    """Yield what is lost of `item`."""
    if (answer := unsayable_answer(item)) is not None:
        yield Loss(item.id, "the question", f"GIFT cannot write the answer {answer[:40]!r}")
        return
    yield from losses_beside(item, LACKS, "GIFT")
    if any(looks_like_formula(text) for text in texts_of(item)):
        why = r"Moodle takes \( and $$ for the beginning of one"
        yield Loss(item.id, "what is no formula", why)
    if item.points != _entry_count(item):
        yield Loss(item.id, "the number of points", "GIFT gives each question one")
    for what, why in (*lost_quote_places(item, "GIFT"), *_of_interaction(item)):
        yield Loss(item.id, what, why)


def _entry_count(item: Item) -> int:
    """Return the number of GIFT's questions that `item` becomes, each worth one point."""
    match item.interaction:
        case GapFill(gaps=gaps):
            return len({gap.number for gap in gaps})
        case Match(premises=parts) | Order(events=parts) if len(parts) < MIN_PAIRS:
            return len(parts)
        case _:
            return 1


def _of_interaction(item: Item) -> Iterator[tuple[str, str]]:
    match item.interaction:
        case Reveal(reversed=reversed):
            yield "the flashcard", "GIFT has none; it becomes a short answer to type"
            if reversed:
                yield "the way from back to front", "a short answer is asked in one direction"
        case Choice() as choice:
            yield from _of_choice(choice)
        case TextEntry(exact_case=True):
            yield "the weight of capitals", "GIFT takes them for small letters"
        case GapFill() as gap_fill:
            yield from _of_gaps(gap_fill)
        case Numeric(unit=Text()):
            yield "the unit as such", "GIFT has none; it stands behind the question"
        case Match() as match:
            yield from _of_match(match)
        case Order():
            yield "the order as a task", "GIFT has none; each part is matched with its place"
        case ExtendedText():
            yield "the model answer for graders", "GIFT has none; it becomes feedback"
        case TextEntry() | Numeric():
            return
        case _:
            assert_never(item.interaction)


def _of_choice(choice: Choice) -> Iterator[tuple[str, str]]:
    if choice.is_true_false:
        return
    if choice.fixed or any(option.pinned for option in choice.options):
        yield "the order of the options", "GIFT cannot keep them from being shuffled"
    if len(choice.keys) > MAX_KEYS:
        yield "a part of the points", f"Moodle shares them out among {MAX_KEYS} right options"


def _of_gaps(gap_fill: GapFill) -> Iterator[tuple[str, str]]:
    gaps = gap_fill.gaps
    numbers = {gap.number for gap in gaps}
    if len(numbers) > 1:
        yield "the text with several gaps", "GIFT asks for one gap in a question"
    if len(numbers) < len(gaps):
        yield "gaps that are asked together", "one is asked, and the others stay blank"
    if any(gap.style for gap in gaps):
        yield "the style of a gap", "a blank in GIFT is plain"


def _of_match(match: Match) -> Iterator[tuple[str, str]]:
    if len(match.premises) < MIN_PAIRS:
        yield "the matching question", f"GIFT wants {MIN_PAIRS} pairs"
    elif any(not isinstance(run, str) for text in match.responses for run in text.runs):
        yield "the style of a response", "Moodle lists responses as plain characters"
