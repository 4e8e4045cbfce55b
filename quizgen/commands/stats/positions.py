"""Where the keys of choice questions stand on cards and worksheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.model.assessment import Assessment, Question
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Choice, OptionMark
from quizgen.writers.anki.deck_part import ANKI


@dataclass(frozen=True, slots=True)
class KeyPositions:
    """`counts[i]` says how many keys stand at place i, from 0, of the questions in `where`.

    Only questions with one key and options that are shuffled count. `expected` is how many
    chance would put at each place.
    """

    where: str
    counts: tuple[int, ...]
    expected: tuple[float, ...]


def key_positions(assessments: Iterable[Assessment]) -> tuple[KeyPositions, ...]:
    """Return an entry for the cards of each assessment, and for each form of its worksheets."""
    return tuple(
        _positions(f"{assessment.name}: {name}", questions)
        for assessment in assessments
        for name, questions in _places(assessment)
    )


def _places(assessment: Assessment) -> Iterator[tuple[str, Sequence[Question]]]:
    if anki := ANKI.of(assessment):
        yield "cards, unshuffled", anki.questions
    for worksheet in assessment.worksheets:
        name = f"{worksheet.name}, form {worksheet.form}" if worksheet.form else worksheet.name
        yield name, worksheet.questions


def _positions(where: str, questions: Iterable[Question]) -> KeyPositions:
    places = [position for question in questions if (position := _place(question))]
    most = max((options for _, options in places), default=0)
    counts = tuple(sum(place == i for place, _ in places) for i in range(most))
    expected = tuple(sum(1 / n for _, n in places if i < n) for i in range(most))
    return KeyPositions(where, counts, expected)


def _place(question: Question) -> tuple[int, int] | None:
    """Return the position of the key, from 0, and the number of options."""
    choice = question.item.interaction
    if not isinstance(choice, Choice) or choice.fixed or choice.mark is not OptionMark.LETTER:
        return None
    keys = [place for place, i in enumerate(question.order) if choice.options[i].is_key]
    return (keys[0], len(choice.options)) if len(keys) == 1 else None
