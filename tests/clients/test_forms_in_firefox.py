"""A worksheet filled in in Firefox's viewer, which no one here wrote, and saved there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
from support.filled_forms import fields_of
from support.pdf_samples import EVERY_INTERACTION, assessment, files, with_parts
from support.pdf_viewers import filled_in_firefox
from support.verapdf import violations

from quizgen.model.assessment import Printing
from quizgen.model.form_names import FormRoot
from quizgen.readers.filled_forms.read import FilledForm, read_form

TYPED = "Zürich – “ł” Ж 서울 🎈 (a\\b)"


def form(path: Path) -> dict[str, str]:
    """Write a form to `path`; the names of all fields, each with a value that it can take."""
    sample = assessment(EVERY_INTERACTION, printing=Printing(fillable=True))
    sheet = replace(sample.worksheets[0], digest="1f3a1014", form="B")
    content = files(with_parts(sample, worksheets=(sheet,)))["worksheet-B.pdf"]
    path.write_bytes(content)
    values: dict[str, str] = {}
    for name, widgets in fields_of(content).items():
        field = widgets[0] if "/FT" in widgets[0] else widgets[0].Parent
        if field.FT == "/Btn":
            values[name] = name.rpartition("-")[2] if len(widgets) == 1 else "2"
        else:
            values[name] = "2" if field.FT == "/Ch" else f"{TYPED} {name}"
    return values


def save(path: Path, values: dict[str, str], folder: Path) -> set[str]:
    """Fill `values` into the form at `path`, save it there; gives the names of all fields."""
    folder.mkdir()
    names, content = filled_in_firefox(path, values, folder)
    path.write_bytes(content)
    return names


def test_what_is_filled_in_in_firefox_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    values = form(path)
    assert save(path, values, tmp_path / "profile") == values.keys()
    expected = {name.partition(".")[2]: value for name, value in values.items()}
    assert read_form(path) == FilledForm(FormRoot("1f3a1014", "B"), expected)
    with pypdfium2.PdfDocument(path) as document:
        document.init_forms()
        assert document[0].get_textpage().get_text_range().count("Who was the host?") == 1


def test_what_is_filled_in_in_firefox_is_still_accessible(tmp_path: Path) -> None:
    """With letters of the language: Firefox embeds no font for those of others."""
    folder = tmp_path / "saved"
    folder.mkdir()
    path = folder / "form.pdf"
    values = {name: value.replace(TYPED, "Zürich – “a”") for name, value in form(path).items()}
    save(path, values, tmp_path / "profile")
    assert violations(folder) == {path: []}
