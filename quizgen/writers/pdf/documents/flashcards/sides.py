"""The texts on the front and the back of each flashcard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, assert_never

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
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.answers import answer_lines
from quizgen.writers.pdf.layout.language_span import TextPart


class SideParagraph(NamedTuple):
    """One paragraph of a side of a card; with a `label`, an entry of a list."""

    parts: Sequence[TextPart]
    label: str = ""


class CardFaces(NamedTuple):
    """The texts of a card.

    `number` is printed on both sides, so that cut cards can be told from each other.
    """

    number: int
    item: Item
    front: tuple[SideParagraph, ...]
    back: tuple[SideParagraph, ...]


def card_faces(questions: Iterable[Question], words: Translations) -> Iterator[CardFaces]:
    """Yield a card for each question, or for each pair of one that asks to match."""
    number = 0
    for question in questions:
        case = question.item.case_stem
        for front, back in _sides(question, words):
            if case is not None:
                front.insert(0, SideParagraph(case.runs))
            number += 1
            yield CardFaces(number, question.item, _without_empty(front), _without_empty(back))


_Sides: TypeAlias = tuple[list[SideParagraph], list[SideParagraph]]
"""The front and the back of a card."""


def _sides(question: Question, words: Translations) -> Iterator[_Sides]:
    """Yield the sides of each card of `question`.

    A flashcard that Anki asks in both directions is one card on paper, which can be turned. A
    back holds no explanation: it would have to be set too small.
    """
    item, stem = question.item, SideParagraph(question.item.stem.runs)
    match item.interaction:
        case Reveal(back=back):
            yield [stem], [SideParagraph(back.runs)]
        case Choice() as choice:
            yield _choice(question, stem, choice, words)
        case TextEntry(answer=answer):
            yield [stem], [SideParagraph(answer.runs)]
        case GapFill(parts=parts, gaps=gaps):
            several = len(gaps) > 1
            answers = [
                SideParagraph(gap.answer.runs, str(number) if several else "")
                for number, gap in enumerate(gaps, 1)
            ]
            yield [stem, SideParagraph(parts)], answers
        case Numeric():
            first = next(answer_lines(question, None, words))
            yield [stem], [SideParagraph(first.runs)]
        case Match(premises=premises, responses=responses, key=key):
            for premise, index in zip(premises, key, strict=True):
                yield [stem, SideParagraph(premise.runs)], [SideParagraph(responses[index].runs)]
        case Order(events=events):
            shuffled = [SideParagraph(events[index].text.runs, "–") for index in question.order]
            in_order = [
                SideParagraph(
                    (*event.text.runs, f" ({event.date})") if event.date else event.text.runs,
                    str(number),
                )
                for number, event in enumerate(events, 1)
            ]
            yield [stem, *shuffled], in_order
        case ExtendedText(answer=answer):
            yield [stem], [SideParagraph(answer.runs)]
        case _:
            assert_never(item.interaction)


def _choice(question: Question, stem: SideParagraph, choice: Choice, words: Translations) -> _Sides:
    """Return the stem with all options, and the right ones."""
    has_letters = choice.mark is OptionMark.LETTER
    options, keys = [], []
    for position, index in enumerate(question.order):
        option = choice.options[index]
        label = words.letter(position) if has_letters else "–"
        paragraph = SideParagraph(option.text.runs, label)
        options.append(paragraph)
        if option.is_key:
            keys.append(paragraph if has_letters else paragraph._replace(label=""))
    hint = [SideParagraph((words.choose_all,))] if len(keys) > 1 else []
    return [stem, *hint, *options], keys


def _without_empty(side: Iterable[SideParagraph]) -> tuple[SideParagraph, ...]:
    return tuple(paragraph for paragraph in side if paragraph.parts)
