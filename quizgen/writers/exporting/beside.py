"""What an item has beside its task, and what a format has no place for."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator

from quizgen.model.hints import has_hints
from quizgen.model.item import Choice, GapFill, Item
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


_INSTEAD = {
    Beside.PICTURE: "; its description stands there",
    Beside.SOUND: "; its description stands there",
    Beside.CASE: "; the text stands before each question",
    Beside.BONUS: "; its points count with the others",
}


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
        case Beside.SPEECH:
            return item.speaks
        case Beside.POINTS:
            return item.points != 1
        case Beside.CASE:
            return item.case_stem is not None
        case Beside.GROUP:
            return item.case is not None and item.case.stem is None
        case Beside.BONUS:
            return item.is_bonus


def losses_beside(item: Item, lacks: Collection[Beside], program: str) -> Iterator[Loss]:
    """Yield a loss for each part of `item` that `program`, by its name, has no place for."""
    for part in Beside:
        if part in lacks and has(item, part):
            yield Loss(item.id, part.value, f"{program} has none{_INSTEAD.get(part, '')}")
