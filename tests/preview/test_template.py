"""Filling in templates. tests/clients/test_preview_cards.py compares with the real Anki."""

from __future__ import annotations

import re

import pytest

from quizgen.preview.template import CardPlace, Side, fill

FRONT = CardPlace(Side.FRONT)


@pytest.mark.parametrize(
    ("field", "shown"),
    [("x", "full"), ("", "empty"), (" <br> ", "empty"), ("<div></div>", "empty"), ("&", "full")],
)
def test_a_condition_looks_at_what_a_reader_sees(field: str, shown: str) -> None:
    template = "{{#A}}full{{/A}}{{^A}}empty{{/A}}"
    assert fill(template, {"A": field}, FRONT) == shown


def test_what_is_in_a_hidden_part_stays_hidden() -> None:
    template = "a{{#A}}b{{^B}}c{{/B}}d{{B}}{{/A}}e"
    assert fill(template, {"A": "", "B": ""}, FRONT) == "ae"
    assert fill(template, {"A": "1", "B": ""}, FRONT) == "abcde"


def test_a_field_is_not_read_as_a_template_again() -> None:
    assert fill("{{A}}", {"A": "{{B}} {{#B}}"}, FRONT) == "{{B}} {{#B}}"


@pytest.mark.parametrize(
    ("place", "shown"),
    [(CardPlace(Side.FRONT, 1), "[place] in 1945"), (CardPlace(Side.FRONT, 2), "S in [...]")],
)
def test_the_gap_that_is_asked_for_is_open(place: CardPlace, shown: str) -> None:
    filled = fill("{{cloze:T}}", {"T": "{{c1::S::place}} in {{c2::1945}}"}, place)
    assert re.sub(r"<[^>]*>", "", filled) == shown


def test_filters_next_to_the_name_come_first() -> None:
    shown = fill("{{type:text:A}}", {"A": "<b>a &amp; b</b>"}, CardPlace(Side.BACK))
    assert shown == "<code id=typeans>a &amp; b</code>"


def test_a_hint_can_be_opened_by_keyboard() -> None:
    shown = fill("{{hint:Help}}", {"Help": "more"}, FRONT)
    assert shown == '<details class="hint"><summary>Help</summary>more</details>'


@pytest.mark.parametrize("template", ["{{Nothing}}", "{{#Nothing}}{{/Nothing}}", "{{kana:A}}"])
def test_what_a_note_type_does_not_have_is_a_fault_of_ours(template: str) -> None:
    with pytest.raises(KeyError):
        fill(template, {"A": ""}, FRONT)
