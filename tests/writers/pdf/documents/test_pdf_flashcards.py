"""Flashcards to cut out: what stands on which side, how large, and how it is announced."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
import pikepdf
import pytest
from support.card_sheets import printed_cards
from support.pdf_samples import (
    EVERY_INTERACTION,
    essay,
    gaps,
    item,
    read,
    reveal,
)

from quizgen.model.assessment import CardSheet, Paper
from quizgen.model.diagnostics import Report
from quizgen.model.text import Text


def test_every_type_has_its_question_in_front_and_its_answer_behind() -> None:
    fronts, backs = ("".join(p.split()) for p in read(printed_cards(CardSheet(columns=2, rows=8))))
    for asked in ("Inwhichcity", "Japan'sadviser", "Whowasthehost", "denuclearization", "JakeSull"):
        assert asked in fronts
        assert asked not in backs
    for answer in ("SouthKorea", "ChoTae-yong", "2023", "Tostopthe", "givingupnuclear", "sanction"):
        assert answer in backs
    assert "givingup" not in fronts
    assert "Canberra" in fronts
    assert "Canberra" not in backs


def test_sheets_alternate_and_keep_a_card_for_each_pair() -> None:
    pages = read(printed_cards(CardSheet(columns=1, rows=4)))
    cards = len(EVERY_INTERACTION.questions) + 2  # three pairs are three cards
    assert len(pages) == 2 * -(-cards // 4)
    for number, page in enumerate(pages):
        side = "Backs" if number % 2 else "Fronts"
        assert f"{side}, sheet {number // 2 + 1} of {len(pages) // 2}" in page


def test_every_side_of_a_sheet_is_a_bookmark() -> None:
    content = printed_cards(CardSheet(columns=2, rows=4))
    with pikepdf.open(io.BytesIO(content)) as file, file.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
        led: list[Any] = [entry.destination for entry in outline.root]
        assert [to[0].objgen for to in led] == [page.obj.objgen for page in file.pages]
    assert titles[:2] == ["Fronts, sheet 1 of 2", "Backs, sheet 1 of 2"]
    assert len(titles) == 4


def test_cards_are_announced_by_number_and_side() -> None:
    with pikepdf.open(
        io.BytesIO(printed_cards(CardSheet(), [item("q", "front", reveal("back"))]))
    ) as f:
        spoken = [str(o["/ActualText"]) for o in f.objects if is_element(o) and "/ActualText" in o]
    assert spoken == ["Card 1", "Card 1, back"]


def is_element(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and "/S" in one


def test_a_text_that_no_size_makes_fit_is_told() -> None:
    report = Report()
    long = item("long", "Why?", essay("many words " * 60))
    printed_cards(CardSheet(columns=4, rows=8), [long, item("short", "a", reveal("b"))], report)
    [told] = report.diagnostics
    assert told.name == "card-too-small"
    assert "back of item long" in told.message
    assert "grid" in str(told.help)
    fits = Report()
    printed_cards(CardSheet(columns=1, rows=2), [long], fits)
    assert not fits.diagnostics


def sizes_of(content: bytes, page: int, word: str) -> set[float]:
    """The type sizes of the characters of `word` on a page, counted from 0."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        found = document.pages[page].extract_words(extra_attrs=["size"])
    return {round(one["size"], 1) for one in found if word in one["text"]}


def test_a_long_side_of_a_card_does_not_shrink_the_other() -> None:
    long, short = essay("many words " * 30), reveal("brief")
    content = printed_cards(
        CardSheet(columns=2, rows=4), [item("a", "Why?", long), item("b", "x", short)]
    )
    assert sizes_of(content, 0, "Why") == {18.0}
    [small] = sizes_of(content, 1, "many")
    assert small < 18
    assert sizes_of(content, 1, "brief") == {18.0}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    ("grid", "least", "most"),
    [((1, 1), 36, 60), ((1, 2), 28, 42), ((2, 4), 18, 18), ((4, 8), 14, 18)],
)
def test_large_cards_have_large_type(
    paper: Paper, grid: tuple[int, int], least: int, most: int
) -> None:
    content = printed_cards(CardSheet(paper, *grid), [item("a", "Who?", reveal("Nobody"))])
    [front], [back] = sizes_of(content, 0, "Who"), sizes_of(content, 1, "Nobody")
    assert least <= front <= most
    assert least <= back <= most


def test_a_card_to_fold_has_its_back_at_its_right() -> None:
    cards = [item(f"q{n}", f"front{n:02}", reveal(f"back{n:02}")) for n in range(5)]
    content = printed_cards(CardSheet(columns=1, rows=4, fold=True), cards)
    with pdfplumber.open(io.BytesIO(content)) as document:
        pages = [page.extract_words() for page in document.pages]
        middle = float(document.pages[0].width) / 2
    assert len(pages) == 2, "one page a sheet"
    places = {word["text"]: word for page in pages for word in page}
    for n in range(5):
        front, back = places[f"front{n:02}"], places[f"back{n:02}"]
        assert front["x1"] < middle < back["x0"]
        assert front["top"] == pytest.approx(back["top"], abs=1)
        assert middle - front["x0"] == pytest.approx(back["x1"] - middle, abs=40)


def test_cards_to_fold_say_so() -> None:
    [page] = read(printed_cards(CardSheet(columns=1, fold=True), [item("a", "b", reveal("c"))]))
    assert "Print on one side at 100 %." in page
    assert "Cards to fold, sheet 1 of 1" in page
    assert "both sides" not in page


def test_a_hint_is_as_much_smaller_on_a_card_as_on_a_worksheet() -> None:
    gap = item("gap", Text(()), gaps("Together with {{c1::Australia::country}}."))
    content = printed_cards(CardSheet(), [gap])
    [text], [hint] = sizes_of(content, 0, "Together"), sizes_of(content, 0, "country")
    assert hint / text == pytest.approx(9 / 11, abs=0.01)
