"""Text in every script is embedded whole, and copied as it was written."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
import uharfbuzz as hb
from support.pdf_samples import (
    assessment,
    built,
    choice,
    item,
    section,
    squeezed,
)
from support.poppler import poppler
from support.script_fonts import NOTO, STEMS, fonts
from support.script_sheets import copied, sheet_in

from quizgen.model.diagnostics import Report


@pytest.mark.parametrize("language", STEMS)
@pytest.mark.parametrize("strong", [False, True])
def test_what_is_copied_is_what_was_written(language: str, strong: bool, tmp_path: Path) -> None:
    stem = f"**{STEMS[language]}**" if strong else STEMS[language]
    question = item("q", stem, choice(STEMS[language], "x"))
    made = assessment(section(question, title="1"), title=STEMS[language], language=language)
    report = Report()
    for content in built(made, report, fonts(*NOTO)):
        assert squeezed(STEMS[language]) in copied(content, tmp_path)
        with pikepdf.open(io.BytesIO(content)) as document:
            assert str(document.Root.Lang) == language
    assert report.diagnostics == []


@pytest.mark.parametrize(
    ("language", "name"),
    [("ko", "Nanum"), ("ja", "ipam"), ("zh-CN", "wqy"), ("ko", "NotoSerifCJK")],
)
def test_fonts_of_either_kind_of_outlines_are_embedded(
    language: str, name: str, tmp_path: Path
) -> None:
    content = sheet_in(language, STEMS[language], fonts=fonts(name))
    assert squeezed(STEMS[language]) in copied(content, tmp_path)
    with pdfplumber.open(io.BytesIO(content)) as document:
        assert squeezed(STEMS[language]) in squeezed(document.pages[0].extract_text())
    assert len(content) < 60_000, "only the glyphs that are needed are in the file"
    with pikepdf.open(io.BytesIO(content)) as document:
        programs = {
            str(key)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
            for key in one
            if str(key).startswith("/FontFile")
        }
    assert programs == {"/FontFile2", "/FontFile3"} if name == "NotoSerifCJK" else {"/FontFile2"}


def test_a_font_that_numbers_its_glyphs_otherwise_prints_the_same(tmp_path: Path) -> None:
    """A part of a CID-keyed font, as makers sell for one country: a glyph's place in it is
    not its CID any more."""
    [path] = [p for p in fonts("NotoSerifCJK-Regular")() if p.suffix == ".ttc"]
    whole = hb.Face(hb.Blob.from_file_path(str(path)), 0)
    part = hb.SubsetInput()
    part.unicode_set.update(map(ord, STEMS["ko"] + "이름반날짜점쪽정답과해설"))
    files = {"whole": path, "part": tmp_path / "NotoSerifCJKpart-Regular.otf"}
    files["part"].write_bytes(hb.subset(whole, part).blob.data)
    drawn = {}
    for name, file in files.items():
        content = sheet_in("ko", STEMS["ko"], fonts=lambda file=file: [file])  # type: ignore[misc]
        (tmp_path / f"{name}.pdf").write_bytes(content)
        poppler("pdftoppm", "-r", "60", "-png", f"{name}.pdf", name, folder=tmp_path)
        drawn[name] = (tmp_path / f"{name}-1.png").read_bytes()
    assert drawn["whole"] == drawn["part"]


def test_accents_that_have_no_letter_of_their_own_stand_above_it() -> None:
    sheet = sheet_in("en", "Yoruba: ẹ́ ọ̀ and q̇", fonts=list)
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        characters = document.pages[0].chars
    letters = "".join(one["text"] for one in characters)
    assert unicodedata.normalize("NFC", "ẹ́") in letters
    for place, over in enumerate(characters):
        if unicodedata.combining(over["text"]):
            under = characters[place - 1]
            width = under["x1"] - under["x0"]
            assert under["x0"] < over["matrix"][4] < under["x1"] - 0.2 * width, under["text"]
