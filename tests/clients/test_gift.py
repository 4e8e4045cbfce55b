"""A parser of GIFT by others reads what the export writes, for every question type."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from support import write_project
from support.clients import npm_packages

from quizgen.commands.build.build import build
from quizgen.readers.question_types import QUESTION_TYPES

PACKAGE = Path(__file__).with_name("gift.json")
READ = """
const fs = require("fs");
const parsed = require("gift-pegjs").parse(fs.readFileSync(0, "utf8"));
console.log(JSON.stringify(parsed));
"""
KINDS = {
    "flashcard": ["Short"],
    "multiple_choice": ["MC"],
    "true_false": ["TF"],
    "short_answer": ["Short"],
    "cloze": ["Short", "Short"],
    "numeric": ["Numerical"],
    "matching": ["Matching"],
    "ordering": ["Matching"],
    "timeline": ["Matching"],
    "essay": ["Essay"],
}
"""What a question type's example becomes, by the parser's own words."""


def parsed(root: Path, questions: str) -> list[dict[str, Any]]:
    """The questions that gift-pegjs finds in the export of `questions`."""
    deck = "bank: talks\nexports: {format: gift, name: all}\n"
    result = build(write_project(root, questions, deck=deck), built=1)
    (file,) = [path for path in result.files if path.name == "all.gift.txt"]
    done = subprocess.run(
        ["node", "-e", READ],
        input=file.read_bytes(),
        cwd=npm_packages(PACKAGE).parent,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-1500:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return [one for one in found if one["type"] != "Category"]


@pytest.mark.parametrize("question_type", QUESTION_TYPES, ids=lambda one: one.name)
def test_the_example_of_each_type_is_read(tmp_path: Path, question_type: Any) -> None:
    found = parsed(tmp_path, question_type.example)
    assert [one["type"] for one in found] == KINDS[question_type.name]


def test_control_characters_come_back_as_they_were(tmp_path: Path) -> None:
    wild = r"~a =b #c {d} e:f // \n %9 -> g"
    question = (
        "- id: q\n  reference: Atlas\n  type: multiple_choice\n  question: Which?\n"
        f"  answer: '{wild}'\n  distractors: ['%50', '[moodle]x']\n"
    )
    (found,) = parsed(tmp_path, question)
    texts = [choice["text"]["text"] for choice in found["choices"]]
    assert sorted(texts) == sorted([wild.replace(">", "&gt;"), "%50", "[moodle]x"])
