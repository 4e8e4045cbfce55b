"""A document of Word that LibreOffice saves as its own gives the same questions."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from support.brought import bring, keys
from support.clients import missing


def _exam(path: Path) -> None:
    document = Document()
    document.add_heading("Exam", 0)
    for stem in ("Which?", "And which?"):
        document.add_paragraph(stem, style="List Number")
        for text in ("one", "two", "three"):
            run = document.add_paragraph(style="List Bullet 2").add_run(text)
            if text == "two":
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    for text in ("3. What else?", "a) x", "b) y", "Answer key"):
        document.add_paragraph(text)
    row = document.add_table(2, 2).rows
    for cells, texts in zip(row, (("2", "c"), ("3", "a")), strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))


@pytest.mark.slow
def test_a_document_of_word_and_its_odt_give_the_same_questions(tmp_path: Path) -> None:
    office = shutil.which("soffice") or missing("LibreOffice is not on this machine")
    word = tmp_path / "exam.docx"
    _exam(word)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "odt", "--outdir", tmp_path, word],
        check=True,
        capture_output=True,
        timeout=180,
    )
    brought = []
    for name in ("exam.docx", "exam.odt"):
        folder = tmp_path / name.replace(".", "-")
        folder.mkdir()
        got = bring(folder, name, (tmp_path / name).read_bytes())
        brought.append([(item.stem.plain, keys(item)) for item in got.items])
    assert brought[0] == brought[1]
    assert brought[0] == [("Which?", ["two"]), ("And which?", ["three"]), ("What else?", ["x"])]
