"""Blackboard's upload: a question a line, with tabs; quizgen's own and those of others."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import load_bank, write_bank
from support.brought import bring, keys
from support.there_and_back import entries, shown, told

from quizgen.model.assessment import Question
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    Order,
    TextEntry,
)
from quizgen.readers.yaml.emit import Value, emit
from quizgen.writers.exporting.base import Export
from quizgen.writers.exporting.blackboard import BLACKBOARD

LINES = [
    ("MC", "Which city?", "Seoul", "correct", "Tokyo", "Incorrect", ""),
    ("ma", "Which are <b>even</b>?", "2", "correct", "3", "incorrect", "4", "correct"),
    ("TF", "Sky is blue.", "true"),
    ("ESS", "Discuss.", "A sample"),
    ("ORD", "Sort.", "one", "two", "three"),
    ("MAT", "Match.", "a", "1", "b", "2"),
    ("FIB", "Who came?", "Ann", "Anne &amp; Co"),
    ("FIB_PLUS", "The [a] is [b].", "a", "sun", "star", "", "b", "hot"),
    ("NUM", "How far?", "12.5", "0.5"),
    ("SR", "In a line?", ""),
    ("JUMBLED_SENTENCE", "The [a] is [b].", "sun", "a", "hot", "b", "cold"),
]


def _text(lines: list[tuple[str, ...]]) -> str:
    return "".join("\t".join(cells) + "\r\n" for cells in lines)


def test_each_type_is_read(tmp_path: Path) -> None:
    got = bring(tmp_path, "pool.txt", _text(LINES))
    one, several, truth, essay, order, match, typed, gaps, number, short, jumbled = got.items
    assert got.messages == ""
    assert keys(one) == ["Seoul"]
    assert keys(several) == ["2", "4"]
    assert several.stem.plain == "Which are even?"
    assert isinstance(truth.interaction, Choice)
    assert truth.interaction.options[0].is_key
    assert isinstance(essay.interaction, ExtendedText)
    assert essay.interaction.answer.plain == "A sample"
    assert isinstance(order.interaction, Order)
    assert [event.text.plain for event in order.interaction.events] == ["one", "two", "three"]
    assert isinstance(match.interaction, Match)
    assert match.interaction.key == (0, 1)
    assert isinstance(typed.interaction, TextEntry)
    assert [text.plain for text in typed.interaction.accepted] == ["Anne & Co"]
    assert isinstance(gaps.interaction, GapFill)
    assert [gap.answer.plain for gap in gaps.interaction.gaps] == ["sun", "hot"]
    assert isinstance(number.interaction, Numeric)
    assert (str(number.interaction.value), str(number.interaction.tolerance)) == ("12.5", "0.5")
    assert isinstance(short.interaction, ExtendedText)
    assert isinstance(jumbled.interaction, GapFill)
    assert [gap.answer.plain for gap in jumbled.interaction.gaps] == ["sun", "hot"]
    assert got.losses == {
        "GAP_ANSWERS": ["a: star"],
        "ESSAY": ["line 10"],
        "OPTIONS": ["cold"],
    }


def test_a_line_that_cannot_come_is_told(tmp_path: Path) -> None:
    wrong: list[tuple[str, ...]] = [
        ("MC", "No key?", "a", "incorrect", "b", "incorrect"),
        ("MC", "Which?", "a", "yes"),
        ("FIL", "Upload."),
        ("TF", "Perhaps?", "maybe"),
        ("XY", "Hm?"),
        ("NUM", "How many?", "a lot"),
        ("FIB_PLUS", "No blank.", "a", "b"),
    ]
    got = bring(tmp_path, "pool.txt", _text([*wrong, ("TF", "Sky is blue.", "false")]))
    assert [d.span.line for d in got.diagnostics] == [1, 2, 3, 4, 5, 6, 7]
    for why in ("is marked as right", "“yes” stands", "a file", "neither", "no type “XY”"):
        assert why in got.messages
    assert "“a lot” is no number" in got.messages
    assert "belongs to a blank" in got.messages
    assert len(got.items) == 1


def test_marks_of_excel_around_cells_are_no_part_of_them(tmp_path: Path) -> None:
    text = 'FIB\t"Who, in ""1984"", came?"\tAnn\nTF\t"Yes, no?"\ttrue\n'
    assert [i.stem.plain for i in bring(tmp_path, "e.txt", text).items] == [
        'Who, in "1984", came?',
        "Yes, no?",
    ]
    (item,) = bring(tmp_path, "f.txt", 'FIB\t"Yes" or "no", who said it?\tAnn\n').items
    assert item.stem.plain == '"Yes" or "no", who said it?'


IN_UPLOADS = (
    *("multiple_choice", "true_false", "short_answer", "numeric"),
    *("matching", "cloze", "ordering", "essay"),
)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(questions=st.lists(entries(IN_UPLOADS), min_size=1, max_size=6))
def test_an_upload_of_quizgen_comes_back(questions: list[dict[str, Value]]) -> None:
    listed = [{"id": f"q{number}", **values} for number, values in enumerate(questions)]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        bank, _ = load_bank(write_bank(root / "a", emit({"questions": listed}).partition("\n")[2]))
        if len(list(bank.items)) < len(questions):
            return  # a bank does not take one of them
        asked_once = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
        content = BLACKBOARD.render(Export("all", BLACKBOARD, asked_once), bank).content
        got = bring(root, "all.blackboard.txt", content)
        assert got.messages == ""
        for old, new in zip(bank.items, got.items, strict=True):
            expected = told(old)
            if isinstance(old.interaction, Match):
                expected = (expected[0], [])  # type: ignore[index]  # told as a loss
            assert told(new) == expected
            assert shown(new.stem) == shown(old.stem)


@pytest.mark.parametrize("unit", ["km", "m/s²", "*kg*", "%"])
def test_a_unit_comes_back(tmp_path: Path, unit: str) -> None:
    source = f"- {{id: q, type: numeric, question: How far?, answer: 3, unit: '{unit}'}}\n"
    bank, _ = load_bank(write_bank(tmp_path / "a", source))
    asked_once = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    content = BLACKBOARD.render(Export("all", BLACKBOARD, asked_once), bank).content
    old, new = (next(iter(bank.items)), bring(tmp_path, "all.txt", content).items[0])
    assert isinstance(old.interaction, Numeric)
    assert isinstance(new.interaction, Numeric)
    assert new.interaction.unit is not None
    assert old.interaction.unit is not None
    assert new.interaction.unit.plain == old.interaction.unit.plain
    assert new.stem.plain == "How far?"


def test_an_answer_without_a_blank_is_told(tmp_path: Path) -> None:
    line = ("FIB_PLUS", "The capital of France is [a].", "a", "Paris", "", "b", "Rome", "Roma")
    got = bring(tmp_path, "pool.txt", _text([line]))
    assert len(got.items) == 1
    assert got.losses == {"GAP_ANSWERS": ["b: Rome / Roma"]}


@pytest.mark.parametrize(
    "cells",
    [
        ("FIB_PLUS", "The [a] and the [c].", "a", "x"),
        ("FIB_PLUS", "[a], [c]", "a", "x", "", "c"),
        ("JUMBLED_SENTENCE", "The [a] and the [c].", "x", "a"),
    ],
)
def test_a_blank_without_an_answer_is_told(tmp_path: Path, cells: tuple[str, ...]) -> None:
    got = bring(tmp_path, "pool.txt", _text([cells]))
    assert got.losses == {"EMPTY_BLANK": ["[c]"]}
    (item,) = got.items
    assert isinstance(item.interaction, GapFill)
    assert [gap.answer.plain for gap in item.interaction.gaps] == ["x"]


def test_blanks_beyond_the_limit_are_refused(tmp_path: Path) -> None:
    stem = " ".join(f"[b{n}]" for n in range(301))
    answers = [cell for n in range(301) for cell in (f"b{n}", "x", "")]
    got = bring(tmp_path, "pool.txt", _text([("FIB_PLUS", stem, *answers), ("TF", "So?", "true")]))
    assert "it has more than 300 blanks" in got.messages
