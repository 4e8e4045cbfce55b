"""Pictures that show no sheet, or parts of two: nothing on them is taken for a pupil's."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from support.scanner.machines import scan
from support.scanner.pens import Hand
from support.scanner.pupils import Habits, fill_in
from support.scanner.trials import Sheet

from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.readers.scans.blank import is_blank
from quizgen.readers.scans.page import BlankPage, ReadPage, read_page
from quizgen.readers.scans.pages import PageSource

Grey = NDArray[np.uint8]


def scanned(sheet: Sheet, seed: int, pupil: str = "0007", *, bilevel: bool = False) -> Grey:
    rng = np.random.default_rng(seed)
    paper = sheet.pages[0].copy()
    habits = Habits(Hand.PEN, corrected=0, strays=0)
    fill_in(paper, sheet.layout.pages[0], sheet.layout.radius, habits, rng, pupil)
    return scan(paper, rng, bilevel=bilevel).grey


def read(tmp_path: Path, grey: Grey, sheets: list[Sheet]) -> ReadPage | UnreadablePage | BlankPage:
    Image.fromarray(grey).save(tmp_path / "scan.png")
    layouts = {one.layout.key: one.layout for one in sheets}
    return read_page(PageSource(tmp_path / "scan.png", 0), layouts)


def beside(first: Grey, second: Grey, *, axis: int) -> Grey:
    side = 1 - axis
    most = max(first.shape[side], second.shape[side])
    padded = []
    for one in (first, second):
        widths = [(0, 0), (0, 0)]
        widths[side] = (0, most - one.shape[side])
        padded.append(np.pad(one, widths, constant_values=255))
    return np.concatenate(padded, axis=axis)


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("forms", [(0, 0), (0, 1), (1, 0)])
def test_two_sheets_on_one_picture_are_none(
    tmp_path: Path, sheets: list[Sheet], axis: int, forms: tuple[int, int]
) -> None:
    first, second = (scanned(sheets[form], 5 + n, f"000{n}") for n, form in enumerate(forms))
    page = read(tmp_path, beside(first, second, axis=axis), sheets)
    assert isinstance(page, UnreadablePage)
    assert page.why
    assert page.picture.startswith(b"\x89PNG")


def test_half_of_a_sheet_beside_another_is_never_read_as_one(
    tmp_path: Path, sheets: list[Sheet]
) -> None:
    left, right = scanned(sheets[0], 1), scanned(sheets[1], 2)
    half = left.shape[1] // 2
    page = read(tmp_path, beside(right[:, -half:], left[:, :half], axis=1), sheets)
    assert isinstance(page, UnreadablePage)


@pytest.mark.parametrize("bilevel", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_the_back_of_a_sheet_is_blank(
    tmp_path: Path, sheets: list[Sheet], seed: int, bilevel: bool
) -> None:
    paper = np.ones_like(sheets[0].pages[0])
    grey = scan(paper, np.random.default_rng(seed), bilevel=bilevel).grey
    assert read(tmp_path, grey, sheets) == BlankPage("scan.png", 1)


@pytest.mark.parametrize("seed", range(4))
def test_a_line_of_writing_is_not_blank(tmp_path: Path, sheets: list[Sheet], seed: int) -> None:
    ink = np.full(sheets[0].pages[0].shape, 255, np.uint8)
    text, place = "and therefore they came to Seoul", (300, 900)
    cv2.putText(ink, text, place, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 1.5, 70, 3)
    paper = np.asarray(ink / 255, np.float32)
    grey = scan(paper, np.random.default_rng(seed), bilevel=False).grey
    page = read(tmp_path, grey, sheets)
    assert isinstance(page, UnreadablePage)
    assert "neither corner marks nor a QR code" in page.why


def test_a_pale_sheet_is_not_blank(sheets: list[Sheet]) -> None:
    for ink in (0.0, 0.3, 0.5, 0.6):
        paper = ink + (1 - ink) * sheets[0].pages[0]
        grey = scan(paper, np.random.default_rng(1), bilevel=False).grey
        assert not is_blank(grey)
    assert not is_blank(np.zeros((800, 600), np.uint8))
    assert not is_blank(np.full((20, 20), 255, np.uint8))


def test_a_page_whose_code_was_read_keeps_it(tmp_path: Path, sheets: list[Sheet]) -> None:
    page = read(tmp_path, scanned(sheets[0], 3), sheets[1:])
    assert isinstance(page, UnreadablePage)
    assert f"digest {sheets[0].layout.digest}" in page.why
    assert page.code.startswith(f"QG1-{sheets[0].layout.digest.upper()}-A-S-1-1-")
