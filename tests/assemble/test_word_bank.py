"""Word banks: every answer is there, and nothing tells where it belongs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.assemble.word_bank import word_bank
from quizgen.model.item import GapFill, Item, Word
from quizgen.model.text import Text, exact_key, parse_gaps

ANSWERS = st.lists(st.sampled_from([f"word{n}" for n in range(30)]), min_size=1, max_size=20)


def cloze(number: int, answer: str) -> Item:
    text = parse_gaps(f"It says {{{{c1::{answer}}}}} here.")
    return Item(Word(f"q{number}"), "cloze", "t", Text(()), GapFill(text.parts))


@given(answers=ANSWERS, seed=st.text("abc", min_size=1))
def test_all_answers_are_there_once_and_not_in_their_order(answers: list[str], seed: str) -> None:
    items = [cloze(number, answer) for number, answer in enumerate(answers)]
    words = [word.plain for word in word_bank(items, seed)]
    solved = list(dict.fromkeys(answers))
    assert sorted(words) == sorted(solved)
    assert len(solved) < 3 or words != solved


@given(answers=ANSWERS, seed=st.text("abc", min_size=1))
def test_the_order_depends_on_the_words_alone(answers: list[str], seed: str) -> None:
    """But for one of them, in which it would be that of the gaps."""
    ways = [answers, answers[::-1], sorted(answers)]
    orders = {
        tuple(word.plain for word in word_bank(map(cloze, range(len(way)), way), seed))
        for way in ways
    }
    assert len(set(answers)) < 3 or len(orders) <= 2


def test_answers_that_differ_in_a_superscript_alone_are_two() -> None:
    words = word_bank([cloze(1, "x^2^"), cloze(2, "x~2~")], "seed")
    assert sorted(exact_key(word) for word in words) == ["x^2^", "x~2~"]
