"""GIFT with faults: what a brace that is never closed takes along, and commas of thousands."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import bring, keys

from quizgen.model.item import Choice, Numeric, TextEntry

NEXT = "\n\n// [id:second]\n::Two::Two? {=c ~d}\n\n::Three::Three? {=e ~f}\n"


@pytest.mark.parametrize("fault", ["{=a ~b", "{=a {x} ~b", "{=a\n~b\n\n~c"])
def test_a_brace_that_is_never_closed_takes_no_other_question_along(
    tmp_path: Path, fault: str
) -> None:
    got = bring(tmp_path, "a.gift", f"::One::One? {fault}{NEXT}")
    assert [keys(item) for item in got.items] == [["c"], ["e"]]
    assert "line 1: “::One::One?" in got.messages
    assert "a brace is never closed" in got.messages
    assert got.items[0].id.value == "second"


def test_a_last_brace_that_is_never_closed_is_told(tmp_path: Path) -> None:
    got = bring(tmp_path, "a.gift", "One? {=a ~b}\n\nTwo? {=c ~d\n\nThree? {=e ~f}\n")
    assert [keys(item) for item in got.items] == [["a"]]
    assert "line 3: “Two?" in got.messages


def test_blank_lines_and_names_inside_of_braces_stay(tmp_path: Path) -> None:
    got = bring(tmp_path, "a.gift", "::One::One? {\n\n=a\n::no name::\n\n~b\n}\n")
    assert len(got.items) == 1
    assert not got.messages


def test_a_comma_that_may_be_of_thousands_is_refused(tmp_path: Path) -> None:
    numbers = ("1,000", "-12,500", "0,125", "1,5", "1234,567", "2.125")
    text = "\n\n".join(f"How many {n}? {{#{number}}}" for n, number in enumerate(numbers))
    got = bring(tmp_path, "a.gift", text)
    assert [
        str(item.interaction.value) for item in got.items if isinstance(item.interaction, Numeric)
    ] == ["0.125", "1.5", "1234.567", "2.125"]
    assert "“1,000” may be thousands or decimals" in got.messages
    assert "“-12,500” may be" in got.messages


@pytest.mark.parametrize(
    ("braces", "right", "wrong"),
    [("{cat =dog}", ["cat", "dog"], []), ("{cow =dog ~cat}", ["dog"], ["cow", "cat"])],
)
def test_an_answer_before_the_first_mark_is_one(
    tmp_path: Path, braces: str, right: list[str], wrong: list[str]
) -> None:
    """As Moodle takes it: right among short answers, wrong among options."""
    (item,) = bring(tmp_path, "a.gift", f"Which? {braces}\n").items
    task = item.interaction
    if wrong:
        assert isinstance(task, Choice)
        assert [o.text.plain for o in task.options if o.is_key] == right
        assert {o.text.plain for o in task.options if not o.is_key} == set(wrong)
    else:
        assert isinstance(task, TextEntry)
        assert [task.answer.plain, *(text.plain for text in task.accepted)] == right


def test_text_before_the_first_pair_is_told(tmp_path: Path) -> None:
    got = bring(tmp_path, "a.gift", "Match. {look =a -> 1 =b -> 2 =c -> 3}\n")
    assert got.losses == {"OPTIONS": ["look"]}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Half is {=\\frac\\{1\\}\\{2\\}}.", r"\frac{1}{2}"),
        (r"Half is {=\frac{1}{2}}.", r"\frac{1}{2}"),
        ("Who {=Ann} came?", "Ann"),
    ],
)
def test_the_braces_that_belong_together_hold_the_answer(
    tmp_path: Path, text: str, answer: str
) -> None:
    (item,) = bring(tmp_path, "a.gift", text).items
    assert isinstance(item.interaction, TextEntry)
    assert item.interaction.answer.plain == answer


@pytest.mark.parametrize("text", ["The {{four}} is {=x}", "One {=a} and {=b} two"])
def test_two_places_for_answers_are_told(tmp_path: Path, text: str) -> None:
    got = bring(tmp_path, "a.gift", f"Ok? {{T}}\n\n{text}\n")
    assert len(got.items) == 1
    assert "line 3: " in got.messages
    assert "braces for several answers" in got.messages
