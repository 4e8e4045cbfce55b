"""Hints on paper: where the worksheet asks for them, and nowhere else."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest
from support.pdf_samples import assessment, choice, entry, files, in_every_printing, item, section

from quizgen.assemble.digest import digest
from quizgen.model.assessment import Assessment, Hints, Printing
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


@pytest.mark.parametrize("hints", list(Hints))
def test_a_sheet_whose_questions_have_none_has_no_heading(hints: Hints) -> None:
    content = files(assessment(section(PLAIN), printing=Printing(hints=hints)))
    assert all("Hint" not in words(one) for one in content.values())


def test_the_name_of_a_sheet_changes_with_the_hints_that_it_prints() -> None:
    names = {digest(sheets(hints).worksheets, {}) for hints in (None, *Hints)}
    assert len(names) == 3
    bare = assessment(section(*(replace(one, hint=None) for one in (HINTED, TYPED, PLAIN))))
    assert digest(bare.worksheets, {}) == digest(sheets(None).worksheets, {})
