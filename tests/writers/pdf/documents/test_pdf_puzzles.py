"""Crosswords and word searches on paper: what pupils get, and what the key says."""

from __future__ import annotations

import itertools
from pathlib import Path

import pdfplumber
import pytest
from support import write_project
from support.puzzles import occurrences

import quizgen

ANSWERS = ("Seoul", "Camp David", "Sullivan", "sanctions", "cyber", "missile", "Tokyo")
QUESTIONS = "".join(
    f"- {{id: q{n}, type: short_answer, question: 'What is number {n}?', answer: {answer}, "
    "reference: r}\n"
    for n, answer in enumerate(ANSWERS)
)
CROSSWORD = "bank: talks\npuzzles:\n- {name: words, kind: crossword, title: Words}\n"
SEARCH = "bank: talks\npuzzles:\n- {name: words, kind: word-search, title: Words}\n"
GLOSSARY = "glossary:\n  summit: a meeting of leaders\n  adviser: a person who gives counsel\n"


def built(root: Path, deck: str, questions: str = QUESTIONS, **bank: str) -> list[str]:
    """Build a project with this deck file, and give the names and messages of diagnostics."""
    write_project(root, questions, deck=deck, **bank)
    result = quizgen.build(root, built=0)
    return [f"{d.name}: {d.message}" for d in result.diagnostics]


def pages(root: Path, name: str) -> list[str]:
    [path] = (root / "dist").rglob(name)
    with pdfplumber.open(path) as read:
        return [page.extract_text() for page in read.pages]


def test_a_crossword_asks_and_its_key_answers(tmp_path: Path) -> None:
    assert built(tmp_path, CROSSWORD) == []
    sheet, key = " ".join(pages(tmp_path, "words.pdf")), " ".join(pages(tmp_path, "words-key.pdf"))
    assert "Across" in sheet
    assert "Down" in sheet
    for n, answer in enumerate(ANSWERS):
        lengths = ", ".join(str(len(part)) for part in answer.split())
        assert f"What is number {n}? ({lengths})" in sheet
        assert answer not in sheet
        assert answer in key


def test_every_word_of_a_printed_word_search_is_there_once(tmp_path: Path) -> None:
    """Solved from the page, as a pupil does."""
    assert built(tmp_path, SEARCH) == []
    [path] = (tmp_path / "dist").rglob("words.pdf")
    with pdfplumber.open(path) as read:
        words = read.pages[0].extract_words()
        singles = [w for w in words if len(w["text"]) == 1 and w["text"].isupper()]
    lines = [
        sorted(line, key=lambda w: float(w["x0"]))
        for _, line in itertools.groupby(singles, key=lambda w: round(w["top"]))
    ]
    grid = {(r, c): w["text"] for r, line in enumerate(lines) for c, w in enumerate(line)}
    assert len({len(line) for line in lines}) == 1
    for answer in ANSWERS:
        letters = answer.replace(" ", "").upper()
        assert len([*occurrences(grid, letters)]) == 1, answer
    assert "Word bank" in pages(tmp_path, "words.pdf")[0]


def test_the_key_says_where_a_word_begins(tmp_path: Path) -> None:
    built(tmp_path, SEARCH)
    key = " ".join(pages(tmp_path, "words-key.pdf"))
    for answer in ANSWERS:
        assert f"{answer}: row " in key


def test_the_glossary_gives_words_and_clues(tmp_path: Path) -> None:
    deck = CROSSWORD.replace("title: Words", "glossary: true, topics: [people]")
    questions = "- {id: a, type: flashcard, front: Where?, back: Seoul, reference: r}\n"
    passage = "# The talks\n\nAn adviser came to the summit.\n"
    assert built(tmp_path, deck, questions, bank=GLOSSARY, passage=passage) == []
    sheet = " ".join(pages(tmp_path, "words.pdf"))
    assert "a meeting of leaders (6)" in sheet
    assert "a person who gives counsel (7)" in sheet


@pytest.mark.parametrize("deck", [CROSSWORD, SEARCH])
def test_what_a_puzzle_leaves_out_is_told(tmp_path: Path, deck: str) -> None:
    more = "- {id: n, type: short_answer, question: Which?, answer: '1718', reference: r}\n"
    [told] = built(tmp_path, deck, QUESTIONS + more)
    assert told == ("word-left-out: the puzzle 'words' leaves out “1718”: not 3 to 20 letters")


def test_a_second_question_with_an_answer_is_told(tmp_path: Path) -> None:
    more = "- {id: n, type: short_answer, question: Which?, answer: seoul, reference: r}\n"
    assert built(tmp_path, CROSSWORD, QUESTIONS + more) == [
        "word-left-out: the puzzle 'words' leaves out “seoul”: another question has this answer"
    ]


@pytest.mark.parametrize("deck", [CROSSWORD, SEARCH])
def test_a_puzzle_of_one_word_is_an_error(tmp_path: Path, deck: str) -> None:
    one = "- {id: n, type: short_answer, question: Which?, answer: Seoul, reference: r}\n"
    assert built(tmp_path, deck, one) == ["puzzle-too-small: the puzzle 'words' has 1 word"]
    assert not [*(tmp_path / "dist").rglob("words.pdf")]


def test_a_puzzle_that_selects_nothing_is_an_error(tmp_path: Path) -> None:
    deck = CROSSWORD.replace("title: Words", "tags: [none]")
    assert [one.split(":")[0] for one in built(tmp_path, deck)] == ["unknown-tag"]


def test_the_same_bank_gives_the_same_grid_and_another_seed_another(tmp_path: Path) -> None:
    def content(name: str, deck: str) -> bytes:
        built(tmp_path / name, deck)
        [path] = (tmp_path / name / "dist").rglob("words.pdf")
        return path.read_bytes()

    assert content("a", CROSSWORD) == content("b", CROSSWORD)
    assert content("c", SEARCH.replace("kind:", "seed: x, kind:")) != content("d", SEARCH)
