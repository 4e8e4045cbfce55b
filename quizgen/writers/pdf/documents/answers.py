"""The lines of a question's entry in the answer key: texts that are not yet set."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.bank import Passage
from quizgen.model.item import (
    Choice,
    Event,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Option,
    OptionMark,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Run, Text
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.passage import PassageLines
from quizgen.writers.pdf.layout.language_span import LanguageSpan


class LineRole(enum.Enum):
    """What a line of the key says, which decides how it looks."""

    ANSWER = "answer"
    MODEL = "model"
    NOTE = "note"
    SOURCE = "source"


IN_PLACE = frozenset((LineRole.ANSWER, LineRole.MODEL))
"""The roles of what pupils write on the sheet. Lines of other roles are about the answer."""


class AnswerLine(NamedTuple):
    """A line of the key.

    `label` names the part of the question that the line is about, as the sheet does: by the
    letter of an option or event, by the number of a premise or blank. `written` is the letter or
    number that pupils write there. Either may be empty.
    """

    runs: Sequence[Run | LanguageSpan]
    role: LineRole = LineRole.ANSWER
    label: str = ""
    written: str = ""


def answer_lines(
    question: Question,
    passage: Passage | None,
    words: Translations,
    passage_lines: PassageLines | None = None,
) -> Iterator[AnswerLine]:
    """Yield the answers of `question`, its explanation, rationales and sources, in this order.

    Where the sheet prints the passage, in `passage_lines`, sources cite its lines.
    """
    item = question.item
    yield from _answers(question, words)
    if item.explain and item.explain.runs:
        yield AnswerLine(item.explain.runs, LineRole.NOTE)
    if isinstance(item.interaction, Choice):
        yield from _rationale_lines(question, item.interaction, words)
    yield from _source_lines(item, passage, words, passage_lines)


def answer_lines_for_all_forms(
    question: Question,
    passage: Passage | None,
    words: Translations,
    passage_lines: PassageLines | None = None,
) -> Iterator[AnswerLine]:
    """Yield the lines of `answer_lines` without letters, so that they hold for every form.

    Forms show options, responses and events in different orders, hence with different letters.
    """
    item = question.item
    if isinstance(item.interaction, Choice):
        unlettered = replace(item.interaction, mark=OptionMark.BOX)
        item = replace(item, interaction=unlettered)
    for line in answer_lines(replace(question, item=item), passage, words, passage_lines):
        match item.interaction:
            case Match():
                yield line._replace(written="")
            case Order():
                yield line._replace(label="")
            case Choice() | TextEntry() | GapFill() | Numeric() | Reveal() | ExtendedText():
                yield line
            case _:
                assert_never(item.interaction)


def _answers(question: Question, words: Translations) -> Iterator[AnswerLine]:
    """Yield the lines with the right answers of `question`, and with what else to accept."""
    interaction = question.item.interaction
    match interaction:
        case Reveal(back=back):
            yield AnswerLine(back.runs)
        case Choice():
            yield from _key_lines(question, interaction, words)
        case TextEntry(answer=answer, accepted=accepted):
            yield AnswerLine(answer.runs)
            if accepted:
                opening, closing = words.also_accept
                yield AnswerLine((opening, *_with_semicolons(accepted), closing), LineRole.NOTE)
        case GapFill(gaps=gaps):
            for number, gap in enumerate(gaps, 1):
                yield AnswerLine(gap.answer.runs, label=str(number) if len(gaps) > 1 else "")
        case Numeric():
            yield AnswerLine(tuple(_number_with_unit(interaction)))
        case Match():
            yield from _pair_lines(question, interaction, words)
        case Order(events=events):
            yield from _event_lines(question, events, words)
        case ExtendedText(answer=answer, rubric=rubric):
            yield AnswerLine(answer.runs, LineRole.MODEL)
            for criterion in rubric:
                points = words.points(criterion.points)
                yield AnswerLine(criterion.text.runs, LineRole.NOTE, label=points)
        case _:
            assert_never(interaction)


def lettered_options(
    question: Question, choice: Choice, words: Translations
) -> Iterator[tuple[str, Option]]:
    """Yield the options in the order of the sheet, each after its letter there."""
    for position, index in enumerate(question.order):
        yield words.letter(position), choice.options[index]


def _key_lines(question: Question, choice: Choice, words: Translations) -> Iterator[AnswerLine]:
    for letter, option in lettered_options(question, choice, words):
        if option.is_key:
            yield AnswerLine(option.text.runs, written=_printed_letter(choice, letter))


def _rationale_lines(
    question: Question, choice: Choice, words: Translations
) -> Iterator[AnswerLine]:
    for letter, option in lettered_options(question, choice, words):
        if option.rationale:
            label = _printed_letter(choice, letter)
            option_runs: tuple[Run, ...] = () if label else (*option.text.runs, ": ")
            yield AnswerLine((*option_runs, *option.rationale.runs), LineRole.NOTE, label=label)


def _printed_letter(choice: Choice, letter: str) -> str:
    return letter if choice.mark is OptionMark.LETTER else ""


def _with_semicolons(texts: Sequence[Text]) -> Iterator[Run]:
    for index, text in enumerate(texts):
        if index:
            yield "; "
        yield from text.runs


def _number_with_unit(numeric: Numeric) -> Iterator[Run]:
    yield numeric.written
    if numeric.tolerance:
        yield f" ± {numeric.written_tolerance}"
    if numeric.unit:
        yield "\xa0"
        yield from numeric.unit.runs


def match_letters(question: Question, match: Match, words: Translations) -> list[str]:
    """Return the letter that belongs in each premise's box."""
    letters = {index: words.letter(position) for position, index in enumerate(question.order)}
    return [letters[response] for response in match.key]


