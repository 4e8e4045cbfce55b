"""Every export has the stem of a case, and names what it cannot keep together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.exported_fields import characters
from support.forms import one_of_each, text

from quizgen.assemble.shuffle import display_order
from quizgen.model.assessment import Question
from quizgen.model.bank import Bank, Topic
from quizgen.model.case import Case
from quizgen.model.item import Item, Word
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered
from quizgen.writers.exporting.formats import FORMATS
from quizgen.writers.exporting.gift.question import entries

SHEETS = ("markdown", "docx")
"""Formats that are printed as they are: a case stands once, before its questions."""
ITEMS = one_of_each()
STEM = text("A <town> {{c1::plans}} }} its budget.")


def question(item: Item) -> Question:
    return Question(1, item, display_order(item, "seed"))


def exported(format: ExportFormat, item: Item, case: Case) -> Rendered:
    in_case = replace(item, case=case)
    bank = Bank("talks", text("Talks"), "en", (Topic("any", text("Any"), (in_case,)),))
    return format.render(Export("all", format, (question(in_case),)), bank)


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id.value)
def test_a_file_has_the_case_and_its_losses(item: Item, format: ExportFormat) -> None:
    content, losses, _ = exported(format, item, Case(Word("town"), STEM))
    lost = {loss.what for loss in losses}
    if "the question" not in lost:
        assert ("its budget." in characters(content)) == ("the text of its case" not in lost)
        assert ("the bond with its case" in lost) == (format.name not in SHEETS)


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id.value)
def test_a_file_names_the_lost_order_of_a_group(item: Item, format: ExportFormat) -> None:
    _, losses, _ = exported(format, item, Case(Word("town"), None))
    lost = {loss.what for loss in losses}
    assert bool(lost & {"the order of its group", "the question"}) == (format.name not in SHEETS)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id.value)
def test_every_entry_of_a_gift_file_has_the_case(item: Item) -> None:
    in_case = replace(item, case=Case(Word("town"), STEM))
    for written in entries(question(in_case), "en"):
        assert "its budget." in written
