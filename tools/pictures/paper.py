"""Pages of PDFs: those in dist/, and those that examples of the documentation give."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

import quizgen
from tools.pictures.base import ROOT, Studio, edged, side_by_side
from tools.pictures.projects import example_project, tutorial_project

DIST = ROOT / "dist" / "seoul-talks"

SHEET = 700
"""How many pixels wide one of two sheets is: type of 11 pt can just be read."""

READ = 640
"""The same for three sheets that are to be read, in a picture that is opened alone."""

THIRD = 520
"""How many pixels wide one of three sheets is: sizes can be compared."""

STRIP = 1100
"""How many pixels wide a part of a sheet is: sharp where the site shows it."""

AIR = 22
"""Points above a strip's first line: room for the rule above a heading."""

CREST = 40
"""Points above the name of a school whose crest is beside it."""

MARGIN = 40
"""Points of a sheet's margins, of 20 mm, that are cut off beside a strip."""


def worksheet(studio: Studio) -> Image.Image:
    """Return the first three pages of the sample's worksheet."""
    return sheets(*((DIST / "worksheet-A.pdf", number) for number in (1, 2, 3)), width=READ)


def key(studio: Studio) -> Image.Image:
    """Return both pages of the sample's answer key."""
    return sheets((DIST / "worksheet-key.pdf", 1), (DIST / "worksheet-key.pdf", 2))


def flashcards(studio: Studio) -> Image.Image:
    """Return a sheet of the sample's flashcards, fronts and backs."""
    return sheets((DIST / "flashcards.pdf", 1), (DIST / "flashcards.pdf", 2))


def editions(studio: Studio) -> Image.Image:
    """Return the first page of each edition of the sample's worksheet."""
    names = "worksheet-A.pdf", "worksheet-A-large-print.pdf", "worksheet-A-dyslexia.pdf"
    return sheets(*((DIST / name, 1) for name in names), width=THIRD)


def tutorial(studio: Studio) -> Image.Image:
    """Draw the worksheets of the tutorial's project."""
    root = tutorial_project(studio.folder)
    quizgen.build(root, built=0)
    folder = root / "dist" / "city-bees"
    return sheets((folder / "worksheet.pdf", 1), (folder / "worksheet-key.pdf", 1))


def passage(studio: Studio) -> Image.Image:
    """Return the head of a worksheet that prints its passage."""
    path = example(studio, "The passage", "reading.pdf")
    return strip(path, "Three advisers meet in Seoul", "What did the advisers hope")


def teacher(studio: Studio) -> Image.Image:
    """Return the first section of the sample's teacher's edition."""
    return strip(DIST / "worksheet-A-teacher.pdf", "Who took part", "North Korea had a seat")


def glossary(studio: Studio) -> Image.Image:
    """Return the glossary of the sample's worksheet."""
    return strip(DIST / "worksheet-A.pdf", "Glossary", "Who took part")


def word_bank(studio: Studio) -> Image.Image:
    """Return a section of gaps with its word bank."""
    path = example(studio, "Word banks", "gaps.pdf")
    return strip(path, "Fill the gaps", "Resolution 1874 extends")


def head(studio: Studio) -> Image.Image:
    """Return a worksheet's head with a crest and fields for the score."""
    path = example(studio, "The head", "test.pdf")
    return strip(path, "Arden Comprehensive", "Which post did", above=CREST)


def example(studio: Studio, heading: str, name: str) -> Path:
    """Build the example below `heading` of docs/worksheets.md; return the path of its PDF."""
    root = example_project(studio.folder, "worksheets", heading)
    quizgen.build(root, ["example"], built=0)
    return root / "dist" / "example" / name


def sheets(*pages: tuple[Path, int], width: int = SHEET) -> Image.Image:
    """Return whole pages side by side, each given by its PDF and page number."""
    drawn = []
    for path, number in pages:
        with pypdfium2.PdfDocument(path) as document:
            page = document[number - 1]
            drawn.append(edged(page.render(scale=width / page.get_width()).to_pil()))
    return side_by_side(drawn)


def strip(path: Path, first: str, last: str, *, above: float = AIR) -> Image.Image:
    """Return the part of a page from the line with `first` to the line before `last`."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            top, bottom = top_of(page, first), top_of(page, last)
            if top and bottom:
                scale = STRIP / (page.get_width() - 2 * MARGIN)
                crop = MARGIN, bottom, MARGIN, page.get_height() - top - above
                return edged(page.render(scale=scale, crop=crop).to_pil())
    raise LookupError(f"no page of {path} holds “{first}” and “{last}”")


def top_of(page: pypdfium2.PdfPage, text: str) -> float | None:
    """Return the top of the first line with `text`, in points from the foot of the page."""
    words = page.get_textpage()
    match = words.search(text).get_next()
    if match is None:
        return None
    top: float = words.get_charbox(match[0], loose=True)[3]
    return top
