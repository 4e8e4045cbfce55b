"""Moodle XML: what Moodle finds in the file, and what is told to be lost."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from support import PIXEL, write_project
from support.building import reported

from quizgen.commands.build.build import build


def exported(root: Path, question: str, options: str = "", **bank: Any) -> tuple[Element, set[str]]:
    """The question that the file holds, and the losses, of a bank with `question`."""
    source = f"- id: q\n  reference: Atlas\n{question}"
    deck = f"bank: talks\nexports:\n- format: moodle\n{options}"
    result = build(write_project(root, source, deck=deck, **bank), built=1)
    losses = {found[3] for found in reported(result) if found[0] == "export-loss"}
    (file,) = (root / "dist").rglob("*.moodle.xml")
    category, found = fromstring(file.read_bytes()).findall("question")
    assert category.findtext("category/text", "").startswith("$course$/top/")
    assert found.findtext("idnumber") == "q"
    return found, {
        loss.removeprefix("in moodle.moodle.xml, ").split(" is lost")[0] for loss in losses
    }


def texts(found: Element, path: str) -> list[str]:
    return [one.text or "" for one in found.findall(path)]


CHOICE = "  type: multiple_choice\n  question: Which?\n"


def test_several_keys_share_the_points_as_moodle_spells_them(tmp_path: Path) -> None:
    found, losses = exported(
        tmp_path, f"{CHOICE}  answer: ['2', '3', '5']\n  distractors: ['4', '6']\n"
    )
    fractions = sorted(one.get("fraction", "") for one in found.findall("answer"))
    assert fractions == ["-50", "-50", "33.33333", "33.33333", "33.33333"]
    assert found.findtext("single") == "false"
    assert losses == set()


def test_an_option_that_stays_last_stays_last(tmp_path: Path) -> None:
    found, losses = exported(
        tmp_path,
        f"{CHOICE}  answer: a\n  distractors: [b, {{text: none of these, pinned: true}}]\n",
    )
    assert found.findtext("shuffleanswers") == "false"
    assert texts(found, "answer/text")[-1] == "none of these"
    assert losses == {"the shuffling of options"}


def test_a_picture_goes_along_as_a_file(tmp_path: Path) -> None:
    found, losses = exported(
        tmp_path,
        "  type: short_answer\n  question: 'Look: ![a dot](<a b.png>)'\n  answer: dot\n",
        media={"a b.png": PIXEL},
    )
    (file,) = found.findall("questiontext/file")
    assert file.get("name") == "a b.png"
    assert base64.b64decode(file.text or "") == PIXEL
    assert 'src="@@PLUGINFILE@@/a%20b.png"' in found.findtext("questiontext/text", "")
    assert losses == set()


@pytest.mark.parametrize(
    ("question", "type_", "path", "expected", "lost"),
    [
        ("flashcard\n  front: a\n  back: b*\n", "shortanswer", "answer/text", [r"b\*"],
         {"the flashcard"}),
        ("short_answer\n  question: Q?\n  answer: x\n  accept: [y]\n  case: exact\n",
         "shortanswer", "answer/text", ["x", "y"], set()),
        ("true_false\n  question: It rains.\n  answer: false\n", "truefalse",
         "answer[@fraction='100']/text", ["false"], set()),
        ("numeric\n  question: How long?\n  answer: 4.5\n  tolerance: 0.5\n  unit: km\n",
         "numerical", "units/unit/unit_name", ["km"], set()),
        ("matching\n  question: M.\n  pairs: {a: x, b: y}\n  distractors: [w]\n", "matching",
         "subquestion/answer/text", ["x", "y", "w"], set()),
        ("ordering\n  question: Sort.\n  in_order: [one, two, three]\n", "ordering",
         "answer/text", ["one", "two", "three"], set()),
        ("ordering\n  question: Sort.\n  in_order: [one, two, three]\n", "ordering",
         "shownumcorrect", ["1"], set()),
        ("essay\n  question: Why?\n  answer: Because.\n  rubric: {Says so: 2}\n  points: 2\n",
         "essay", "graderinfo/text", ['<div lang="en" dir="ltr">Because.<br>2: Says so</div>'],
         set()),
    ],
)  # fmt: skip
def test_each_type_is_what_moodle_calls_it(
    tmp_path: Path, question: str, type_: str, path: str, expected: list[str], lost: set[str]
) -> None:
    found, losses = exported(tmp_path, f"  type: {question}")
    assert found.get("type") == type_
    assert texts(found, path) == expected
    assert losses == lost


def test_an_order_can_be_asked_for_by_matching(tmp_path: Path) -> None:
    found, losses = exported(
        tmp_path,
        "  type: ordering\n  question: Sort.\n  in_order: [one, two]\n",
        "  ordering: matching\n",
    )
    pairs = zip(
        texts(found, "subquestion/text"), texts(found, "subquestion/answer/text"), strict=True
    )
    assert dict(pairs) == {"one": "1", "two": "2"}
    assert losses == {"the order as a task"}


def test_a_format_with_one_way_to_order_has_none_to_choose(tmp_path: Path) -> None:
    deck = "bank: talks\nexports: {format: gift, ordering: matching}\n"
    result = build(write_project(tmp_path, deck=deck), built=1)
    (found,) = [d for d in result.diagnostics if d.name == "unknown-key"]
    assert (found.span.line, "moodle" in (found.help or "")) == (2, True)


def test_points_hints_and_tags_go_along(tmp_path: Path) -> None:
    found, losses = exported(
        tmp_path,
        f"{CHOICE}  answer: a\n  distractors: [b]\n  points: 3\n  hint: It is short.\n"
        "  tags: [river]\n  difficulty: hard\n",
    )
    assert found.findtext("defaultgrade") == "3"
    assert "It is short." in found.findtext("hint/text", "")
    assert texts(found, "tags/tag/text") == ["river", "hard"]
    assert losses == set()


def test_a_strict_build_stops_at_a_loss(tmp_path: Path) -> None:
    source = "- id: q\n  reference: Atlas\n  type: flashcard\n  front: a\n  back: b\n"
    deck = "bank: talks\nexports: {format: moodle}\n"
    result = build(write_project(tmp_path, source, deck=deck), built=1, strict=True)
    assert result.files == ()