def _pair_lines(question: Question, match: Match, words: Translations) -> Iterator[AnswerLine]:
    letters = match_letters(question, match, words)
    for number, (premise, letter) in enumerate(zip(match.premises, letters, strict=True), 1):
        response = match.responses[match.key[number - 1]]
        runs = (*premise.runs, " – ", *response.runs)
        yield AnswerLine(runs, label=str(number), written=letter)
        if match.proofs and (explain := match.proofs[number - 1].explain):
            yield AnswerLine(explain.runs, LineRole.NOTE)


def box_numbers(question: Question, words: Translations) -> list[tuple[str, int]]:
    """Return the letter of each event in the order of the sheet, and the number in its box."""
    return [(words.letter(position), index + 1) for position, index in enumerate(question.order)]


def _event_lines(
    question: Question, events: Sequence[Event], words: Translations
) -> Iterator[AnswerLine]:
    for letter, number in sorted(box_numbers(question, words), key=lambda box: box[1]):
        event = events[number - 1]
        date = (f" ({event.date})",) if event.date else ()
        yield AnswerLine((*event.text.runs, *date), label=letter, written=str(number))
        if event.proof.explain:
            yield AnswerLine(event.proof.explain.runs, LineRole.NOTE)


def _source_lines(
    item: Item, passage: Passage | None, words: Translations, passage_lines: PassageLines | None
) -> Iterator[AnswerLine]:
    for quote in item.evidence:
        number = passage.number(quote.plain) if passage else None
        lines = passage_lines.find(quote) if passage_lines else None
        opening, closing = words.quoted_lines(number, *lines) if lines else words.quoted(number)
        runs = _in_its_language(quote.runs, passage)
        yield AnswerLine((opening, *runs, closing), LineRole.SOURCE)
    for reference in item.references:
        opening, closing = words.source
        yield AnswerLine((opening, *reference.runs, closing), LineRole.SOURCE)


def _in_its_language(
    quote: Sequence[Run], passage: Passage | None
) -> Sequence[Run] | Sequence[LanguageSpan]:
    """Return `quote`, marked with the language of `passage` if that is not the key's."""
    if passage is None or passage.language is None:
        return quote
    return (LanguageSpan(quote, passage.language),)
