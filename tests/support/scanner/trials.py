"""One trial: a sheet is filled in, scanned and read, and both are compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pypdfium2

from quizgen.model.answer_sheets.geometry import AnswerSheetLayout, FieldKind
from quizgen.model.answer_sheets.records import sheets_of
from quizgen.readers.scans.errors import PageError
from quizgen.readers.scans.page import read_image
from quizgen.readers.scans.pages import MAX_SIDE, PageImage
from support.scanner.machines import Scan, photograph, scan, without_corner
from support.scanner.pens import DPI, Hand, Image, coffee
from support.scanner.pupils import fill_in, random_habits


class Sheet(NamedTuple):
    """A printed sheet: its pages as images, and where everything is."""

    pages: tuple[Image, ...]
    layout: AnswerSheetLayout


class Outcome(NamedTuple):
    """What came of a page: the rows in all, those in doubt, and those that are silently wrong."""

    seed: int
    page: int
    kind: str
    hand: str
    rows: int
    questions: int
    doubts: dict[str, int]
    questions_in_doubt: int
    silent: list[str]
    unreadable: str = ""
    wrong_digits: int = 0
    doubtful_digits: int = 0


def printed(folder: Path) -> list[Sheet]:
    """Return the answer sheets that a build has left in `folder`."""
    sheets = sheets_of(json.loads((folder / "answer-sheets.json").read_text("utf-8")))
    result = []
    for layout in sheets.layouts:
        parts = (
            layout.worksheet,
            layout.form,
            "" if layout.edition == "standard" else layout.edition,
        )
        name = "-".join(filter(None, (*parts, "answer-sheet"))) + ".pdf"
        document = pypdfium2.PdfDocument(folder / name)
        images = (page.render(scale=DPI / 72, grayscale=True).to_numpy() for page in document)
        pages = tuple(grey.reshape(grey.shape[:2]).astype(np.float32) / 255 for grey in images)
        document.close()
        result.append(Sheet(pages, layout))
    return result


def trial(sheet: Sheet, seed: int) -> Outcome:
    """Fill in, scan and read one page of `sheet`, all by chance from `seed`."""
    rng = np.random.default_rng(seed)
    number = int(rng.integers(len(sheet.pages)))
    page = sheet.pages[number].copy()
    habits = random_habits(rng)
    pupil = "".join(str(digit) for digit in rng.integers(0, 10, 4))
    filled = fill_in(page, sheet.layout.pages[number], sheet.layout.radius, habits, rng, pupil)
    if rng.random() < 0.05:
        coffee(page, rng)
    if rng.random() < 0.04:
        page = without_corner(page, rng)
    made = scan(page, rng) if rng.random() < 0.5 else photograph(page, rng)
    return _compared(sheet, number, filled.meant, made, habits.hand, seed)


def _compared(
    sheet: Sheet,
    number: int,
    meant: dict[int, tuple[str, ...]],
    image: Scan,
    hand: Hand,
    seed: int,
) -> Outcome:
    import cv2

    layout = sheet.layout
    fields = layout.pages[number].fields
    questions = {field.question for field in fields if field.question}
    base = Outcome(seed, number, image.kind, hand.value, len(fields), len(questions), {}, 0, [])
    grey = image.grey
    factor = MAX_SIDE / max(grey.shape)
    if factor < 1:
        grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    try:
        page = read_image(PageImage(grey, image.is_bilevel), {layout.key: layout}, "x", 1)
    except PageError as error:
        return base._replace(unreadable=str(error))
    doubts: dict[str, int] = {}
    in_doubt: set[str] = set()
    silent: list[str] = []
    wrong, doubtful = 0, 0
    for reading in page.reading.fields:
        field = fields[reading.field]
        if reading.doubt:
            doubts[reading.doubt.name] = doubts.get(reading.doubt.name, 0) + 1
            if field.kind is FieldKind.PUPIL:
                doubtful += 1
            else:
                in_doubt.add(field.question)
        elif set(reading.marked) != set(meant[reading.field]):
            silent.append(
                f"row {reading.field} {field.label}: {meant[reading.field]} read {reading.marked}"
            )
            wrong += field.kind is FieldKind.PUPIL
    return base._replace(
        doubts=doubts,
        questions_in_doubt=len(in_doubt),
        silent=silent,
        wrong_digits=wrong,
        doubtful_digits=doubtful,
    )
