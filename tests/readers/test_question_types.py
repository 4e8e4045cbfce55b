"""Each type reads to the interaction its author meant."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support import clean_items

from quizgen.model.item import (
    Choice,
    Criterion,
    Difficulty,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    OptionMark,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import Gap
from quizgen.readers.question_types import QUESTION_TYPES, QuestionType


def read(tmp_path: Path, entry: str) -> Item:
    (item,) = clean_items(tmp_path, f"- id: x\n  reference: a book\n{entry}")
    return item


@pytest.mark.parametrize("question_type", QUESTION_TYPES, ids=lambda t: t.name)
def test_the_example_of_each_type_is_clean(tmp_path: Path, question_type: QuestionType) -> None:
    (item,) = clean_items(tmp_path, question_type.example)
    assert item.type == question_type.name


def test_flashcard(tmp_path: Path) -> None:
    item = read(tmp_path, "  type: flashcard\n  front: Veto\n  back: A *no* that counts\n")
    assert item.stem.plain == "Veto"
    assert isinstance(item.interaction, Reveal)
    assert item.interaction.back.plain == "A no that counts"
    assert item.interaction.reversed is False
    both_ways = read(tmp_path, "  type: flashcard\n  front: a\n  back: b\n  reversed: yes\n")
    assert isinstance(both_ways.interaction, Reveal)
    assert both_ways.interaction.reversed is True


def test_multiple_choice_tells_keys_from_distractors_by_name(tmp_path: Path) -> None:
    item = read(
        tmp_path,
        """\
  type: multiple_choice
  question: Which two?
  answer: [no, 1718]
  distractors:
  - yes
  - {text: 2023-12-09, rationale: That is a date.}
""",
    )
    assert isinstance(item.interaction, Choice)
    assert [
        (o.text.plain, o.is_key, o.rationale.plain if o.rationale else None)
        for o in item.interaction.options
    ] == [
        ("no", True, None),
        ("1718", True, None),
        ("yes", False, None),
        ("2023-12-09", False, "That is a date."),
    ]
    assert not item.interaction.fixed


@pytest.mark.parametrize(("written", "key"), [("true", "True"), ("No", "False"), ("off", "False")])
def test_true_false(tmp_path: Path, written: str, key: str) -> None:
    item = read(tmp_path, f"  type: true_false\n  question: So?\n  answer: {written}\n")
    assert isinstance(item.interaction, Choice)
    assert [o.text.plain for o in item.interaction.options] == ["True", "False"]
    assert [o.text.plain for o in item.interaction.keys] == [key]
    assert item.interaction.fixed
    assert item.interaction.mark is OptionMark.BOX


def test_true_false_speaks_the_banks_language(tmp_path: Path) -> None:
    entry = "- {id: x, type: true_false, question: So?, answer: true, reference: b}"
    (item,) = clean_items(tmp_path, entry, bank="language: ko\n")
    assert isinstance(item.interaction, Choice)
    assert [o.text.plain for o in item.interaction.options] == ["참", "거짓"]


def test_short_answer(tmp_path: Path) -> None:
    entry = "  type: short_answer\n  question: Who?\n  answer: Akiba\n  accept: Takeo Akiba\n"
    item = read(tmp_path, entry)
    assert isinstance(item.interaction, TextEntry)
    assert item.interaction.answer.plain == "Akiba"
    assert [text.plain for text in item.interaction.accepted] == ["Takeo Akiba"]


def test_cloze(tmp_path: Path) -> None:
    entry = '  type: cloze\n  text: "By {{c1::three}} and {{c2::Australia::country}}"\n'
    item = read(tmp_path, entry)
    assert isinstance(item.interaction, GapFill)
    assert [g.number for g in item.interaction.gaps] == [1, 2]
    assert isinstance(item.interaction.parts[1], Gap)
    assert item.stem.plain == ""


def test_numeric_keeps_the_number_as_typed(tmp_path: Path) -> None:
    entry = "  type: numeric\n  question: How many?\n  answer: 1.50\n  tolerance: 0.1\n  unit: km\n"
    item = read(tmp_path, entry)
    assert isinstance(item.interaction, Numeric)
    assert item.interaction.written == "1.50"
    assert item.interaction.value == Decimal("1.5")
    assert item.interaction.tolerance == Decimal("0.1")
    assert item.interaction.unit is not None
    assert item.interaction.unit.plain == "km"


def test_matching_lets_premises_share_a_response(tmp_path: Path) -> None:
    item = read(
        tmp_path,
        """\
  type: matching
  question: Match.
  pairs: {Sullivan: US, Cho: South Korea, Blinken: US}
  distractors: [Japan]
