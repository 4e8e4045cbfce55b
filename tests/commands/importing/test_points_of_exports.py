"""Points that nobody wrote stay out of the bank when a part of an exported question changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.exports_edited import FIRST, QUESTIONS, assert_only_change, bring_edited, yaml_files

RUBRIC = "  rubric: {names the reason: 2, names the place: 1}\n"
LAST_WORD = RUBRIC + "  lines: 8\n  reference: An atlas\n"
PAIRS = "  pairs: {Cho: South Korea, Akiba: Japan}\n  reference: An atlas\n"
THREE_PAIRS = (
    "  pairs:\n    Cho: South Korea\n    Akiba: Japan\n    Xi: China\n  reference: An atlas\n"
)
SEASONS = "  in_order: [spring, summer, autumn, winter]\n"
TWO = 'Cho → South Korea\nAkiba → Japan",'
TWO_AND_ONE = 'Cho → South Korea\nAkiba → Japan\nXi → China",'


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (
            "1: names the place",
            "3: names the place",
            RUBRIC,
            "  rubric:\n    names the reason: 2\n    names the place: 3\n",
        ),
        (TWO, TWO_AND_ONE, PAIRS, THREE_PAIRS),
        ("\n4. winter", "", SEASONS, SEASONS.replace(", winter", "")),
    ],
)
def test_points_of_parts_stay_their_sum(
    tmp_path: Path, old: str, new: str, before: str, after: str
) -> None:
    assert_only_change(tmp_path, ("csv", old, new), before, after)


def test_points_that_were_written_stay(tmp_path: Path) -> None:
    bank = QUESTIONS.replace(PAIRS, PAIRS + "  points: 2\n")
    got = bring_edited(tmp_path, "csv", TWO, TWO_AND_ONE, bank)
    assert got.imported is not None
    expected = FIRST + bank.replace(PAIRS, THREE_PAIRS)
    assert yaml_files(tmp_path)["people.yaml"] == expected


def test_points_that_become_the_sum_are_no_more_written(tmp_path: Path) -> None:
    bank = QUESTIONS.replace(PAIRS, PAIRS + "  points: 5\n")
    got = bring_edited(tmp_path, "csv", "An atlas,,,,5", "An atlas,,,,2", bank)
    assert got.imported is not None
    assert yaml_files(tmp_path)["people.yaml"] == FIRST + QUESTIONS


@pytest.mark.parametrize("name", ["qti12", "qti21", "qti3", "moodle"])
def test_more_points_of_an_essay_leave_its_model_answer(tmp_path: Path, name: str) -> None:
    bank = QUESTIONS[QUESTIONS.index("- id: why\n") :]
    points = {
        "qti12": ("<fieldentry>3", "<fieldentry>4"),
        "qti21": ("<value>3</value>", "<value>4</value>"),
        "qti3": (">3</qti-value>", ">4</qti-value>"),
        "moodle": ("<defaultgrade>3<", "<defaultgrade>4<"),
    }
    got = bring_edited(tmp_path, name, *points[name], bank)
    assert got.imported is not None
    assert LAST_WORD in bank
    assert yaml_files(tmp_path)["people.yaml"] == f"{FIRST}{bank}  points: 4\n"
