"""No mark on a computed scan is read wrongly without a word: tools/scan_trials in short."""

from __future__ import annotations

import numpy as np
import pytest
from support.scanner.machines import photograph, scan, without_corner
from support.scanner.pens import Hand, mark
from support.scanner.pupils import Habits, fill_in
from support.scanner.trials import Sheet, trial

from quizgen.model.answer_sheets.geometry import FieldKind
from quizgen.model.answer_sheets.readings import Doubt
from quizgen.readers.scans.errors import PageError
from quizgen.readers.scans.page import ReadPage, read_image
from quizgen.readers.scans.pages import PageImage


def read(sheet: Sheet, image: PageImage) -> ReadPage:
    return read_image(image, {sheet.layout.key: sheet.layout}, "scan", 1)


@pytest.mark.parametrize("seed", range(100, 112))
def test_nothing_is_read_wrongly_without_a_word(sheets: list[Sheet], seed: int) -> None:
    outcome = trial(sheets[seed % len(sheets)], seed)
    assert not outcome.unreadable
    assert outcome.silent == []


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_page_may_lie_in_any_direction(sheets: list[Sheet], turns: int) -> None:
    rng = np.random.default_rng(1)
    sheet = sheets[0]
    page = sheet.pages[0].copy()
    meant = fill_in(page, sheet.layout.pages[0], sheet.layout.radius, Habits(Hand.PEN), rng, "0042")
    made = scan(page, rng, bilevel=False)
    turned = np.ascontiguousarray(np.rot90(made.grey, turns))
    reading = read(sheet, PageImage(turned, False)).reading
    assert reading.code.form == "A"
    assert {row.field: row.marked for row in reading.fields if not row.doubt} == {
        row.field: meant.meant[row.field] for row in reading.fields if not row.doubt
    }
    assert sum(row.doubt is not None for row in reading.fields) <= 1


def test_a_page_without_one_corner_is_read(sheets: list[Sheet]) -> None:
    rng = np.random.default_rng(5)
    sheet = sheets[1]
    page = sheet.pages[0].copy()
    meant = fill_in(page, sheet.layout.pages[0], sheet.layout.radius, Habits(Hand.PEN), rng, "0007")
    for made in (scan(without_corner(page, rng), rng, bilevel=False), photograph(page, rng)):
        reading = read(sheet, PageImage(made.grey, False)).reading
        for row in reading.fields:
            assert row.doubt or set(row.marked) == set(meant.meant[row.field])


def test_two_marks_a_faint_one_and_pencil_in_black_and_white_are_doubts(
    sheets: list[Sheet],
) -> None:
    rng = np.random.default_rng(9)
    sheet = sheets[0]
    layout, radius = sheet.layout.pages[0], sheet.layout.radius
    page = sheet.pages[0].copy()
    rows = [n for n, field in enumerate(layout.fields) if field.kind is FieldKind.ONE]
    for row in rows[2:]:
        first = layout.fields[row].bubbles[0]
        mark(page, first.x, first.y, radius, Hand.PEN, rng)
    for bubble in layout.fields[rows[0]].bubbles[:2]:
        mark(page, bubble.x, bubble.y, radius, Hand.PEN, rng)
    faint = layout.fields[rows[1]].bubbles[1]
    mark(page, faint.x, faint.y, radius, Hand.FAINT, rng)
    made = scan(page, rng, bilevel=False)
    read_page = read(sheet, PageImage(made.grey, False))
    doubts = {row.field: row.doubt for row in read_page.reading.fields if row.doubt}
    assert doubts == {rows[0]: Doubt.DOUBLE, rows[1]: Doubt.FAINT}
    points = {n for n, field in enumerate(layout.fields) if field.kind is FieldKind.POINTS}
    assert points
    assert set(read_page.crops) == {*doubts, *points}  # nobody has given points yet
    assert all(crop.startswith(b"\x89PNG") for crop in read_page.crops.values())
    empty = scan(sheet.pages[0].copy(), rng, bilevel=True)
    reading = read(sheet, PageImage(empty.grey, True)).reading
    assert {row.doubt for row in reading.fields if row.field in rows} == {Doubt.BLANK}


def test_an_empty_sheet_is_empty(sheets: list[Sheet]) -> None:
    rng = np.random.default_rng(3)
    made = scan(sheets[0].pages[0].copy(), rng, bilevel=False)
    reading = read(sheets[0], PageImage(made.grey, False)).reading
    assert all(row.marked == () and row.doubt is None for row in reading.fields)


def test_a_page_of_another_build_or_of_nothing_is_named(sheets: list[Sheet]) -> None:
    rng = np.random.default_rng(3)
    made = scan(sheets[0].pages[0].copy(), rng, bilevel=False)
    other = sheets[1].layout
    with pytest.raises(PageError, match=f"digest {other.digest}, form A"):
        read_image(PageImage(made.grey, False), {other.key: other}, "scan", 1)
    blank = PageImage(np.full((800, 600), 255, np.uint8), False)
    with pytest.raises(PageError, match="there is nothing on it"):
        read(sheets[0], blank)
