"""The cards of games: every pair is there, and every game can be played to its end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.assemble.games import bingo_cards, dominoes, memory_cards
from quizgen.model.assessment.game import Pair
from quizgen.model.text import Text

counts = st.integers(3, 40)
seeds = st.text(max_size=5)


def pairs(count: int) -> list[Pair]:
    return [Pair(Text((f"question {n}",)), Text((f"answer {n}",))) for n in range(count)]


@given(counts, seeds)
def test_memory_has_each_text_on_one_card(count: int, seed: str) -> None:
    cards = memory_cards(pairs(count), seed)
    assert sorted(text.plain for card in cards for text in card) == sorted(
        text.plain for pair in pairs(count) for text in pair
    )


@given(counts, seeds)
def test_dominoes_close_one_ring(count: int, seed: str) -> None:
    tiles = {left.plain: right.plain for left, right in dominoes(pairs(count), seed)}
    place, laid = "answer 0", 0
    while laid == 0 or place != "answer 0":
        question = tiles[place]
        place, laid = question.replace("question", "answer"), laid + 1
    assert laid == count


@given(st.integers(10, 30), st.integers(1, 40), seeds)
def test_no_two_bingo_cards_are_alike(count: int, cards: int, seed: str) -> None:
    made = list(bingo_cards(pairs(count), 9, cards, seed))
    assert len(made) == cards
    sets = [frozenset(text.plain for text in card) for card in made]
    assert all(len(one) == 9 for one in sets)
    assert all(text.startswith("answer") for one in sets for text in one)
    if count > 11 or cards <= 5:
        assert len(set(sets)) == cards


@pytest.mark.parametrize("make", [memory_cards, dominoes])
def test_another_seed_mixes_anew_and_the_same_does_not(make: object) -> None:
    assert callable(make)
    assert make(pairs(12), "a") == make(pairs(12), "a") != make(pairs(12), "b")
