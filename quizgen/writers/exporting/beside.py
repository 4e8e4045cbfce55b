"""What an item has beside its task, and what a format has no place for."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from quizgen.model.assessment import Question
from quizgen.model.hints import has_hints
from quizgen.model.item import Choice, GapFill, Item, Match, Order
from quizgen.model.loss import Loss
from quizgen.model.text import Image, Sound, inline_runs
from quizgen.writers.exporting.plain_lines import is_styled, texts_of


class Beside(enum.Enum):
    """A part of an item that is not its task, in words for a message."""

    PICTURE = "a picture"
    SOUND = "a sound"
    STYLE = "the style of its texts"
    PROOF = "what explains the answer"
    RATIONALE = "the rationale of an option"
    HINT = "the hint"
    SPEECH = "the speech"
    POINTS = "the number of points"
    CASE = "the bond with its case"
    GROUP = "the order of its group"
    BONUS = "the bonus"
    TAGS = "the tags"
    DIFFICULTY = "the difficulty"


OF_A_BANK = frozenset((Beside.TAGS, Beside.DIFFICULTY))
"""What no pupil sees, but whoever chooses questions: a sheet to print has no use for it."""


_INSTEAD = {
    Beside.PICTURE: "; its description stands there",
    Beside.SOUND: "; its description stands there",
    Beside.CASE: "; the text stands before each question",
    Beside.BONUS: "; its points count with the others",
}

_SIMPLE: Mapping[Beside, Callable[[Item], bool]] = {
    Beside.SPEECH: lambda item: item.speaks,
    Beside.POINTS: lambda item: item.points != 1,
    Beside.BONUS: lambda item: item.is_bonus,
    Beside.TAGS: lambda item: bool(item.tags),
    Beside.DIFFICULTY: lambda item: item.difficulty is not None,
}
"""Whether an item has a part that is a field of its own."""


def has(item: Item, part: Beside) -> bool:
    """Return whether `item` has `part`."""
    match part:
        case Beside.PICTURE | Beside.SOUND:
            kind = Image if part is Beside.PICTURE else Sound
            runs = (run for text in texts_of(item) for run in inline_runs(text.runs))
            return any(isinstance(run, kind) for run in runs)
        case Beside.STYLE:
            gaps = item.interaction.gaps if isinstance(item.interaction, GapFill) else ()
            return is_styled(texts_of(item)) or any(gap.style for gap in gaps)
        case Beside.PROOF:
            return bool(item.explain or item.evidence or item.references)
        case Beside.RATIONALE:
            task = item.interaction
            return isinstance(task, Choice) and any(one.rationale for one in task.options)
        case Beside.HINT:
            return has_hints(item)
        case Beside.CASE:
            return item.case_stem is not None
        case Beside.GROUP:
            return item.case is not None and item.case.stem is None
        case _:
            return _SIMPLE[part](item)


def losses_beside(item: Item, lacks: Collection[Beside], program: str) -> Iterator[Loss]:
    """Yield a loss for each part of `item` that `program`, by its name, has no place for."""
    for part in Beside:
        if part in lacks and has(item, part):
            yield Loss(item.id, part.value, f"{program} has none{_INSTEAD.get(part, '')}")


def lost_quote_places(item: Item, program: str) -> Iterator[tuple[str, str]]:
    """Yield the loss of which pair or event of `item` a quotation proves, if one does.

    A file for `program`, by its name, has all quotations as those of the question.
    """
    match item.interaction:
        case Match(proofs=proofs):
            part = "pair"
        case Order(events=events):
            part, proofs = "event", tuple(event.proof for event in events)
        case _:
            return
    if any(proof.evidence for proof in proofs):
        yield (
            f"which {part} a quotation proves",
            f"{program} has no place for it; it stands with the question's",
        )


def lost_gap_numbers(gap_fill: GapFill, program: str) -> Iterator[tuple[str, str]]:
    """Yield the loss of the numbers of gaps, unless they are 1, 2, 3 … in the order of the text.

    `program`, by its name, asks for all gaps at once.
    """
    numbers = [gap.number for gap in gap_fill.gaps]
    if numbers != list(range(1, len(numbers) + 1)):
        yield (
            "the numbers of the gaps",
            f"{program} asks for all gaps at once; in a new bank each is a card of its own",
        )


def lost_gap_hints(gap_fill: GapFill, program: str) -> Iterator[tuple[str, str]]:
    """Yield the loss of the hints in gaps, for which `program`, by its name, has no place."""
    if any(gap.hint for gap in gap_fill.gaps):
        yield "the hint in a gap", f"{program} has none; it stands behind the gap in parentheses"


def lost_topics(questions: Sequence[Question], program: str) -> Iterator[Loss]:
    """Yield a loss for each of `questions` of several topics: `program`, by its name, has none."""
    items = [question.item for question in questions]
    if len({(item.bank, item.topic) for item in items}) > 1:
        yield from (Loss(item.id, "the topic", f"{program} has none") for item in items)
