"""Pages side by side on sheets: two-up, as booklets, bound, and all forms in one file."""

from __future__ import annotations

import io
import itertools
import re
from dataclasses import replace
from typing import Any

import pdfplumber
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.pdf_samples import (
    EVERY_INTERACTION,
    PASSAGE,
    assessment,
    choice,
    files,
    item,
    section,
    with_parts,
)
from support.script_fonts import NOTO, STEMS, fonts

from quizgen.model.assessment import Assessment, EditionName, Imposition, Paper, Printing
from quizgen.writers.pdf.file.imposition import count_sides, page_place, side_size
from quizgen.writers.pdf.layout.document import Document

MM = 72 / 25.4
LONG = section(
    *(item(f"i{n}", f"Question {n}?", choice(f"a{n}", f"b{n}", f"c{n}")) for n in range(60))
)
TWO_UP, BOOKLET = Printing(imposition=Imposition.TWO_UP), Printing(imposition=Imposition.BOOKLET)


def document(**how: Any) -> Document:
    no_foot: Any = None
    return Document("", "en", (100.0, 150.0), iter(()), how.pop("rtl", False), no_foot, **how)


def sides(made: Document, count: int) -> list[list[int | None]]:
    """What stands on the left and on the right of each side."""
    halves: list[list[int | None]] = [[None, None] for _ in range(count_sides(made, count))]
    for number in range(1, count + 1):
        place = page_place(made, number, count)
        half = round(place.left / made.size[0])
        assert halves[place.side][half] is None, "two pages in one place"
        halves[place.side][half] = number
    return halves


@given(st.integers(1, 90), st.booleans())
def test_a_folded_booklet_is_read_page_by_page(count: int, rtl: bool) -> None:
    """Sheets are laid into each other: fronts and backs outward in, then inward out."""
    made = document(imposition=Imposition.BOOKLET, rtl=rtl)
    before, behind = (0, 1) if rtl else (1, 0)
    halves = sides(made, count)
    assert len(halves) % 2 == 0
    sheets = [(halves[n], halves[n + 1]) for n in range(0, len(halves), 2)]
    first_half = [page for front, back in sheets for page in (front[before], back[behind])]
    second_half = [
        page for front, back in reversed(sheets) for page in (back[before], front[behind])
    ]
    read = [*first_half, *second_half]
    assert read[:count] == [*range(1, count + 1)]
    assert not any(read[count:])
    assert len(read) - count < 4


@given(st.integers(1, 90), st.booleans(), st.booleans())
def test_two_up_is_read_side_by_side(count: int, rtl: bool, duplex: bool) -> None:
    made = document(imposition=Imposition.TWO_UP, rtl=rtl, duplex=duplex)
    halves = sides(made, count)
    read = itertools.chain.from_iterable(reversed(half) if rtl else half for half in halves)
    assert [page for page in read if page] == [*range(1, count + 1)]
    assert len(halves) % 2 == 0 or not duplex


def test_a_side_is_as_large_as_the_paper() -> None:
    assert side_size(document()) == (100.0, 150.0)
    assert side_size(document(imposition=Imposition.TWO_UP)) == (200.0, 150.0)


def feet(content: bytes) -> list[list[int]]:
    """For each page of the file the page numbers that stand at its foot, from left to right."""
    with pdfplumber.open(io.BytesIO(content)) as read:
        return [
            [int(number) for number in re.findall(r"Page (\d+) of \d+", page.extract_text())]
            for page in read.pages
        ]


def sheet(printing: Printing, **how: Any) -> bytes:
    return files(assessment(LONG, printing=printing, **how))["worksheet.pdf"]


def test_a_booklet_in_print() -> None:
    content = sheet(BOOKLET)
    numbers = feet(content)
    count = max(itertools.chain.from_iterable(numbers))
    assert len(numbers) == 2 * -(-count // 4)
    assert numbers[0][-1] == 1
    assert numbers[1][0] == 2
    with pdfplumber.open(io.BytesIO(content)) as read:
        page = read.pages[0]
        assert page.width == pytest.approx(297 * MM, abs=0.1)
        assert page.height == pytest.approx(210 * MM, abs=0.1)
        name = next(word for word in page.extract_words() if word["text"] == "Name")
        assert name["x0"] > page.width / 2, "the first page is on the right"
        for page in read.pages:
            middle = page.width / 2
            for word in page.extract_words():
                assert word["x1"] < middle - 10 * MM or word["x0"] > middle + 10 * MM


def test_a_screen_reader_gets_a_booklet_in_the_order_of_reading() -> None:
    """Structure and outline follow the pages, not the sides that they stand on."""
    marked = [*structure(sheet(BOOKLET))]
    numbers = [int(n) for n in re.findall(r"Question (\d+)\?", " ".join(marked))]
    assert numbers == [*range(60)]


def structure(content: bytes) -> list[str]:
    """The texts of a tagged file in the order of its structure tree."""
    with pdfplumber.open(io.BytesIO(content)) as read:
        texts: dict[tuple[int, int], str] = {}
        for number, page in enumerate(read.pages):
            for char in page.chars:
                if char["mcid"] is not None:
                    key = number, char["mcid"]
                    texts[key] = texts.get(key, "") + char["text"]
    tagged = pikepdf.open(io.BytesIO(content))
    pages = {page.obj.objgen: number for number, page in enumerate(tagged.pages)}
    found: list[str] = []

    def walk(node: Any, page: int) -> None:
        if isinstance(node, int):
            found.append(texts.get((page, node), ""))
        elif isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid, page)
        elif "/MCID" in node:
            found.append(texts.get((pages[node["/Pg"].objgen], int(node["/MCID"])), ""))
        elif "/K" in node:
            walk(node["/K"], pages[node["/Pg"].objgen] if "/Pg" in node else page)

    walk(tagged.Root["/StructTreeRoot"], 0)
    return found


