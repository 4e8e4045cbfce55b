"""Every word of a puzzle can be found, in one place, and nothing else looks like one."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.growth import is_within
from support.puzzles import occurrences

from quizgen.assemble.puzzles import crossword, letters_of, puzzle_word, word_search
from quizgen.assemble.puzzles.crossword import MAX_SIDE
from quizgen.model.assessment.puzzle import PlacedWord, PuzzleWord, Square
from quizgen.model.text import Text

WORDS = st.lists(
    st.text("ABCDEINRST", min_size=3, max_size=12), min_size=1, max_size=18, unique=True
)


def word(letters: str) -> PuzzleWord:
    text = Text((letters,))
    return PuzzleWord(letters, text, text, (len(letters),))


def runs(letters: dict[Square, str]) -> set[tuple[Square, Square, str]]:
    """Solve a crossword as a reader sees it: all rows of two or more letters, across and down."""
    found = set()
    for row, column in letters:
        for down, across in ((0, 1), (1, 0)):
            if (row - down, column - across) in letters:
                continue
            text, place = "", (row, column)
            while place in letters:
                text += letters[place]
                place = place[0] + down, place[1] + across
            if len(text) > 1:
                found.add(((row, column), (down, across), text))
    return found


def filled(placed: Iterable[PlacedWord]) -> dict[Square, str]:
    letters: dict[Square, str] = {}
    for one in placed:
        for square, letter in one.squares:
            assert letters.setdefault(square, letter) == letter
    return letters


@settings(max_examples=60, deadline=None)
@given(WORDS, st.text(max_size=3))
def test_a_crossword_reads_as_its_words_and_nothing_else(texts: list[str], seed: str) -> None:
    placed = crossword([word(text) for text in texts], seed)
    letters = filled(placed)
    assert runs(letters) == {(one.start, one.step, one.word.letters) for one in placed}
    assert min(row for row, _ in letters) == min(column for _, column in letters) == 0
    assert max(max(square) for square in letters) < MAX_SIDE
    assert {one.word.letters for one in placed} <= set(texts)
    connected(placed)


def connected(placed: Iterable[PlacedWord]) -> None:
    """Every word crosses another, so that the grid is one."""
    waiting = [{square for square, _ in one.squares} for one in placed]
    reached = waiting.pop()
    while waiting:
        near = [squares for squares in waiting if squares & reached]
        assert near
        reached.update(*near)
        waiting = [squares for squares in waiting if not squares <= reached]


def test_most_words_of_a_topic_find_a_place() -> None:
    texts = "SEOUL JAPAN MISSILE SANCTIONS SATELLITE CYBER SUMMIT ADVISER AUSTRALIA CRYPTOCURRENCY"
    assert len(crossword([word(text) for text in texts.split()], "seed")) == len(texts.split())


@settings(max_examples=40, deadline=None)
@given(WORDS, st.text(max_size=3))
def test_every_hidden_word_is_there_once(texts: list[str], seed: str) -> None:
    placed, letters = word_search([word(text) for text in texts], seed)
    rows = 1 + max(row for row, _ in letters)
    assert len(letters) == rows * rows
    for one in placed:
        assert [*occurrences(letters, one.word.letters)] == [(one.start, one.step)]
    inside = {a for a in texts for b in texts if a != b and a in b}
    assert {one.word.letters for one in placed} == set(texts) - inside


@settings(max_examples=10, deadline=None)
@given(WORDS)
def test_a_seed_gives_the_same_grid(texts: list[str]) -> None:
    words = [word(text) for text in texts]
    assert crossword(words, "a") == crossword(words, "a")
    assert word_search(words, "a") == word_search(words, "a")


@pytest.mark.parametrize(
    ("answer", "letters"),
    [
        ("Camp David", ("CAMPDAVID", (4, 5))),
        ("Cho Tae-yong", ("CHOTAEYONG", (3, 3, 4))),
        ("l'été", ("LÉTÉ", (1, 3))),
        ("Straße", ("STRASSE", (7,))),
        ("서울", ("서울", (2,))),
        ("1718", None),
        ("Resolution 1718", None),
        ("नमस्ते", None),
        ("", None),
        ("a, b", None),
    ],
)
def test_the_letters_of_an_answer(answer: str, letters: tuple[str, tuple[int, ...]] | None) -> None:
    assert letters_of(answer) == letters


@pytest.mark.parametrize("answer", ["UN", "A" * 21, "2006"])
def test_what_no_puzzle_can_hold(answer: str) -> None:
    assert puzzle_word(Text((answer,)), Text(("clue",))) is None


def test_hundreds_of_words_are_placed_within_seconds() -> None:
    chance = random.Random(1)
    texts = {"".join(chance.choices("ABCDEINORSTU", k=chance.randint(5, 12))) for _ in range(200)}
    words = [word(text) for text in sorted(texts)]
    for puzzle, least in ((word_search, 45), (crossword, 25)):
        placed = puzzle(words, "a")
        assert is_within(3, partial(puzzle, words, "a"))
        assert len(placed[0] if puzzle is word_search else placed) > least
