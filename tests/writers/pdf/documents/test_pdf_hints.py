"""Hints on paper: where the worksheet asks for them, and nowhere else."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest
from support.pdf_samples import assessment, choice, entry, files, in_every_printing, item, section

from quizgen.assemble.digest import digest
from quizgen.model.assessment import Assessment, Hints, Printing
from quizgen.model.item import Event, Match, Order
from quizgen.model.text import parse_text

HINTED = replace(
    item("a", "Which city?", choice("Seoul", "Rome")), hint=parse_text("An *Asian* one")
)
TYPED = replace(item("b", "Which river?", entry("Han")), hint=parse_text("Also a dynasty"))
STANDARD = Printing()
PLAIN = item("c", "Which year?", entry("1945"))


def sheets(hints: Hints | None, printing: Printing = STANDARD) -> Assessment:
    return assessment(
        section(HINTED, TYPED, PLAIN), printing=replace(printing, hints=hints, teacher=True)
    )


def words(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as document:
        return " ".join(" ".join(page.extract_text().split()) for page in document.pages)


def test_without_the_option_no_sheet_has_hints() -> None:
    for content in files(sheets(None)).values():
        assert "Asian" not in words(content)
        assert "Hint" not in words(content)


@in_every_printing
def test_below_each_question(printing: Printing) -> None:
    for name, content in files(sheets(Hints.BELOW, printing)).items():
        found = words(content)
        if "-key" in name:
            assert "Asian" not in found
        else:
            assert found.count("Hint: An Asian one") == found.count("Hint: Also a dynasty") == 1
            if printing.columns == 1:  # else the text of two columns is read across
                assert found.index("An Asian one") < found.index("Which river")
            assert found.count("Hint") == 2


@in_every_printing
def test_at_the_end_of_the_sheet(printing: Printing) -> None:
    for name, content in files(sheets(Hints.END, printing)).items():
        found = words(content)
        if "-key" in name:
            assert "Asian" not in found
        else:
            end = found[found.index("Which year") :]
            assert "Hints 1 An Asian one 2 Also a dynasty" in end
            assert found.count("Hint") == 1


PAIRS = Match(
    (parse_text("Korea"), parse_text("Italy")),
    (parse_text("Seoul"), parse_text("Rome")),
    (0, 1),
    hints=(parse_text("On the *Han*"), None),
)
EVENTS = Order(
    (Event(parse_text("Peace"), "1945", hint=parse_text("In May")), Event(parse_text("UN"), "1946"))
)
PARTED = item("m", "Match.", PAIRS)


def test_hints_of_parts_stand_behind_their_parts() -> None:
    for interaction, expected in (
        (PAIRS, "Korea \u2013 On the Han"),
        (EVENTS, "Peace \u2013 In May"),
    ):
        question = item("m", "Match.", interaction)
        for hints, text in ((Hints.BELOW, f"Hint: {expected}"), (Hints.END, f"Hints 1 {expected}")):
            sheet = assessment(section(question), printing=Printing(hints=hints))
            contents = files(sheet)
            assert any(text in words(one) for one in contents.values())
        bare = files(assessment(section(question)))
        assert all(expected not in words(one) for one in bare.values())


def test_a_question_with_a_hint_of_its_own_and_of_a_part_prints_both() -> None:
    both = replace(PARTED, hint=parse_text("Look at a map"))
    sheet = assessment(section(both), printing=Printing(hints=Hints.END))
    expected = "Hints 1 Look at a map Korea \u2013 On the Han"
    assert any(expected in words(one) for one in files(sheet).values())


def test_the_name_of_a_sheet_changes_with_the_hints_of_parts() -> None:
    other = replace(PARTED, interaction=replace(PAIRS, hints=(parse_text("On the Po"), None)))
    for hints, differs in ((None, False), (Hints.END, True)):
        names = {
            digest(assessment(section(one), printing=Printing(hints=hints)).worksheets, {})
            for one in (PARTED, other)
        }
        assert (len(names) == 2) is differs


@pytest.mark.parametrize("hints", list(Hints))
def test_a_sheet_whose_questions_have_none_has_no_heading(hints: Hints) -> None:
    content = files(assessment(section(PLAIN), printing=Printing(hints=hints)))
    assert all("Hint" not in words(one) for one in content.values())


def test_the_name_of_a_sheet_changes_with_the_hints_that_it_prints() -> None:
    names = {digest(sheets(hints).worksheets, {}) for hints in (None, *Hints)}
    assert len(names) == 3
    bare = assessment(section(*(replace(one, hint=None) for one in (HINTED, TYPED, PLAIN))))
    assert digest(bare.worksheets, {}) == digest(sheets(None).worksheets, {})