""",
    )
    assert isinstance(item.interaction, Match)
    assert [text.plain for text in item.interaction.responses] == ["US", "South Korea", "Japan"]
    assert item.interaction.key == (0, 1, 0)
    assert item.points == 3


def test_ordering(tmp_path: Path) -> None:
    item = read(tmp_path, "  type: ordering\n  question: Order.\n  in_order: [c, a, b]\n")
    assert isinstance(item.interaction, Order)
    assert [(e.text.plain, e.date) for e in item.interaction.events] == [
        ("c", None),
        ("a", None),
        ("b", None),
    ]


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        ("en-GB", ["1993", "October 2006", "9 December 2023"]),
        ("en", ["1993", "October 2006", "December 9, 2023"]),
        ("ko", ["1993년", "2006년 10월", "2023년 12월 9일"]),
        ("xx", ["1993", "October 2006", "December 9, 2023"]),
    ],
)
def test_timeline_sorts_by_date_and_writes_dates_as_people_do(
    tmp_path: Path, language: str, dates: list[str]
) -> None:
    (item,) = clean_items(
        tmp_path,
        """
- id: x
  type: timeline
  question: Order.
  events:
    2023-12-09: third
    1993: first
    2006-10: second
  reference: b
""",
        bank=f"language: {language}\n",
    )
    assert isinstance(item.interaction, Order)
    assert [e.text.plain for e in item.interaction.events] == ["first", "second", "third"]
    assert [e.date for e in item.interaction.events] == dates


def test_timeline_keeps_the_order_of_a_list_where_dates_are_equal(tmp_path: Path) -> None:
    item = read(
        tmp_path,
        """
  type: timeline
  question: Q
  events:
  - 2023-12: One
  - 2023-12: Two
  - 2023-12-30: Three
  - 2024: Four
""",
    )
    assert isinstance(item.interaction, Order)
    assert [e.text.plain for e in item.interaction.events] == ["One", "Two", "Three", "Four"]
    assert [e.date for e in item.interaction.events][:2] == ["December 2023"] * 2


def test_pairs_may_have_dashes(tmp_path: Path) -> None:
    entry = "  type: matching\n  question: Q\n  pairs:\n  - A: one\n  - B: two\n"
    item = read(tmp_path, entry)
    assert isinstance(item.interaction, Match)
    assert [premise.plain for premise in item.interaction.premises] == ["A", "B"]


def test_essay_is_worth_its_rubric(tmp_path: Path) -> None:
    item = read(
        tmp_path,
        """\
  type: essay
  question: Why?
  answer: Because.
  rubric: {Says because: 2, Says why: 3}
""",
    )
    assert isinstance(item.interaction, ExtendedText)
    assert [(c.text.plain, c.points) for c in item.interaction.rubric] == [
        ("Says because", 2),
        ("Says why", 3),
    ]
    assert item.interaction.lines == 8
    assert item.points == 5
    assert isinstance(item.interaction.rubric[0], Criterion)


def test_the_keys_every_item_has(tmp_path: Path) -> None:
    (item,) = clean_items(
        tmp_path,
        """
- id: x
  type: flashcard
  front: a
  back: b
  explain: Why **so**
  evidence: [sat down in Seoul, They spoke of sanctions]
  reference: S/RES/1718 (2006)
  difficulty: Hard
  tags: [un, "2006"]
  points: 3
""",
    )
    assert item.explain is not None
    assert item.explain.plain == "Why so"
    assert [e.plain for e in item.evidence] == ["sat down in Seoul", "They spoke of sanctions"]
    assert [r.plain for r in item.references] == ["S/RES/1718 (2006)"]
    assert item.difficulty is Difficulty.HARD
    assert [t.value for t in item.tags] == ["un", "2006"]
    assert item.points == 3
    assert item.topic == "people"
