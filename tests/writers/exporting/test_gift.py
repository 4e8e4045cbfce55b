"""GIFT for Moodle: what stands in the file, and what is told to be lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support import PIXEL, write_project
from support.building import reported

from quizgen.commands.build.build import build

DECK = "bank: talks\nexports:\n- format: gift\n"


def _gift(root: Path, question: str, **bank: Any) -> tuple[str, list[str]]:
    """The entries of the file, and the losses, of a bank with `question`."""
    source = f"- id: q\n  reference: Atlas\n{question}"
    result = build(write_project(root, source, deck=DECK, **bank), built=1)
    losses = [found[3] for found in reported(result) if found[0] == "export-loss"]
    file = root / "dist/deck/gift.gift.txt"
    files = [file] if file.exists() else list((root / "dist").rglob("*.gift.txt"))
    return files[0].read_text(encoding="utf-8"), losses


def test_a_choice_is_whole(tmp_path: Path) -> None:
    text, losses = _gift(
        tmp_path,
        "  type: multiple_choice\n  question: Where {is} it = 1~2?\n"
        "  answer: a<b\n  distractors: ['50% # x', 'c:d']\n",
    )
    assert r"Where \{is\} it \= 1\~2?" in text
    assert "=[html]a&lt;b" in text
    assert r"~[html]50% \# x" in text
    assert r"~[html]c\:d" in text
    assert "// [id:q]" in text
    assert losses == []


def test_several_keys_share_the_points(tmp_path: Path) -> None:
    text, _ = _gift(
        tmp_path,
        "  type: multiple_choice\n  question: Which are primes?\n"
        "  answer: ['2', '3', '5']\n  distractors: ['4', '6']\n",
    )
    assert text.count("~%33.33333%[html]") == 3
    assert text.count("~%-50%[html]") == 2


@pytest.mark.parametrize(
    ("question", "expected", "lost"),
    [
        (
            "  type: short_answer\n  question: What share?\n  answer: '%5'\n",
            "=[plain]%5",
            [],
        ),
        (
            "  type: numeric\n  question: How long?\n  answer: 4.5\n  tolerance: 0.5\n  unit: km\n",
            "#4.5:0.5",
            ["the unit as such"],
        ),
        (
            "  type: true_false\n  question: It rains.\n  answer: false\n",
            "FALSE",
            [],
        ),
        (
            "  type: ordering\n  question: Sort.\n  in_order: [one, two, three]\n",
            "=[html]two -> 2",
            ["the order as a task", "the number of points"],
        ),
        (
            "  type: matching\n  question: Match.\n  pairs: {a: x, b: y, c: z}\n"
            "  distractors: [w]\n",
            "= -> w",
            ["the number of points"],
        ),
        (
            "  type: matching\n  question: Match.\n  pairs: {a: x, b: y}\n",
            "~[html]y",
            ["the matching question"],
        ),
        (
            "  type: cloze\n  text: The {{c1::cat}} sat on the {{c2::mat::rug}}.\n",
            r"The cat sat on the _____ (rug).",
            ["the text with several gaps"],
        ),
        (
            "  type: essay\n  question: Why?\n  answer: Because.\n",
            "Because.",
            ["the model answer for graders"],
        ),
    ],
)
def test_each_type_is_written_and_its_losses_are_told(
    tmp_path: Path, question: str, expected: str, lost: list[str]
) -> None:
    text, losses = _gift(tmp_path, question)
    assert expected in text
    assert {loss.removeprefix("in gift.gift.txt, ").split(" is lost")[0] for loss in losses} == {
        *lost
    }


def test_an_arrow_that_cannot_be_escaped_leaves_the_question_out_and_says_so(
    tmp_path: Path,
) -> None:
    text, losses = _gift(tmp_path, "  type: short_answer\n  question: Next?\n  answer: a -> b\n")
    assert "Next?" not in text
    assert losses == [
        "in gift.gift.txt, the question is lost: GIFT cannot write the answer 'a -> b'"
    ]


def test_no_text_ends_its_entry_or_begins_a_command(tmp_path: Path) -> None:
    text, _ = _gift(
        tmp_path,
        "  type: flashcard\n  front: |-\n    a\n\n    $CATEGORY: x\n\n    // c\n  back: b}{=c\n",
    )
    assert [line for line in text.splitlines() if line.startswith("$")] == [
        line for line in text.splitlines() if line.startswith("$CATEGORY: $course$/top/")
    ]
    assert r"=b\}\{\=c" in text


def test_a_strict_build_stops_at_a_loss(tmp_path: Path) -> None:
    source = "- id: q\n  reference: Atlas\n  type: flashcard\n  front: a\n  back: b\n"
    result = build(write_project(tmp_path, source, deck=DECK), built=1, strict=True)
    assert result.files == ()
    assert "export-loss" in {found[0] for found in reported(result)}


def test_an_unknown_format_names_the_nearest(tmp_path: Path) -> None:
    deck = "bank: talks\nexports: {format: gitf}\n"
    result = build(write_project(tmp_path, deck=deck), built=1)
    (found,) = [d for d in result.diagnostics if d.name == "unknown-format"]
    assert "gift" in (found.help or "")


def test_two_exports_of_one_file_are_told(tmp_path: Path) -> None:
    deck = "bank: talks\nexports:\n- format: gift\n- format: gift\n"
    result = build(write_project(tmp_path, deck=deck), built=1)
    assert "duplicate-worksheet" in {d.name for d in result.diagnostics}


def test_the_same_bank_gives_the_same_bytes(tmp_path: Path) -> None:
    question = "  type: ordering\n  question: Sort.\n  in_order: [a, b, c, d]\n"
    assert _gift(tmp_path / "1", question) == _gift(tmp_path / "2", question)


def test_code_keeps_its_lines_and_spaces(tmp_path: Path) -> None:
    text, losses = _gift(
        tmp_path,
        "  type: essay\n  question: |-\n    What does it do?\n\n"
        "    ```\n    if a:\n        b\n    ```\n"
        "  answer: Nothing.\n",
    )
    assert r"if a\:\n    b" in text
    assert len(losses) == 1


def test_a_picture_inside_a_list_is_told(tmp_path: Path) -> None:
    _, losses = _gift(
        tmp_path,
        "  type: short_answer\n  question: |-\n    Look:\n\n    - ![a dot](dot.png)\n    - that\n"
        "  answer: dot\n",
        media={"dot.png": PIXEL},
    )
    assert losses == [
        "in gift.gift.txt, a picture is lost: GIFT has none; its description stands there"
    ]
