"""Both sides of a flashcard are centred, and every back lies behind its front."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support.card_sheets import printed_cards
from support.pdf_samples import (
    item,
    reveal,
)

from quizgen.model.assessment import CardSheet, Flip, Paper
from quizgen.model.item import Reveal
from quizgen.model.text import parse_text
from quizgen.writers.pdf.documents.flashcards.grid import Grid, Rectangle
from quizgen.writers.pdf.layout.style import CAP_HEIGHT

MM = 72 / 25.4
TOLERANCE = 0.1 * MM

SHEETS = st.builds(
    CardSheet,
    st.sampled_from(Paper),
    st.integers(1, 4),
    st.integers(1, 8),
    st.sampled_from(Flip),
    st.tuples(st.floats(-10, 10), st.floats(-10, 10)),
)


def middle_of(cell: Rectangle) -> tuple[float, float]:
    return cell.x + cell.width / 2, cell.y + cell.height / 2


def turned(sheet: CardSheet, size: tuple[float, float], x: float, y: float) -> tuple[float, float]:
    """Where a point of the back comes to lie, seen from the front of the turned sheet, once
    the printer has moved it back by what it is off."""
    x, y = x - sheet.offset[0] * MM, y - sheet.offset[1] * MM
    return (size[0] - x, y) if sheet.flip is Flip.LONG_EDGE else (x, size[1] - y)


@given(SHEETS)
def test_every_back_is_centred_on_its_front(sheet: CardSheet) -> None:
    grid = Grid(sheet)
    for place in range(sheet.columns * sheet.rows):
        there = turned(sheet, grid.size, *middle_of(grid.back(place)))
        assert there == pytest.approx(middle_of(grid.front(place)), abs=TOLERANCE)


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("offset", [(0.0, 0.0), (1.5, -2.0)])
def test_the_ink_of_a_back_is_centred_on_that_of_its_front(
    flip: Flip, offset: tuple[float, float]
) -> None:
    sheet = CardSheet(Paper.LETTER, 3, 5, flip, offset)
    names = [f"word{n:02}" for n in range(15)]
    content = printed_cards(
        sheet, [item(f"q{n}", name, reveal(name)) for n, name in enumerate(names)]
    )
    with pdfplumber.open(io.BytesIO(content)) as document:
        fronts, backs = (
            {
                word["text"]: ((word["x0"] + word["x1"]) / 2, middle(word["chars"][0]))
                for word in page.extract_words(return_chars=True)
                if word["text"] in names
            }
            for page in document.pages
        )
        size = float(document.pages[0].width), float(document.pages[0].height)
    assert sorted(fronts) == sorted(backs) == names
    for name, front in fronts.items():
        x, y = turned(sheet, size, *backs[name])
        assert x == pytest.approx(front[0], abs=TOLERANCE)
        assert y == pytest.approx(front[1], abs=TOLERANCE)


def middle(character: dict[str, Any]) -> float:
    """How far below the head of the page the middle of the capitals of a line is, in points."""
    rise = CAP_HEIGHT * float(character["size"]) / 2
    return float(character["top"]) + float(character["y1"]) - float(character["matrix"][5]) - rise


DPI = 400
WIDTHS = (20, 30, 40, 50, 60)
"""Black pictures of these widths tell the cards of a sheet apart by their ink."""


def picture_centres(
    content: bytes, page: int, cells: Iterable[Rectangle]
) -> list[tuple[float, ...]]:
    """The width and centre of the ink in the middle of each cell, in points from the top left
    corner of the page as it is rendered."""
    with pdfium.PdfDocument(content) as document:
        image = document[page].render(scale=DPI / 72, grayscale=True).to_pil()
    dark = image.point(lambda grey: 255 * (grey < 60))
    found: list[tuple[float, ...]] = []
    for cell in cells:
        x, y = middle_of(cell)
        box = (
            x - cell.width * 0.4,
            y - cell.height * 0.3,
            x + cell.width * 0.4,
            y + cell.height * 0.3,
        )
        left, top = (round(side * DPI / 72) for side in box[:2])
        ink = dark.crop((left, top, *(round(side * DPI / 72) for side in box[2:]))).getbbox()
        assert ink is not None
        x, y = left + (ink[0] + ink[2]) / 2, top + (ink[1] + ink[3]) / 2
        found.append(((ink[2] - ink[0]) * 72 / DPI, x * 72 / DPI, y * 72 / DPI))
    return found


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("HIH", "HTH"),
        ("HIH\n\nHTH\n\nHIH", "HEH"),
        ("![p](p20.png)", "HIH"),
        ("H ![p](p60.png) H", "HIH"),
        ("HIH\n\n![p](p60.png)", "HIH\n\nHTH"),
        ("$$H^H$$", "HIH"),
    ],
)
def test_rendered_texts_and_pictures_are_centred_on_both_sides(
    flip: Flip, front: str, back: str
) -> None:
    """In letters that fill their box: neither an O nor a g does."""
    sheet = CardSheet(Paper.A4, 2, 4, flip)
    pictures = {f"p{width}.png": black(width) for width in WIDTHS}
    sides = parse_text(front, math=True), Reveal(parse_text(back, math=True))
    content = printed_cards(sheet, [item("q", *sides)], media=pictures)
    grid = Grid(sheet)
    for page, cell in enumerate((grid.front(0), grid.back(0))):
        [(_, *centre)] = picture_centres(content, page, [cell])
        assert centre == pytest.approx(middle_of(cell), abs=TOLERANCE)


@pytest.mark.parametrize("flip", Flip)
def test_letters_that_hang_below_the_line_do_not_lift_it(flip: Flip) -> None:
    content = printed_cards(CardSheet(flip=flip), [item("q", "Hxg", reveal("HIH"))])
    with pdfplumber.open(io.BytesIO(content)) as document:
        levels = [
            float(one["matrix"][5])
            for page in document.pages
            for one in page.chars
            if one["text"] == "H"
        ]
        height = float(document.pages[0].height)
    front, back = levels[0], levels[1]
    if flip is Flip.SHORT_EDGE:  # Their middle turns about the sheet's, not the line.
        back = height - back - CAP_HEIGHT * 18
    assert front == pytest.approx(back, abs=TOLERANCE)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("offset", [(0.0, 0.0), (3.0, -2.0)])
def test_rendered_backs_lie_behind_their_fronts(
    language: str, paper: Paper, flip: Flip, offset: tuple[float, float]
) -> None:
    """In the eyes of another renderer, on a last sheet that is not full, and from the right."""
    sheet = CardSheet(paper, 2, 4, flip, offset)
    pictures = {f"p{width}.png": black(width) for width in WIDTHS}
    items = [item(f"q{n}", f"![p]({n})", reveal(f"![p]({n})")) for n in pictures]
    content = printed_cards(sheet, items, language=language, media=pictures)
    grid = Grid(sheet)
    cells = [grid.front(place) for place in range(len(WIDTHS))]
    if language == "ar":
        cells = [cell._replace(x=grid.size[0] - cell.x - cell.width) for cell in cells]
    behind = []
    for cell in cells:
        x, y = turned(CardSheet(paper, flip=flip), grid.size, *middle_of(cell))
        x, y = x + offset[0] * MM, y + offset[1] * MM  # right and down, in any script
        behind.append(cell._replace(x=x - cell.width / 2, y=y - cell.height / 2))
    fronts, backs = picture_centres(content, 0, cells), picture_centres(content, 1, behind)
    assert len({round(width) for width, *_ in fronts}) == len(WIDTHS)
    for cell, back_cell, front, back in zip(cells, behind, fronts, backs, strict=True):
        assert front[0] == pytest.approx(back[0], abs=0.5)
        assert front[1] == pytest.approx(middle_of(cell)[0], abs=TOLERANCE)
        assert back[1] == pytest.approx(middle_of(back_cell)[0], abs=TOLERANCE)
        assert front[2] == pytest.approx(middle_of(cell)[1], abs=TOLERANCE)
        assert back[2] == pytest.approx(middle_of(back_cell)[1], abs=TOLERANCE)


def black(width: int) -> bytes:
    file = io.BytesIO()
    Image.new("L", (width, 30)).save(file, "PNG")
    return file.getvalue()
