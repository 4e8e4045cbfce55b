"""Everything on an answer sheet is where ``answer-sheets.json`` says, within a tenth of a mm."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pdfplumber
import pytest
from support.scanner.prints import DECK, QUESTIONS, graded_project

from quizgen.model.answer_sheets.geometry import AnswerSheetLayout, FieldKind
from quizgen.model.answer_sheets.markers import black_cells, marker_places
from quizgen.model.answer_sheets.records import sheets_of, sheets_record

MM = 72 / 25.4
VARIANTS = {
    "a4": DECK,
    "letter": DECK.replace("  forms: 2", "  paper: Letter"),
    "large": DECK.replace("  forms: 2", "  editions: [large-print, dyslexia]"),
}


@pytest.fixture(scope="module", params=[*VARIANTS, "hebrew"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(request.param)
    deck = VARIANTS.get(request.param, DECK)
    return graded_project(root, QUESTIONS, deck, "he" if request.param == "hebrew" else "en")


def layouts(folder: Path) -> list[tuple[AnswerSheetLayout, bytes]]:
    record = json.loads((folder / "answer-sheets.json").read_text("utf-8"))
    sheets = sheets_of(record)
    assert sheets_record(sheets) == record
    found = []
    for layout in sheets.layouts:
        edition = "" if layout.edition == "standard" else layout.edition
        parts = (layout.worksheet, layout.form, edition, "answer-sheet")
        name = "-".join(filter(None, parts)) + ".pdf"
        found.append((layout, (folder / name).read_bytes()))
    return found


def test_every_bubble_and_marker_is_where_the_file_says(folder: Path) -> None:
    for layout, content in layouts(folder):
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            assert len(pdf.pages) == len(layout.pages)
            for page, place in zip(pdf.pages, layout.pages, strict=True):
                assert float(page.width) / MM == pytest.approx(layout.width, abs=0.05)
                drawn = {
                    (
                        round((c["x0"] + c["x1"]) / 2 / MM, 2),
                        round((c["top"] + c["bottom"]) / 2 / MM, 2),
                    )
                    for c in page.curves
                }
                said = [(b.x, b.y) for field in place.fields for b in field.bubbles]
                assert len(said) == len(drawn)
                for x, y in said:
                    assert any(abs(x - a) < 0.1 and abs(y - b) < 0.1 for a, b in drawn)
                cells = {(round(r["x0"] / MM, 1), round(r["top"] / MM, 1)) for r in page.rects}
                for number, (x, y, side) in enumerate(marker_places(layout.width, layout.height)):
                    for row, column in black_cells(number):
                        at = x + column * side / 6, y + row * side / 6
                        assert any(
                            abs(a - at[0]) < 0.15 and abs(b - at[1]) < 0.15 for a, b in cells
                        )


def test_nothing_overlaps_and_all_is_on_the_page(folder: Path) -> None:
    for layout, _ in layouts(folder):
        for page in layout.pages:
            bubbles = [b for field in page.fields for b in field.bubbles]
            for bubble in bubbles:
                assert 10 < bubble.x < layout.width - 10
                assert 20 < bubble.y < layout.height - 20
            for index, one in enumerate(bubbles):
                for other in bubbles[index + 1 :]:
                    distance = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
                    assert distance > 2 * layout.radius + 0.5


def test_every_question_is_on_every_sheet_once(folder: Path) -> None:
    for layout, _ in layouts(folder):
        rows = [f for page in layout.pages for f in page.fields if f.kind is not FieldKind.PUPIL]
        assert len({(f.question, f.part) for f in rows}) == len(rows)
        assert len({f.question for f in rows}) == 19
