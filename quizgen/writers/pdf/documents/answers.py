"""What the answer key says about a question, before it is set: labelled lines of text."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, assert_never

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
from quizgen.model.text import Break, Image, Math, Run, Style, Styled, Text
from quizgen.model.translations import Translations, isolated
from quizgen.writers.pdf.documents.passage import PassageLines
from quizgen.writers.pdf.layout.language_span import LanguageSpan


class Role(enum.Enum):
    """What a line is, and so how it looks."""

    ANSWER = "answer"
    MODEL = "model"
    NOTE = "note"
    SOURCE = "source"


IN_PLACE = frozenset((Role.ANSWER, Role.MODEL))
"""What pupils write on the sheet; everything else is about it."""


class AnswerLine(NamedTuple):
    """`part` is what the sheet calls the part spoken of: a letter, a box or blank's name.

    `mark` is what pupils write there. Either may be empty.
    """

    runs: Sequence[Run | LanguageSpan]
    role: Role = Role.ANSWER
    part: str = ""
    mark: str = ""


def answer_lines(
    question: Question,
    passage: Passage | None,
    words: Translations,
    printed: PassageLines | None = None,
) -> Iterator[AnswerLine]:
    """Answer, explanation, what is wrong with the distractors, and source, in this order.

    Where the passage is `printed`, its lines are cited.
    """
    item = question.item
    yield from _answers(question, words)
    if item.explain and item.explain.runs:
        yield AnswerLine(item.explain.runs, Role.NOTE)
    if isinstance(item.interaction, Choice):
        yield from _rationales(question, item.interaction, words)
    yield from _sources(item, passage, words, printed)


def wordy_lines(
    question: Question,
    passage: Passage | None,
    words: Translations,
    printed: PassageLines | None = None,
) -> Iterator[AnswerLine]:
    """The same without the letters of this sheet, so that it holds for every form."""
    item = question.item
    if isinstance(item.interaction, Choice):
        unlettered = replace(item.interaction, mark=OptionMark.BOX)
        item = replace(item, interaction=unlettered)
    for line in answer_lines(replace(question, item=item), passage, words, printed):
        match item.interaction:
            case Match():
                yield line._replace(mark="")
            case Order():
                yield line._replace(part="")
            case Choice() | TextEntry() | GapFill() | Numeric() | Reveal() | ExtendedText():
                yield line
            case _:
                assert_never(item.interaction)


def short_answer(question: Question, words: Translations) -> str | None:
    """The answer for marking at a glance: what is in the boxes, from first to last.

    None where an answer has to be read.
    """
    interaction = question.item.interaction
    match interaction:
        case Choice(mark=OptionMark.LETTER):
            lettered = _lettered(question, interaction, words)
            return _listing((letter for letter, option in lettered if option.is_key), ", ")
        case Choice():
            return _in_a_row([option.text for option in interaction.keys], ", ")
        case Numeric(written=written):
            return written
        case TextEntry(answer=answer):
            return _in_a_row([answer], "")
        case GapFill(gaps=gaps):
            return _in_a_row([gap.answer for gap in gaps], "; ")
        case Match():
            return _listing(_match_letters(question, interaction, words), ", ")
        case Order():
            return _listing((str(number) for _, number in _boxes(question, words)), ", ")
        case Reveal() | ExtendedText():
            return None
        case _:
            assert_never(interaction)


def _in_a_row(texts: Sequence[Text], between: str) -> str | None:
    """`texts` as plain characters; None where these do not say all of them."""
    if not all(_is_plain(run) for text in texts for run in text.runs):
        return None
    return _listing([text.plain for text in texts], between)


def _listing(parts: Iterable[str], between: str) -> str:
    """`parts` in the order in which lines run, whether they are letters or numbers."""
    several = list(parts)
    return between.join(map(isolated, several) if len(several) > 1 else several)


def _is_plain(run: Run) -> bool:
    """Whether the characters of `run` alone say what it is: 10³ is not 103."""
    match run:
        case str() | Break():
            return True
        case Styled(style=style):
            return not style & (Style.SUBSCRIPT | Style.SUPERSCRIPT)
        case Image() | Math():
            return False


def _answers(question: Question, words: Translations) -> Iterator[AnswerLine]:
    interaction = question.item.interaction
    match interaction:
        case Reveal(back=back):
            yield AnswerLine(back.runs)
        case Choice():
            yield from _keys(question, interaction, words)
        case TextEntry(answer=answer, accepted=accepted):
            yield AnswerLine(answer.runs)
            if accepted:
                opening, closing = words.also_accept
                yield AnswerLine((opening, *_listed(accepted), closing), Role.NOTE)
        case GapFill(gaps=gaps):
            for number, gap in enumerate(gaps, 1):
                yield AnswerLine(gap.answer.runs, part=str(number) if len(gaps) > 1 else "")
        case Numeric():
            yield AnswerLine(tuple(_number(interaction)))
        case Match():
            yield from _pairs(question, interaction, words)
        case Order(events=events):
            yield from _ordered(question, events, words)
        case ExtendedText(answer=answer, rubric=rubric):
            yield AnswerLine(answer.runs, Role.MODEL)
            for criterion in rubric:
                points = words.points(criterion.points)
                yield AnswerLine(criterion.text.runs, Role.NOTE, part=points)
        case _:
            assert_never(interaction)


def _lettered(
    question: Question, choice: Choice, words: Translations
) -> Iterator[tuple[str, Option]]:
    """The options as the sheet shows them, with their letters."""
    for place, index in enumerate(question.order):
        yield words.letter(place), choice.options[index]


def _keys(question: Question, choice: Choice, words: Translations) -> Iterator[AnswerLine]:
    for letter, option in _lettered(question, choice, words):
        if option.is_key:
            yield AnswerLine(option.text.runs, mark=_letter(choice, letter))


def _rationales(question: Question, choice: Choice, words: Translations) -> Iterator[AnswerLine]:
    for letter, option in _lettered(question, choice, words):
        if option.rationale:
            part = _letter(choice, letter)
            named: tuple[Run, ...] = () if part else (*option.text.runs, ": ")
            yield AnswerLine((*named, *option.rationale.runs), Role.NOTE, part=part)


def _letter(choice: Choice, letter: str) -> str:
    return letter if choice.mark is OptionMark.LETTER else ""


def _listed(texts: Sequence[Text]) -> Iterator[Run]:
    for position, text in enumerate(texts):
        if position:
            yield "; "
        yield from text.runs


def _number(numeric: Numeric) -> Iterator[Run]:
    yield numeric.written
    if numeric.tolerance:
        yield f" ± {numeric.written_tolerance}"
    if numeric.unit:
        yield "\xa0"
        yield from numeric.unit.runs


def _match_letters(question: Question, match: Match, words: Translations) -> list[str]:
    """The letter that belongs in each premise's box."""
    letters = {index: words.letter(place) for place, index in enumerate(question.order)}
    return [letters[response] for response in match.key]


