"""Hints on paper: where the worksheet asks for them, and nowhere else."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace
from typing import Any

import pdfplumber
import pytest
from support.pdf_samples import (
    assessment,
    choice,
    entry,
    essay,
    files,
    in_every_printing,
    item,
    section,
)

from quizgen.assemble.digest import digest
from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.model.assessment import Assessment, Hints, Imposition, Printing
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


def turned(content: bytes) -> list[list[dict[str, Any]]]:
    """The characters that stand upside down on each page, in the order they were drawn in."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [[c for c in page.chars if is_turned(c)] for page in document.pages]


def is_turned(char: dict[str, Any]) -> bool:
    return bool(char["matrix"][0] < 0 and char["matrix"][3] < 0)


@in_every_printing
def test_upside_down_at_the_end_of_the_sheet(printing: Printing) -> None:
    for name, content in files(sheets(Hints.UPSIDE_DOWN, printing)).items():
        text = "".join(c["text"] for page in turned(content) for c in page)
        if "-key" in name:
            assert text == ""
            continue
        assert text.replace(" ", "") == "1AnAsianone2Alsoadynasty"
        assert "Hints" in words(content)
        *_, last = (page for page in turned(content) if page)
        first, second = (next(c for c in last if c["text"] == digit) for digit in "12")
        # Turned round, the sheet begins below and at the right.
        assert first["top"] > second["top"]
        assert first["x0"] > min(c["x0"] for c in last)
        with pdfplumber.open(io.BytesIO(content)) as document:
            page = document.pages[-1]
            assert all(c["x0"] > 0 and c["x1"] < page.width for c in last)
            upright = [c["bottom"] for c in page.chars if c["matrix"][0] > 0 and c["text"] == "H"]
            assert max(upright, default=0) < min(c["top"] for c in last)


@pytest.mark.parametrize("imposition", list(Imposition))
def test_upside_down_where_two_pages_are_on_a_sheet(imposition: Imposition) -> None:
    long = section(*(item(f"q{n}", f"Question {n}?", essay("x", lines=12)) for n in range(3)))
    printing = Printing(hints=Hints.UPSIDE_DOWN, imposition=imposition)
    contents = files(assessment(long, section(HINTED, TYPED), printing=printing))
    texts = ["".join(c["text"] for page in turned(one) for c in page) for one in contents.values()]
    assert any(text.replace(" ", "") == "1AnAsianone2Alsoadynasty" for text in texts)
    for content in contents.values():
        with pdfplumber.open(io.BytesIO(content)) as document:
            for page, chars in zip(document.pages, turned(content), strict=True):
                if not chars:
                    continue
                (heading,) = page.search("Hints")
                half = page.width / 2
                assert {c["x0"] > half for c in chars} == {heading["x0"] > half}
                assert max(c["x1"] for c in chars) < page.width


def test_many_hints_upside_down_are_all_there_and_on_their_pages() -> None:
    questions = [
        replace(item(f"q{n}", f"Question {n}?", entry("x")), hint=parse_text(f"Hint{n:03} " * 40))
        for n in range(60)
    ]
    (content,) = (
        content
        for name, content in files(
            assessment(section(*questions), printing=Printing(hints=Hints.UPSIDE_DOWN))
        ).items()
        if "-key" not in name
    )
    pages = turned(content)
    text = "".join(c["text"] for page in pages for c in page)
    assert all(f"Hint{n:03}" in text for n in range(60))
    assert len([page for page in pages if page]) > 1
    assert all(c["top"] > 0 and c["bottom"] < 842 for page in pages for c in page)


