"""What a pupil and a teacher read: every interaction, on the sheet and in its key."""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    essay,
    gaps,
    item,
    match,
    numeric,
    order,
    read,
    reveal,
    section,
    true_false,
)
from support.sheet_reading import LONG, options_on, sheet_and_key

from quizgen.model.text import Text


def test_the_head_holds_title_fields_score_and_instructions() -> None:
    made = assessment(
        section(item("a", "Why?", entry("So"), points=2), item("b", "How?", entry("Thus"))),
        title="Seoul talks",
        instructions="Write clearly.",
    )
    [page] = read(built(made)[0])
    head = page[: page.index("Why?")]
    for wanted in ("Seoul talks", "/ 3 points", "Name", "Class", "Date", "Write clearly."):
        assert wanted in head


def test_sections_have_their_headings_and_instructions_before_their_items() -> None:
    made = assessment(
        section(item("a", "Who came?", entry("x")), title="People", instructions="One word."),
        section(item("b", "Which city?", entry("x")), title="Places", first=2),
    )
    [page] = read(built(made)[0])
    places = [page.index(t) for t in ("People", "One word.", "Who came?", "Places", "Which city?")]
    assert places == sorted(places)


def test_options_stand_beside_letters_and_the_key_names_the_right_one() -> None:
    distractors = [f"{name} {LONG}" for name in ("Tokyo", "Washington", "Canberra")]
    sheet, key = sheet_and_key(item("a", "Where?", choice(f"Seoul {LONG}", *distractors)))
    options = options_on(sheet)
    assert sorted(options) == ["A", "B", "C", "D"]
    [letter] = [letter for letter, option in options.items() if option.startswith("Seoul")]
    assert f"{letter} Seoul {LONG}" in key
    assert re.search(rf"^1 {letter}$", key, re.MULTILINE)


def test_several_keys_are_announced_and_all_named() -> None:
    keys = [f"one {LONG}", f"two {LONG}"]
    sheet, key = sheet_and_key(item("a", "Which?", choice(keys, f"three {LONG}", f"four {LONG}")))
    options = options_on(sheet)
    right = sorted(letter for letter, option in options.items() if option in keys)
    assert "(Choose all that apply.)" in sheet
    assert re.search(rf"^1 {right[0]}, {right[1]}$", key, re.MULTILINE)
    for letter in right:
        assert f"{letter} {options[letter]}" in key


def test_one_key_is_not_announced() -> None:
    sheet, _ = sheet_and_key(item("a", "Which?", choice("this", "that")))
    assert "Choose all" not in sheet


def test_true_and_false_stand_on_one_line_without_letters() -> None:
    sheet, key = sheet_and_key(item("a", "It rained.", true_false(False), "It was dry."))
    assert "True False" in sheet
    assert "A True" not in sheet
    assert re.search(r"^1 False$", key, re.MULTILINE)
    assert "It was dry." in key


def test_accepted_variants_are_in_the_key_alone() -> None:
    sheet, key = sheet_and_key(item("a", "Who?", entry("Cho Tae-yong", "Cho", "Mr Cho")))
    assert "Cho" not in sheet
    assert "Cho Tae-yong" in key
    assert "Also accept: Cho; Mr Cho" in key


def test_gaps_are_blanks_with_numbers_and_hints() -> None:
    source = "They announced {{c1::sanctions}} with {{c2::Australia::country}}."
    sheet, key = sheet_and_key(item("a", Text(()), gaps(source)))
    assert re.search(r"announced\s+1\s+with\s+2\s+\(country\)\s*\.", sheet)
    assert "sanctions" not in sheet
    assert "1 sanctions" in key
    assert "2 Australia" in key


def test_a_single_gap_has_no_number() -> None:
    sheet, _ = sheet_and_key(item("a", Text(()), gaps("They met in {{c1::Seoul}} today.")))
    assert re.search(r"met in\s+today", sheet)


def test_a_number_has_its_unit_on_the_sheet_and_its_tolerance_in_the_key() -> None:
    sheet, key = sheet_and_key(item("a", "How far?", numeric("1200.50", "0.5", "km")))
    assert "km" in sheet
    assert "1200" not in sheet
    assert re.search(r"1200\.50 ± 0\.5\skm", key)


def test_matching_letters_lead_to_the_right_response() -> None:
    pairs = {"Sullivan": "United States", "Cho": "South Korea", "Akiba": "Japan"}
    sheet, key = sheet_and_key(item("a", "Match.", match(pairs, "Australia")))
    responses = {
        response: letter
        for letter, response in re.findall(
            r"([A-D]) (United States|South Korea|Japan|Australia)$", sheet, re.MULTILINE
        )
    }
    assert sorted(responses.values()) == ["A", "B", "C", "D"]
    for number, (premise, response) in enumerate(pairs.items(), 1):
        assert re.search(rf"^{number} {premise}", sheet, re.MULTILINE)
        assert f"{number} {responses[response]} {premise} – {response}" in key
    grid = ", ".join(responses[response] for response in pairs.values())
    assert f"1 {grid}\n" in key


def test_ordering_shows_events_shuffled_without_dates_and_the_key_numbers_them() -> None:
    events = [("Camp David", "August"), ("The satellite", "21 November"), ("Seoul", "9 December")]
    sheet, key = sheet_and_key(item("a", "Put in order.", order(*events)))
    letters = {name: letter for letter, name in options_on(sheet).items()}
    shown = [letters[name] for name, _ in events]
    assert shown != sorted(shown)
    for date in ("August", "21 November", "9 December"):
        assert date not in sheet
    for place, (name, date) in enumerate(events, 1):
        assert re.search(rf"{letters[name]} {place} {name} \({date}\)", key)


def test_an_essay_has_lines_and_its_rubric_is_for_the_teacher() -> None:
    made = item("a", "Why?", essay("Because.", ("names a reason", 2), ("gives proof", 1), lines=7))
    sheet, key = sheet_and_key(made)
    assert "Because" not in sheet
    assert "names a reason" not in sheet
    assert "Because." in key
    assert re.search(r"2 pts names a reason\n1 pt gives proof", key)


@pytest.mark.parametrize("lines", [1, 7, 30])
def test_an_essay_has_as_many_lines_as_asked_for(lines: int) -> None:
    sheet, _ = built(assessment(section(item("a", "Why?", essay("x", lines=lines)))))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        rules = [line for page in document.pages for line in page.lines if line["width"] > 400]
    assert len(rules) - 1 == lines  # one is the section's


def test_a_flashcard_shows_its_front_and_keeps_its_back_for_the_key() -> None:
    sheet, key = sheet_and_key(item("a", "denuclearization", reveal("giving up weapons")))
    assert "denuclearization" in sheet
    assert "giving up" not in sheet
    assert "giving up weapons" in key


def test_the_key_gives_explanation_rationales_and_sources() -> None:
    made = item(
        "a",
        "Where?",
        choice("Seoul", "Tokyo", rationale="They met *elsewhere*."),
        "South Korea hosted.",
        evidence=["sat down in Seoul", "nowhere to be found"],
        references=["S/RES/1718 (2006)"],
    )
    sheet, key = sheet_and_key(made)
    for wanted in (
        "South Korea hosted.",
        "They met elsewhere.",
        "Passage, paragraph 1: “sat down in Seoul”",
        "Passage: “nowhere to be found”",
        "Source: S/RES/1718 (2006)",
    ):
        assert wanted in key
        assert wanted not in sheet
