"""Rows of tables as questions: which cell an answer names, and what a word of truth is."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import bring, keys

from quizgen.model.item import Choice

HEAD = "Question,A,B,C,D,Answer\n"


@pytest.mark.parametrize("answer", ["C", "3", "Paris"])
def test_an_empty_cell_keeps_its_letter_and_its_number(tmp_path: Path, answer: str) -> None:
    (item,) = bring(tmp_path, "t.csv", f"{HEAD}Capital?,Rome,,Paris,Oslo,{answer}\n").items
    assert keys(item) == ["Paris"]


@pytest.mark.parametrize("answer", ["B", "2", "E"])
def test_an_answer_that_names_no_option_is_told(tmp_path: Path, answer: str) -> None:
    got = bring(tmp_path, "t.csv", f"{HEAD}Capital?,Rome,,Paris,Oslo,{answer}\nTwo?,x,y,,,B\n")
    assert [keys(item) for item in got.items] == [["y"]]
    assert f"“{answer}” {'is none' if answer == 'E' else 'names an empty cell'}" in got.messages


def _kinds(tmp_path: Path, name: str, text: str) -> list[str]:
    """What each question is: ``truth``, ``choice`` or ``typed``."""
    tmp_path.mkdir(exist_ok=True)
    kinds = []
    for item in bring(tmp_path, name, text).items:
        task = item.interaction
        is_truth = isinstance(task, Choice) and task.is_true_false
        kinds.append("truth" if is_truth else "choice" if isinstance(task, Choice) else "typed")
    return kinds


LETTERS = ["Symbol of fluorine?", "F", "Roman five?", "V", "Yes in German?", "ja", "City?", "Ulm"]


@pytest.mark.parametrize("count", [2, 4, 8])
def test_letters_and_words_are_truths_only_where_a_truth_is_to_be_told(
    tmp_path: Path, count: int
) -> None:
    pairs = list(zip(LETTERS[:count:2], LETTERS[1:count:2], strict=True))
    rows = "".join(f"{stem},{answer}\n" for stem, answer in pairs)
    lines = "".join(f"{n}. {stem}\nAnswer: {a}\n" for n, (stem, a) in enumerate(pairs, 1))
    typed = ["typed"] * len(pairs)
    assert _kinds(tmp_path / "a", "t.csv", f"Question,Answer\n{rows}") == typed
    assert _kinds(tmp_path / "b", "t.txt", lines) == typed


@pytest.mark.parametrize(
    "rows",
    [
        "Question,Answer\nIs it?,T\nWas it?,F\n",
        "Question,Answer\nIs it?,ja\nWas it?,ja\n",
        "Question,Answer\nIs it? (V/F),V\nTrue or false: it is,F\n",
        "Question,Type,Answer\nIs it?,T/F,T\nWas it?,TF,no\n",
        "Question,Answer\nIt is.,True\nBern is in Peru.,False\nCity?,Ulm\n",
    ],
)
def test_truths_stay_truths(tmp_path: Path, rows: str) -> None:
    assert _kinds(tmp_path, "t.csv", rows)[:2] == ["truth", "truth"]


def test_two_letters_as_options_are_no_truths(tmp_path: Path) -> None:
    assert _kinds(tmp_path, "t.csv", "Question,A,B,Answer\nFluorine?,F,V,A\n") == ["choice"]
    text = "1. Fluorine?\na) F\nb) V\nAnswer: A\n"
    assert _kinds(tmp_path, "t.txt", text) == ["choice"]


def test_signs_in_cells_do_not_outvote_the_headings(tmp_path: Path) -> None:
    rows = "".join(f"Which {n};x?,a;b,c;{n},d\n" for n in range(5))
    got = bring(tmp_path, "t.csv", f"Question,Correct Answer,Wrong 1,Wrong 2\n{rows}")
    assert [item.stem.plain for item in got.items] == [f"Which {n};x?" for n in range(5)]
