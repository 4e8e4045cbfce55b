"""Links on paper: on the screen they can be followed, on every line that they stand on."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import NamedTuple

import pdfplumber
import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    files,
    item,
    match,
    reveal,
    section,
    squeezed,
    with_parts,
)
from support.script_fonts import NOTO, fonts

from quizgen.model.assessment import CardSheet, Flashcards, Question
from quizgen.model.item import Item
from quizgen.model.text import parse_text


class Followed(NamedTuple):
    """A link as a program finds it: where it leads, how it is announced, and the characters
    under each of its areas, in the order they are printed in from left to right."""

    page: int
    address: str
    said: str
    under: list[str]
    element: pikepdf.Object


def links(content: bytes) -> list[Followed]:
    """All links of a file, each held to what the standard asks of it."""
    return list(_links(content))


def _links(content: bytes) -> Iterator[Followed]:
    plumber = pdfplumber.open(io.BytesIO(content))
    with pikepdf.open(io.BytesIO(content)) as pdf, plumber:
        numbers = list(pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"])
        assert list(map(int, numbers[::2])) == list(range(len(numbers) // 2))
        for index, page in enumerate(pdf.pages):
            assert page.obj["/Tabs"] == "/S"
            for annotation in page.obj.get("/Annots", []):
                owner = numbers[2 * int(annotation["/StructParent"]) + 1]
                assert owner["/S"] == "/Link"
                objects = [kid for kid in owner["/K"] if isinstance(kid, pikepdf.Dictionary)]
                objects = [kid for kid in objects if kid.get("/Type") == "/OBJR"]
                [own] = [kid for kid in objects if kid["/Obj"].objgen == annotation.objgen]
                assert own["/Pg"].objgen == page.obj.objgen
                assert annotation["/F"] == 4
                areas = quads(annotation)
                under = [characters(plumber.pages[index], area) for area in areas]
                action = annotation["/A"]
                assert action["/S"] == "/URI"
                yield Followed(
                    index, str(action["/URI"]), str(annotation["/Contents"]), under, owner
                )


Rectangle = tuple[float, float, float, float]


def quads(annotation: pikepdf.Object) -> list[Rectangle]:
    """The areas of a link, left, bottom, right and top, all of them within its rectangle."""
    left, bottom, right, top = map(float, annotation["/Rect"])
    points = list(map(float, annotation["/QuadPoints"]))
    found = [
        (min(four[::2]), min(four[1::2]), max(four[::2]), max(four[1::2]))
        for four in (points[start : start + 8] for start in range(0, len(points), 8))
    ]
    for area in found:
        assert left <= area[0] < area[2] <= right
        assert bottom <= area[1] < area[3] <= top
    return found


def characters(page: pdfplumber.page.Page, area: Rectangle) -> str:
    """What is printed in an area."""
    inside = [
        one
        for one in page.chars
        if area[0] <= (one["x0"] + one["x1"]) / 2 <= area[2]
        and area[1] <= float(page.height) - (one["top"] + one["bottom"]) / 2 <= area[3]
    ]
    return "".join(one["text"] for one in sorted(inside, key=lambda one: float(one["x0"])))


def asked(*items: Item, language: str = "en") -> bytes:
    return built(assessment(section(*items), language=language))[0]


LONG = (
    "See [a **link** whose words go on and on, over the end of a line and of another, so that "
    "it stands on several of them](https://example.org/a/long/address/that/goes/on/and/on), and "
    "[another one](https://example.org/b)."
)


def test_a_link_leads_on_from_all_of_its_words_on_every_line() -> None:
    first, second = links(asked(item("q", LONG, entry("x"))))
    assert first.address == "https://example.org/a/long/address/that/goes/on/and/on"
    assert len(first.under) > 3  # Its strong word is an area of its own.
    for link in (first, second):
        assert squeezed("".join(link.under)) == squeezed(link.said)
    assert first.said.startswith("a link whose words go on")
    assert first.said.endswith(f" ({first.address})")
    assert second.said == "another one (https://example.org/b)"


def test_a_link_over_several_pages_is_one_element_that_each_page_leads_on_from() -> None:
    words = " ".join(["word"] * 1500)
    found = links(asked(item("q", f"[{words}](https://example.org)", entry("x"))))
    assert [link.page for link in found] == [0, 1, 2]
    assert len({link.element.objgen for link in found}) == 1
    under = "".join(part for link in found for part in link.under)
    assert squeezed(under) == squeezed(f"{words} (https://example.org)")


@pytest.mark.parametrize("language", ["ar", "he"])
def test_links_on_pages_from_the_right(language: str) -> None:
    words = {"ar": "اقرأ القرار هنا", "he": "קראו את ההחלטה כאן"}[language]
    start = {"ar": "التقى المستشارون الثلاثة ", "he": "שלושת היועצים נפגשו "}[language]
    stem = f"{start * 2}one [two {words} {words} {words}](https://example.org/a) {start}"
    made = assessment(section(item("q", stem, entry("x"))), language=language)
    sheet, _ = built(made, machine_fonts=fonts(*NOTO))
    [link] = links(sheet)
    assert len(link.under) > 2
    assert sorted(squeezed("".join(link.under))) == sorted(squeezed(link.said))
    assert "(https://example.org/a)" in link.said
    unlinked = section(item("q", f"{start * 2}one {link.said} {start}", entry("x")))
    same, _ = built(assessment(unlinked, language=language), machine_fonts=fonts(*NOTO))
    assert lines(sheet) == lines(same)


def lines(content: bytes) -> list[str]:
    """The first page as it is printed, every line from left to right."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        tops = sorted({round(one["top"]) for one in page.chars}, reverse=True)
        sides = [
            (0.0, float(page.height) - top - 6, float(page.width), float(page.height) - top - 1)
            for top in tops
        ]
        return [squeezed(characters(page, side)) for side in sides]