@in_every_printing
@pytest.mark.parametrize("hints", list(Hints))
def test_a_hint_longer_than_a_page_is_on_its_pages(hints: Hints, printing: Printing) -> None:
    signs = [f"w{n:04}" for n in range(1500)]
    long = replace(item("q", "Question?", entry("x")), hint=parse_text(" ".join(signs)))
    sheet = assessment(section(HINTED, long, TYPED), printing=replace(printing, hints=hints))
    for name, content in files(sheet).items():
        if "-key" in name:
            continue
        with pdfplumber.open(io.BytesIO(content)) as document:
            height = document.pages[0].height
            pages = [page.chars for page in document.pages]
        assert len([chars for chars in pages if any(c["text"] == "w" for c in chars)]) > 1
        chars = list(itertools.chain(*pages))
        assert all(c["top"] > 0 and c["bottom"] < height for c in chars)
        text = "".join(c["text"] for c in chars)
        assert all(sign in text for sign in signs)
        assert all(c["top"] > 20 and c["bottom"] < height - 20 for c in chars if is_turned(c))


def test_what_comes_after_is_set_as_if_nothing_was_turned() -> None:
    """Fonts and greys of the page are those of before, links lead from where they are seen."""
    linked = replace(HINTED, hint=parse_text("[An *Asian* one](https://example.org/a)"))
    sheet = assessment(
        section(linked, TYPED), printing=Printing(hints=Hints.UPSIDE_DOWN, teacher=True)
    )
    for name, content in files(sheet).items():
        if "-key" in name:
            continue
        with pdfplumber.open(io.BytesIO(content)) as document:
            page = document.pages[-1]
            (link,) = page.annots
            inside = [
                c["text"]
                for c in page.chars
                if link["x0"] - 1 <= c["x0"]
                and c["x1"] <= link["x1"] + 1
                and link["top"] - 3 <= c["top"]
                and c["bottom"] <= link["bottom"] + 3
            ]
            printed = "An Asian one (https://example.org/a)"
            assert sorted("".join(inside).replace(" ", "")) == sorted(printed.replace(" ", ""))
            foot = [c for c in page.chars if c["matrix"][0] > 0 and c["top"] > page.height - 60]
            assert len({round(c["size"], 1) for c in foot}) == 1


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
    assert len(names) == 4
    bare = assessment(section(*(replace(one, hint=None) for one in (HINTED, TYPED, PLAIN))))
    assert digest(bare.worksheets, {}) == digest(sheets(None).worksheets, {})


@pytest.mark.parametrize("hints", [Hints.END, Hints.UPSIDE_DOWN])
def test_no_page_has_nothing_but_hints(hints: Hints) -> None:
    """Whatever room is left below the last question, it goes along to the page of the hints."""
    for count in range(8, 14):
        questions = [item(f"q{n}", f"Question {n}?", entry("x")) for n in range(count)]
        sheet = assessment(section(HINTED, *questions), printing=Printing(hints=hints))
        (content,) = (one for name, one in files(sheet).items() if "-key" not in name)
        with pdfplumber.open(io.BytesIO(content)) as document:
            (page,) = (page for page in document.pages if page.search("Hints"))
            assert page.search("Question")


def test_the_hint_below_a_long_answer_stands_with_its_last_line() -> None:
    for lines, height in itertools.product(range(19, 25), (30, 38)):
        space = AnswerSpace(SpaceKind.BLANK, height=height)
        before = replace(item("p", "When?", essay("x")), space=space)
        long = replace(
            item("q", "Why?", essay("x", lines=lines)), hint=parse_text("Think of *both* sides")
        )
        sheet = assessment(section(before, long), printing=Printing(hints=Hints.BELOW))
        (content,) = (one for name, one in files(sheet).items() if "-key" not in name)
        with pdfplumber.open(io.BytesIO(content)) as document:
            (page,) = (page for page in document.pages if page.search("both"))
            (hint,) = page.search("Hint")
            assert any(0 < hint["top"] - line["bottom"] < 60 for line in page.lines)


def test_in_the_teachers_edition_the_answer_is_whole_before_the_hint() -> None:
    question = replace(item("a", "Who?", entry("Ann", "Anna")), hint=parse_text("A *woman*"))
    sheet = assessment(section(question), printing=Printing(hints=Hints.BELOW, teacher=True))
    (content,) = (one for name, one in files(sheet).items() if "-teacher" in name)
    found = words(content)
    assert found.index("Anna") < found.index("Hint: A woman")
