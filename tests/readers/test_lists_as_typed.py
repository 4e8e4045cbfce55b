"""Lists as they are typed elsewhere: each gets its own place, and quizgen's way to write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, told, write_bank

HEAD = "- id: a\n  type: multiple_choice\n  question: Which is it?\n  reference: r\n"
MC = f"{HEAD}  answer: x\n"
CARD = "- id: a\n  type: flashcard\n  reference: r\n"


def findings(tmp_path: Path, questions: str) -> tuple[list[str], str]:
    """Names and places of what is found, and all that the messages say."""
    _, found = load_bank(write_bank(tmp_path, questions))
    return told(found), " ".join(f"{d.message} {d.help}" for d in found)


@pytest.mark.parametrize("sign", ["1.", "1)", "a)", "(a)", "A.", "+", "•"])
@pytest.mark.parametrize("indent", ["  ", "    "])
def test_the_first_part_of_a_list_without_dashes_is_named(
    tmp_path: Path, sign: str, indent: str
) -> None:
    parts = "".join(f"{indent}{sign} {city}\n" for city in ("Rome", "Bern", "Paris", "Oslo"))
    found, words = findings(tmp_path, f"{MC}  distractors:\n{parts}  explain: Why")
    assert [place.partition("@")[2] for place in found] == [f"9:{len(indent) + 1}"]
    assert f"{sign} is not the dash" in words
    assert "write `- Rome`" in words


@pytest.mark.parametrize("sign", ["1.", "+", "a)"])
def test_so_is_the_first_question(tmp_path: Path, sign: str) -> None:
    space = " " * (len(sign) + 1)
    found, words = findings(
        tmp_path, f"{sign} id: a\n{space}type: flashcard\n{space}front: f\n{space}back: b\n"
    )
    assert found == ["yaml-syntax@3:1"]
    assert "write `- id: a`" in words


def test_one_sign_among_dashes_is_named(tmp_path: Path) -> None:
    found, words = findings(tmp_path, f"{MC}  distractors:\n  - Rome\n  + Bern\n  - Oslo\n")
    assert found[0] == "yaml-syntax@10:3"
    assert "write `- Bern`" in words


def test_numbered_lines_of_a_text_are_no_list(tmp_path: Path) -> None:
    found, words = findings(tmp_path, f"{CARD}  front: |\n    1. One\n    2. Two\n  back:b\n")
    assert found == ["yaml-syntax@9:7"]
    assert "no space behind this colon" in words


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        (f"{CARD}  front: f\n  back: #1", "text-cut-off@7:9"),
        (f"{HEAD}  answer: #1\n  distractors: [a, b]", "text-cut-off@7:11"),
        (f"{MC}  distractors: [#1, #2]\n- {{id: b, type: flashcard", "text-cut-off@8:17"),
        (f"{MC}  distractors: [ #1, #2]", "text-cut-off@8:18"),
        (f"{MC}  distractors:\n  - #1", "text-cut-off@9:5"),
        (f"{CARD}  front: f\n  back: # to be written", "empty-value@7:9"),
    ],
)
def test_a_value_that_is_all_remark(tmp_path: Path, entry: str, place: str) -> None:
    found, words = findings(tmp_path, entry)
    assert found[0] == place
    assert "quotes" in words


def test_a_hash_in_brackets_within_a_text_is_none(tmp_path: Path) -> None:
    assert findings(tmp_path, f"{CARD}  front: |\n    see: [#12 and #13]\n  back: b # b")[0] == []


@pytest.mark.parametrize(
    ("entry", "place", "mend"),
    [
        (
            f"{HEAD}  options: {{A: Rome, B: Bern, C: Oslo}}\n  answer: B",
            "unknown-key@7:3",
            "write `answer: Bern` and `distractors: [Rome, Oslo]`",
        ),
        (
            f"{HEAD}  options:\n  - a: Rome\n  - b: Bern\n  answer: a)",
            "unknown-key@7:3",
            "write `answer: Rome` and `distractors: [Bern]`",
        ),
        (
            f"{HEAD}  choices:\n    1: Rome\n    2: Bern\n  answer: Bern",
            "unknown-key@7:3",
            "write `answer: Bern` and `distractors: [Rome]`",
        ),
        (f"{MC}  distractors:\n    a: Rome\n    b: Bern", "wrong-kind@9:5", "write `[Rome, Bern]`"),
        (f"{MC}  distractors:\n  - a: Rome", "wrong-kind@9:5", "write `- Rome`"),
        (f"{MC}  distractors: Rome; Bern", "wrong-kind@8:16", "write `[Rome, Bern]`"),
        (f"{MC}  distractors: Rome、Bern", "wrong-kind@8:16", "write `[Rome, Bern]`"),
        (
            "- id: a\n  type: ordering\n  question: Q\n  reference: r\n  in_order: [a; b; c]",
            "too-few@7:13",
            "write [a, b, c]",
        ),
    ],
)
def test_lists_in_other_forms_get_the_whole_mend(
    tmp_path: Path, entry: str, place: str, mend: str
) -> None:
    found, words = findings(tmp_path, entry)
    assert found[0] == place
    assert mend in words