def test_links_stand_in_every_part_of_an_item_and_of_its_key() -> None:
    asking = item(
        "q",
        "[stem](https://example.org/stem)",
        choice("[key](https://example.org/key)", "[no](https://example.org/no)", rationale="x"),
        explain="[why](https://example.org/why)",
        references=["[source](https://example.org/source)"],
    )
    pairs = match({"[one](https://example.org/1)": "[two](https://example.org/2)"})
    made = assessment(
        section(
            asking,
            item("m", "M", pairs),
            title="[Title](https://example.org/title)",
            instructions="[Do](https://example.org/do)",
        )
    )
    for content, parts in zip(
        built(made),
        ({"stem", "key", "no", "1", "2", "title", "do"}, {"key", "why", "source"}),
        strict=True,
    ):
        found = {link.address.removeprefix("https://example.org/") for link in links(content)}
        assert found >= parts


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("[a](mailto:a@example.org)", "mailto:a@example.org"),
        ("<a@example.org>", "mailto:a@example.org"),
        ("<https://example.org/>", "https://example.org/"),
        ("[a](HTTP://example.org/)", "HTTP://example.org/"),
        ("[a](https://example.org/(b\\\\)?c=d&e=%41#f)", "https://example.org/(b%5C)?c=d&e=%41#f"),
        ("[a](https://example.org/ü)", "https://example.org/%C3%BC"),
        ("[a](<https://example.org/a b>)", "https://example.org/a%20b"),
        ("https://example.org/a_b", "https://example.org/a_b"),
        ("Read https://undocs.org/S/RES/1718(2006).", "https://undocs.org/S/RES/1718(2006)"),
        ("(So https://example.org/a?)", "https://example.org/a"),
        (f"[a](https://example.org/{'b' * 200})", f"https://example.org/{'b' * 200}"),
        ("见https://example.org/a。", "https://example.org/a"),
    ],
)
def test_where_links_and_bare_addresses_lead(written: str, address: str) -> None:
    [link] = links(asked(item("q", written, entry("x"))))
    assert link.address == address
    assert squeezed("".join(link.under)) == squeezed(link.said)


@pytest.mark.parametrize(
    "written",
    [
        "[a](notes.html)",
        "[a](ftp://example.org)",
        "[a](javascript:alert)",
        "[a](tel:117)",
        "`https://example.org`",
        "https://example.org/Müller",
        "http://",
        "a://b",
    ],
)
def test_what_is_printed_but_leads_nowhere(written: str) -> None:
    content = asked(item("q", written, entry("x")))
    assert links(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert all("/Annots" not in page.obj for page in pdf.pages)


def test_a_title_of_flashcards_leads_on_where_it_is_read_aloud() -> None:
    """On the first side; above the others it is there for the eye alone."""
    made = assessment()
    asked = tuple(Question(n, item(f"q{n}", "front", reveal("back"))) for n in range(20))
    title = parse_text("[Cards](https://example.org)")
    cards = Flashcards("cards", title, CardSheet(), asked)
    content = files(with_parts(made, worksheets=(), flashcards=(cards,)))["cards.pdf"]
    assert [(link.page, link.address) for link in links(content)] == [(0, "https://example.org")]


def test_another_program_follows_every_line_of_a_link() -> None:
    """Chromium's, on the line that two links share, too."""
    content = asked(item("q", LONG, entry("x")))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        places = [
            (area, str(annotation["/A"]["/URI"]))
            for annotation in pdf.pages[0].obj["/Annots"]
            for area in quads(annotation)
        ]
    with pdfium.PdfDocument(content) as document:
        page = document[0]
        for (left, bottom, right, top), address in places:
            x, y = (left + right) / 2, (bottom + top) / 2
            link = raw.FPDFLink_GetLinkAtPoint(page.raw, x, y)
            action = raw.FPDFLink_GetAction(link)
            told = ctypes.create_string_buffer(200)
            raw.FPDFAction_GetURIPath(document.raw, action, told, len(told))
            assert told.value.decode() == address
