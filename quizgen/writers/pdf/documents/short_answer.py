"""Answers in a few characters, for the grid that a teacher marks by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    OptionMark,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import (
    Break,
    CodeBlock,
    Image,
    ListBlock,
    Math,
    Quotation,
    Refused,
    Run,
    Sound,
    Style,
    Styled,
    Table,
    Text,
)
from quizgen.model.translations import Translations, isolated
from quizgen.writers.pdf.documents.answers import box_numbers, lettered_options, match_letters


def short_answer(question: Question, words: Translations) -> str | None:
    """Return what pupils write, from the first box or blank to the last, to mark at a glance.

    None for an answer that takes reading: of a flashcard, an essay, or with a picture or formula.
    """
    interaction = question.item.interaction
    match interaction:
        case Choice(mark=OptionMark.LETTER):
            lettered = lettered_options(question, interaction, words)
            return _joined((letter for letter, option in lettered if option.is_key), ", ")
        case Choice():
            return _joined_if_plain([option.text for option in interaction.keys], ", ")
        case Numeric(written=written):
            return written
        case TextEntry(answer=answer):
            return _joined_if_plain([answer], "")
        case GapFill(gaps=gaps):
            return _joined_if_plain([gap.answer for gap in gaps], "; ")
        case Match():
            return _joined(match_letters(question, interaction, words), ", ")
        case Order():
            return _joined((str(number) for _, number in box_numbers(question, words)), ", ")
        case Reveal() | ExtendedText():
            return None
        case _:
            assert_never(interaction)


def _joined_if_plain(texts: Sequence[Text], between: str) -> str | None:
    """Return `texts` as plain characters; None if characters alone would change what they say."""
    if not all(_is_plain(run) for text in texts for run in text.runs):
        return None
    return _joined([text.plain for text in texts], between)


def _joined(parts: Iterable[str], between: str) -> str:
    """Return `parts` with `between` them, in the document's direction even if all are numbers."""
    several = list(parts)
    return between.join(map(isolated, several) if len(several) > 1 else several)


def _is_plain(run: Run) -> bool:
    """Return whether the characters of `run` alone say what it is: 10³ is not 103."""
    match run:
        case str() | Break():
            return True
        case Styled(style=style):
            return not style & (Style.SUBSCRIPT | Style.SUPERSCRIPT)
        case (
            Image()
            | Sound()
            | Math()
            | ListBlock()
            | Table()
            | CodeBlock()
            | Quotation()
            | Refused()
        ):
            return False
