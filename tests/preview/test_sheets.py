"""Worksheets as the page shows them."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from support import CHOICE, DECK, write_project

from quizgen.preview.sheets import page_image, render_sheets
from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project


def test_sheets_and_keys_are_those_of_a_build(tmp_path: Path) -> None:
    sheets = render_sheets(take_snapshot(Project(write_project(tmp_path)))).sheets
    assert [(sheet.deck, sheet.name) for sheet in sheets] == [
        ("talks", "sheet"),
        ("talks", "sheet-key"),
    ]
    assert len({sheet.digest for sheet in sheets}) == 2
    for sheet in sheets:
        assert sheet.content.startswith(b"%PDF-")
        assert [tuple(map(round, size)) for size in sheet.pages] == [(595, 842)]


def test_a_page_becomes_a_picture_with_ink_on_it(tmp_path: Path) -> None:
    sheet, _ = render_sheets(take_snapshot(Project(write_project(tmp_path)))).sheets
    png = page_image(sheet.content, 1)
    assert png is not None
    image = Image.open(io.BytesIO(png)).convert("L")
    assert (image.width, image.height) == (1191, 1684)
    assert image.getextrema() == (0, 255)
    assert page_image(sheet.content, 0) is None
    assert page_image(sheet.content, 2) is None


def test_only_what_a_save_concerns_is_set_again(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path))
    before = render_sheets(take_snapshot(project))
    write_project(tmp_path, f"{CHOICE}  explain: They did.\n")
    after = render_sheets(take_snapshot(project), before)
    assert after.sheets[0] is before.sheets[0]
    assert after.sheets[1].digest != before.sheets[1].digest
    assert after == render_sheets(take_snapshot(project))


def test_what_a_font_of_the_machine_may_have_set_is_set_again(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path, CHOICE.replace("Tokyo", '"\\U0001F980"')))
    before = render_sheets(take_snapshot(project))
    after = render_sheets(take_snapshot(project), before)
    assert after.diagnostics == before.diagnostics
    assert [one is other for one, other in zip(after.sheets, before.sheets, strict=True)] == [
        False,
        False,
    ]


def test_what_only_setting_finds_stands_beside_its_question(tmp_path: Path) -> None:
    strange = CHOICE.replace("Tokyo", '"\\U0001F980"')
    first = take_snapshot(Project(write_project(tmp_path, strange)))
    assert first.diagnostics == ()
    (finding,) = render_sheets(first).diagnostics
    assert (finding.name, finding.item) == ("missing-glyph", "talks/host-city")


def test_what_the_settings_leave_out_is_not_told(tmp_path: Path) -> None:
    root = write_project(tmp_path, CHOICE.replace("Tokyo", '"\\U0001F980"'))
    (root / "quizgen.toml").write_text('[lint]\nignore = ["missing-glyph"]\n')
    assert render_sheets(take_snapshot(Project(root))).diagnostics == ()


def test_what_pdf_writers_write_beside_pdfs_is_no_sheet(tmp_path: Path) -> None:
    """Answer sheets come with a file that says where each circle is."""
    deck = DECK.replace("  title: The talks", "  title: The talks\n  answer_sheet: true")
    sheets = render_sheets(take_snapshot(Project(write_project(tmp_path, deck=deck)))).sheets
    assert [sheet.name for sheet in sheets] == ["sheet", "sheet-answer-sheet", "sheet-key"]
