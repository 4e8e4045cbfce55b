"""The blocks of a worksheet: titles, cases, and each question with its place for an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
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
from quizgen.model.text import Gap, Run, Text, filled
from quizgen.model.translations import Translations
from quizgen.writers.exporting.item_html import by_section
from quizgen.writers.exporting.sheets.blocks import (
    BLANK,
    InsideBlock,
    ListMark,
    SheetBlock,
    SheetGrid,
    SheetList,
    SheetNote,
    SheetQuestion,
    SheetRules,
    SheetTitle,
    letter,
)


def worksheet(
    questions: Sequence[Question], bank: Bank, blank: str = BLANK
) -> Iterator[SheetBlock]:
    """Yield the blocks of a worksheet with `questions` of `bank`, numbered from 1.

    A word is written on `blank`.
    """
    words = Translations(bank.language)
    yield SheetTitle(bank.title.runs, 0)
    yield SheetNote((f"{words.name}: {blank * 3}    {words.date}: {blank * 2}",))
    number, case = 0, None
    for topic, of_topic in by_section(questions, bank):
        yield SheetTitle((topic,), 1)
        for question in of_topic:
            item = question.item
            number += 1
            if item.case is not None and item.case != case and item.case_stem:
                yield SheetNote(item.case_stem.runs)
            case = item.case
            inside = task_blocks(item, question.order, words, blank)
            yield SheetQuestion(number, _with_points(item, words, blank), tuple(inside))


def _with_points(item: Item, words: Translations, blank: str) -> tuple[Run, ...]:
    """Return what `item` asks, with its points at the end."""
    runs = question_runs(item, blank)
    if isinstance(item.interaction, Choice) and len(item.interaction.keys) > 1:
        runs = (*runs, f" {words.choose_all}")
    if not item.printed_points:
        return runs
    return (*runs, f" ({words.points(item.printed_points)})")


def question_runs(item: Item, blank: str) -> tuple[Run, ...]:
    """Return what `item` asks, with `blank` in the place of each gap, and its hint behind it."""
    if not isinstance(item.interaction, GapFill):
        return item.stem.runs

    def fill(gap: Gap) -> tuple[Run, ...]:
        return (blank, " (", *gap.hint.runs, ")") if gap.hint else (blank,)

    space = (" ",) if item.stem.runs else ()
    return (*item.stem.runs, *space, *filled(item.interaction.parts, fill))


def task_blocks(
    item: Item, order: tuple[int, ...], words: Translations, blank: str
) -> Iterator[InsideBlock]:
    """Yield the blocks in which the answer to `item` is given."""
    match item.interaction:
        case Choice() as choice:
            mark = ListMark.BOX if choice.is_true_false else ListMark.LETTER
            options = [choice.options[index] for index in order or range(len(choice.options))]
            yield SheetList(tuple(option.text.runs for option in options), mark)
        case Reveal() | TextEntry():
            yield SheetRules(1)
        case Numeric(unit=unit):
            yield SheetNote((blank, " ", *unit.runs) if unit else (blank,))
        case GapFill():
            return
        case Match(premises=premises, responses=responses):
            yield _grid(premises, responses, order, words, blank)
        case Order(events=events):
            parts = [events[index] for index in order or range(len(events))]
            yield SheetList(tuple(part.text.runs for part in parts), ListMark.BLANK)
        case ExtendedText(lines=lines):
            yield SheetRules(lines)
        case _:
            assert_never(item.interaction)


def _grid(
    premises: Sequence[Text],
    responses: Sequence[Text],
    order: tuple[int, ...],
    words: Translations,
    blank: str,
) -> SheetGrid:
    """Return the two sides of a matching question: a blank before each premise, letters."""
    left = [(f"{blank[:4]} ", f"{number}. ", *text.runs) for number, text in enumerate(premises, 1)]
    placed = [responses[index] for index in order or range(len(responses))]
    right = [(f"{letter(place)}. ", *text.runs) for place, text in enumerate(placed)]
    rows = tuple(zip_longest(left, right, fillvalue=()))
    return SheetGrid((words.match_premises, words.match_responses), rows)
