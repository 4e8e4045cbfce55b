"""What stands on the front and the back of each card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, assert_never

from quizgen.model.assessment import Question
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    OptionMark,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.answers import answer_lines
from quizgen.writers.pdf.layout.language_span import TextPart


class Said(NamedTuple):
    """One paragraph of a side; with a `label`, an entry of a list."""

    parts: Sequence[TextPart]
    label: str = ""


class Card(NamedTuple):
    """`number` is printed on both sides, so that cut cards can be told from each other."""

    number: int
    item: Item
    front: tuple[Said, ...]
    back: tuple[Said, ...]


def cards(questions: Iterable[Question], words: Translations) -> Iterator[Card]:
    """A card for each question, and for a matching one a card for each pair."""
    number = 0
    for question in questions:
        for front, back in _sides(question, words):
            number += 1
            yield Card(number, question.item, _without_empty(front), _without_empty(back))


def _sides(question: Question, words: Translations) -> Iterator[tuple[list[Said], list[Said]]]:
    """Fronts and backs. What is asked both ways round in Anki is one card here: it has two
    sides. A back holds no explanation; it would have to be set too small."""
    item, stem = question.item, Said(question.item.stem.runs)
    match item.interaction:
        case Reveal(back=back):
            yield [stem], [Said(back.runs)]
        case Choice() as choice:
            yield _choice(question, stem, choice, words)
        case TextEntry(answer=answer):
            yield [stem], [Said(answer.runs)]
        case GapFill(parts=parts, gaps=gaps):
            labels = [str(n) for n in range(1, len(gaps) + 1)] if len(gaps) > 1 else [""]
            answers = [Said(gap.answer.runs, n) for gap, n in zip(gaps, labels, strict=True)]
            yield [stem, Said(parts)], answers
        case Numeric():
            first = next(answer_lines(question, None, words))
            yield [stem], [Said(first.runs)]
        case Match(premises=premises, responses=responses, key=key):
            for premise, index in zip(premises, key, strict=True):
                yield [stem, Said(premise.runs)], [Said(responses[index].runs)]
        case Order(events=events):
            shown = [Said(events[index].text.runs, "–") for index in question.order]
            solved = [
                Said((*event.text.runs, f" ({event.date})") if event.date else event.text.runs, n)
                for event, n in zip(events, map(str, range(1, len(events) + 1)), strict=True)
            ]
            yield [stem, *shown], solved
        case ExtendedText(answer=answer):
            yield [stem], [Said(answer.runs)]
        case _:
            assert_never(item.interaction)


def _choice(
    question: Question, stem: Said, choice: Choice, words: Translations
) -> tuple[list[Said], list[Said]]:
    lettered = choice.mark is OptionMark.LETTER
    shown = [
        (Said(choice.options[index].text.runs, words.letter(n) if lettered else "–"), index)
        for n, index in enumerate(question.order)
    ]
    keys = [said for said, index in shown if choice.options[index].is_key]
    if not lettered:
        keys = [said._replace(label="") for said in keys]
    all_of = [Said((words.choose_all,))] if len(keys) > 1 else []
    return [stem, *all_of, *(said for said, _ in shown)], keys


def _without_empty(side: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(said for said in side if said.parts)
