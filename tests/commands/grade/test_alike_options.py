"""Options and pairs that look alike in characters keep the key of each of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.forms import item

from quizgen.commands.grade.marking import with_key_of
from quizgen.model.answer_sheets.questions import GradedQuestion, sheet_question
from quizgen.model.answer_sheets.records import AnswerSheets, sheets_of, sheets_record
from quizgen.model.assessment import Question
from quizgen.model.item import Choice, Event, Interaction, Match, Option, Order
from quizgen.model.text import Image, Style, Styled, Text

A, B, C = (Text((Image(f"{name}.png", "a graph"),)) for name in "abc")
SQUARE, INDEX = (
    Text(("x", Styled("2", Style.SUPERSCRIPT))),
    Text(("x", Styled("2", Style.SUBSCRIPT))),
)
NO_WORDS = tuple(Text((Image(f"{name}.png", ""),)) for name in "abc")


def graded(interaction: Interaction) -> GradedQuestion:
    """What a file of answer sheets says of a question, written and read again."""
    question = sheet_question(Question(1, item("q", interaction)))
    sheets = sheets_of(sheets_record(AnswerSheets((), (question,), {}, {})))
    return sheets.questions[0]


def chosen(*options: Text, key: int = 0) -> GradedQuestion:
    return graded(Choice(tuple(Option(text, n == key) for n, text in enumerate(options))))


def today_key(printed: GradedQuestion, today: GradedQuestion) -> tuple[int, ...] | None:
    """The key that counts for what was printed."""
    question = with_key_of(printed, today)
    return None if question is None else question.key


@pytest.mark.parametrize("options", [(A, B, C), NO_WORDS, (SQUARE, INDEX), (A, A, B)])
def test_only_the_key_is_right(options: tuple[Text, ...]) -> None:
    assert today_key(chosen(*options), chosen(*options)) == (0,)
    assert today_key(chosen(*options), chosen(*options, key=1)) == (1,)


def test_the_key_follows_its_picture_to_another_place() -> None:
    assert today_key(chosen(A, B, C), chosen(C, A, B)) == (2,)


def test_another_picture_with_the_same_words_is_another_option() -> None:
    assert today_key(chosen(A, B), chosen(C, B)) is None


def test_options_that_nothing_tells_apart_count_as_printed_where_they_moved() -> None:
    assert today_key(chosen(A, A, B), chosen(B, A, A)) is None


def test_pairs_of_pictures_have_the_key_of_each() -> None:
    printed = graded(Match((A, B, C), NO_WORDS, (0, 1, 2)))
    assert today_key(printed, printed) == (0, 1, 2)
    moved = graded(Match((C, A, B), NO_WORDS, (0, 1, 2)))
    assert today_key(printed, moved) == (1, 2, 0)
    other = graded(Match((A, B, C), NO_WORDS, (2, 0, 1)))
    assert today_key(printed, other) == (2, 0, 1)


def test_premises_that_nothing_tells_apart_have_the_key_of_their_place() -> None:
    printed = graded(Match((A, A), (B, C), (0, 1)))
    assert today_key(printed, printed) == (0, 1)
    assert today_key(printed, graded(Match((A, A), (B, C), (1, 0)))) == (1, 0)


def test_pictures_in_another_order_have_other_right_places() -> None:
    printed = graded(Order((Event(A), Event(B))))
    assert with_key_of(printed, printed) is not None
    corrected = with_key_of(printed, graded(Order((Event(B), Event(A)))))
    assert corrected is not None
    assert corrected.key == (1, 0)


def test_files_without_marks_are_as_before() -> None:
    old = replace(chosen(Text(("a",)), Text(("b",))), option_marks=())
    assert today_key(old, chosen(Text(("b",)), Text(("a",)))) == (1,)
