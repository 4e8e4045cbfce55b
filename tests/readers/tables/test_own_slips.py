"""A slip in a table of quizgen's own is told, and makes no question of another type."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_bank
from support.brought import bring

from quizgen.model.item import Choice, Match

BANK = """\
- id: pairs
  type: matching
  question: Match these two.
  pairs: {Cho: South Korea, Akiba: Japan}
  reference: An atlas
- id: seasons
  type: ordering
  question: Put the seasons in order.
  in_order: [spring, summer, autumn]
  reference: An atlas
- id: charter
  type: timeline
  question: Order what happened.
  events:
  - {date: 1945, event: It is signed}
  - {date: 1950, event: A war begins}
  reference: An atlas
- id: depth
  type: numeric
  question: How deep is the sea?
  answer: 1500
  tolerance: 5
  unit: m
  reference: An atlas
- id: hosted
  type: true_false
  question: Korea hosted the talks.
  answer: true
  reference: An atlas
- id: colour
  type: cloze
  text: The sky is {{c1::blue}}, and the year {{c2::1945}}.
  reference: An atlas
- id: city
  type: multiple_choice
  question: In which city did they meet?
  answer: Seoul
  distractors: [Tokyo, Canberra]
  reference: An atlas
- id: berth
  type: flashcard
  front: What is a berth in a train?
  back: a place to sleep
  reference: An atlas
"""
TABLE = """\
ID,Type,Question,Answer,Wrong 1,Wrong 2,Tolerance,Measured in,Source,Points
pairs,matching,Match these two.,"Cho → South Korea
Akiba → Japan",,,,,An atlas,2
seasons,ordering,Put the seasons in order.,"1. spring
2. summer
3. autumn",,,,,An atlas,3
charter,timeline,Order what happened.,"1. 1945: It is signed
2. 1950: A war begins",,,,,An atlas,2
depth,numeric,How deep is the sea?,1500,,,5,m,An atlas,
hosted,true_false,Korea hosted the talks.,true,,,,,An atlas,
colour,cloze,"The sky is {{c1::blue}}, and the year {{c2::1945}}.","blue
1945",,,,,An atlas,2
city,multiple_choice,In which city did they meet?,Seoul,Tokyo,Canberra,,,An atlas,
berth,flashcard,What is a berth in a train?,a place to sleep,,,,,An atlas,
"""
SLIPS = [
    ("Akiba → Japan", "Akiba Japan", "“Akiba Japan” is no pair"),
    ("Akiba → Japan", "Akiba → Japan → Asia", "“Akiba → Japan → Asia” is no pair"),
    ("2. summer", "summer", "“summer” has no place"),
    ("2. 1950", "1950", "“1950: A war begins” has no place"),
    ("2. 1950: ", "2. ", "“A war begins” has no date"),
    (",1500,", ',"1,500",', "“1,500” may be thousands or decimals"),
    (",1500,", ",1500 m,", "“1500 m” is no number"),
    ("talks.,true,", "talks.,maybe,", "“maybe” is neither true nor false"),
    ("{{c2::1945}}", "{{c2::1945", "“{{c2::1945.” is no gap"),
    ("{{c1::blue}}", "{{c1::blue", "“{{c1::blue, and the year” is no gap"),
    ("{{c2::1945}}", "{{c2:1945}}", "“{{c2:1945” is no gap"),
    (",Tokyo,Canberra,", ",,,", "this multiple_choice has no wrong answer"),
    ("berth,flashcard", "berth,matching", "“a place to sleep” is no pair"),
    ("berth,flashcard", "berth,blah", "“blah” is no type; the types are flashcard, "),
]


def _topic(root: Path) -> str:
    return (root / "question_bank/talks/people.yaml").read_text()


@pytest.mark.parametrize(("old", "new", "told"), SLIPS)
def test_a_slip_is_told_and_changes_no_question(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    write_bank(tmp_path, BANK)
    before = _topic(tmp_path)
    edited = TABLE.replace(old, new)
    assert edited != TABLE
    got = bring(tmp_path, "t.csv", edited, "talks")
    assert [d.name for d in got.diagnostics] == ["question-not-imported"]
    assert told in got.messages
    assert "TYPE" not in got.losses
    assert _topic(tmp_path) == before


@pytest.mark.parametrize(("old", "new", "told"), SLIPS)
def test_a_slip_is_told_of_a_new_bank(tmp_path: Path, old: str, new: str, told: str) -> None:
    got = bring(tmp_path, "t.csv", TABLE.replace(old, new))
    assert told in got.messages
    assert len(got.items) == 7


@pytest.mark.parametrize("arrow", [" -> ", "→", " => ", "-->"])
def test_a_typed_arrow_is_one(tmp_path: Path, arrow: str) -> None:
    write_bank(tmp_path, BANK)
    before = _topic(tmp_path)
    got = bring(tmp_path, "t.csv", TABLE.replace("Akiba → ", f"Akiba{arrow}"), "talks")
    assert got.messages == ""
    assert _topic(tmp_path) == before


def test_an_arrow_in_a_side_of_a_pair_stays(tmp_path: Path) -> None:
    got = bring(tmp_path, "t.csv", TABLE.replace("Akiba → ", "Aki->ba → "))
    (pairs,) = (item for item in got.items if item.id.value == "pairs")
    assert isinstance(pairs.interaction, Match)
    assert pairs.interaction.premises[1].plain == "Aki->ba"


def test_points_that_no_bank_holds_are_told_of_a_question_that_stays(tmp_path: Path) -> None:
    write_bank(tmp_path, BANK)
    before = _topic(tmp_path)
    edited = TABLE.replace("Canberra,,,An atlas,", 'Canberra,,,An atlas,"1,5"')
    got = bring(tmp_path, "t.csv", edited, "talks")
    assert got.losses == {"POINTS": ["1,5"]}
    assert _topic(tmp_path) == before


def test_a_table_of_others_is_read_as_before(tmp_path: Path) -> None:
    rows = "Two?,multiple_choice,x,y,B\nKorea?,true_false,True,False,A\nThree?,blah,3,4,3\n"
    got = bring(tmp_path, "t.csv", f"Question,Type,Option A,Option B,Answer\n{rows}")
    assert got.messages == ""
    assert [isinstance(item.interaction, Choice) for item in got.items] == [True] * 3