@pytest.mark.parametrize("printing", [TWO_UP, BOOKLET, Printing(binding=12, duplex=True)])
def test_no_word_is_lost(printing: Printing) -> None:
    made = assessment(EVERY_INTERACTION, LONG, printing=printing)
    usual = assessment(EVERY_INTERACTION, LONG)
    assert words(made) == words(usual)


def words(made: Assessment) -> list[str]:
    text = " ".join(structure(files(made)["worksheet.pdf"]))
    return re.findall(r"\w{2,}", re.sub(r"\s+", " ", text))


@pytest.mark.parametrize("duplex", [False, True])
def test_the_edge_that_is_bound_stays_free(duplex: bool) -> None:
    content = sheet(Printing(binding=15, duplex=duplex))
    with pdfplumber.open(io.BytesIO(content)) as read:
        for number, page in enumerate(read.pages, 1):
            if not page.chars:
                continue
            on_the_right = duplex and number % 2 == 0
            left = min(char["x0"] for char in page.chars) / MM
            right = (page.width - max(char["x1"] for char in page.chars)) / MM
            assert (right if on_the_right else left) >= 35 - 0.1
            assert (left if on_the_right else right) == pytest.approx(20, abs=1.5)


def test_a_booklet_from_right_to_left_opens_to_the_right() -> None:
    made = assessment(
        section(*(item(f"q{n}", STEMS["ar"], choice("1", "2")) for n in range(40))),
        language="ar",
        printing=BOOKLET,
    )
    content = files(made, machine_fonts=fonts(*NOTO))["worksheet.pdf"]
    with pdfplumber.open(io.BytesIO(content)) as read:
        first = read.pages[0]
        right = [char for char in first.chars if char["x0"] > first.width / 2]
        largest = max(first.chars, key=lambda char: float(char["size"]))
    assert largest not in right, "the title is on the left half"


def forms(printing: Printing, letters: str = "ABC") -> dict[str, bytes]:
    made = assessment(EVERY_INTERACTION, printing=printing)
    [first] = made.worksheets
    of_forms = tuple(replace(first, form=letter, digest="1f3a1014") for letter in letters)
    return files(with_parts(made, worksheets=of_forms))


@pytest.mark.parametrize("duplex", [False, True])
def test_all_forms_stand_in_one_file(duplex: bool) -> None:
    printed = forms(Printing(all_forms=True, duplex=duplex))
    content = printed["worksheet-all.pdf"]
    with pdfplumber.open(io.BytesIO(content)) as read:
        texts = [page.extract_text() for page in read.pages]
    starts = [n for n, text in enumerate(texts) if "Name" in text]
    assert [texts[n].splitlines()[0] for n in starts] == ["Form A", "Form B", "Form C"]
    if duplex:
        assert not any(start % 2 for start in starts), "each form begins on a new sheet of paper"
    with pikepdf.open(io.BytesIO(content)) as tagged:
        assert str(tagged.docinfo["/Title"]).endswith("Forms A–C")


def test_there_is_no_file_of_all_forms_unless_it_is_asked_for() -> None:
    assert "worksheet-all.pdf" not in forms(Printing())
    assert "worksheet-all.pdf" not in forms(Printing(all_forms=True), letters=" ")


def test_forms_that_print_on_both_sides_end_on_the_back() -> None:
    for name, content in forms(Printing(duplex=True)).items():
        if "key" not in name:
            assert len(feet(content)) % 2 == 0


def test_keys_have_a_sheet_of_paper_to_a_page_and_cite_the_lines_that_pupils_have() -> None:
    """A booklet's lines are short, so the same quote stands in later lines."""
    asked = section(item("q", "When?", choice("a", "b"), evidence=["sat down in Seoul"]))

    def key(printing: Printing) -> str:
        made = assessment(asked, printing=printing)
        [one] = made.worksheets
        content = files(with_parts(made, worksheets=(replace(one, passage=PASSAGE),)))
        with pdfplumber.open(io.BytesIO(content["worksheet-key.pdf"])) as read:
            assert read.pages[0].width == pytest.approx(210 * MM, abs=0.1)
            return str(read.pages[0].extract_text())

    cited = [re.search(r"lines? ([\d–]+)", key(one)) for one in (Printing(), BOOKLET)]
    assert cited[0] is not None
    assert cited[1] is not None
    assert cited[0][1] != cited[1][1]


def test_editions_for_certain_readers_keep_their_pages() -> None:
    printing = replace(BOOKLET, editions=(EditionName.LARGE_PRINT,), paper=Paper.LETTER)
    [content, _] = files(assessment(LONG, printing=printing)).values()
    with pdfplumber.open(io.BytesIO(content)) as read:
        assert (read.pages[0].width, read.pages[0].height) == (612, 792)