def _pairs(question: Question, match: Match, words: Translations) -> Iterator[AnswerLine]:
    letters = _match_letters(question, match, words)
    for number, (premise, letter) in enumerate(zip(match.premises, letters, strict=True), 1):
        response = match.responses[match.key[number - 1]]
        runs = (*premise.runs, " – ", *response.runs)
        yield AnswerLine(runs, part=str(number), mark=letter)
        if match.proofs and (explain := match.proofs[number - 1].explain):
            yield AnswerLine(explain.runs, Role.NOTE)


def _boxes(question: Question, words: Translations) -> list[tuple[str, int]]:
    """The letter of each event as shown, and the number that belongs in its box."""
    return [(words.letter(place), index + 1) for place, index in enumerate(question.order)]


def _ordered(
    question: Question, events: Sequence[Event], words: Translations
) -> Iterator[AnswerLine]:
    for letter, number in sorted(_boxes(question, words), key=lambda box: box[1]):
        event = events[number - 1]
        date = (f" ({event.date})",) if event.date else ()
        yield AnswerLine((*event.text.runs, *date), part=letter, mark=str(number))
        if event.proof.explain:
            yield AnswerLine(event.proof.explain.runs, Role.NOTE)


def _sources(
    item: Item, passage: Passage | None, words: Translations, printed: PassageLines | None
) -> Iterator[AnswerLine]:
    for quote in item.evidence:
        number = passage.number(quote.plain) if passage else None
        lines = printed.of(quote) if printed else None
        opening, closing = words.quoted_lines(number, *lines) if lines else words.quoted(number)
        quoted = _in_its_language(quote.runs, passage)
        yield AnswerLine((opening, *quoted, closing), Role.SOURCE)
    for reference in item.references:
        opening, closing = words.source
        yield AnswerLine((opening, *reference.runs, closing), Role.SOURCE)


def _in_its_language(
    quote: Sequence[Run], passage: Passage | None
) -> Sequence[Run] | Sequence[LanguageSpan]:
    """`quote`, with the language it is in where that is not the key's."""
    if passage is None or passage.language is None:
        return quote
    return (LanguageSpan(quote, passage.language),)
