"""Sheets with names: one for each pupil, whose code says whose it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from support.commands import run
from support.scanner.trials import printed

from quizgen.commands.grade.kept import read_sheets
from quizgen.commands.grade.pupils import by_code, pupil_code
from quizgen.model.roster import Pupil
from quizgen.readers.scans.page import read_image
from quizgen.readers.scans.pages import PageImage

LIST = "id,name,form\n007,Ada Lovelace,B\nß-y,Çağ Ü,\n,Emmy Noether,\n"


@pytest.fixture
def project(graded: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(graded)
    (graded / "class.csv").write_text(LIST, encoding="utf-8")
    return graded


def test_each_pupil_has_a_sheet_with_name_form_and_code(project: Path, tmp_path: Path) -> None:
    assert run("sheets", "class.csv", "--out", str(tmp_path / "out")) == 0
    document = pypdfium2.PdfDocument(tmp_path / "out" / "test-answer-sheets.pdf")
    [prints] = read_sheets(project / "dist/class/answer-sheets.json").values()
    pupils = [Pupil("Ada Lovelace", "007"), Pupil("Çağ Ü", "ß-y"), Pupil("Emmy Noether")]
    known = by_code(pupils)
    seen = []
    for page in document:
        text = page.get_textpage().get_text_bounded()
        grey = page.render(scale=3, grayscale=True).to_numpy()
        image = PageImage(np.ascontiguousarray(grey.reshape(grey.shape[:2])), False)
        code = read_image(image, prints.by_key, "x", 1).reading.code
        seen.append((known[code.pupil].name, code.form))
        assert known[code.pupil].name in text
    document.close()
    assert seen == [("Ada Lovelace", "B"), ("Çağ Ü", "B"), ("Emmy Noether", "A")]


def test_a_number_is_the_same_by_code_and_by_hand() -> None:
    assert pupil_code(Pupil("Ada", "007")) == "7"
    assert pupil_code(Pupil("Ada", "0")) == "0"
    assert pupil_code(Pupil("Ada", "ä1")) != pupil_code(Pupil("Ada", "ö1"))


@pytest.mark.parametrize("folder", ["dist/class", "question_bank/x", "decks", "."])
def test_names_get_into_no_folder_of_the_project(
    project: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("sheets", "class.csv", "--out", folder) == 2
    assert run("grade", "class.csv", "--out", folder) == 2
    assert "results" in capsys.readouterr().err


def test_the_sheets_of_a_build_and_named_ones_have_one_layout(project: Path) -> None:
    assert len(printed(project / "dist" / "class")) == 2
