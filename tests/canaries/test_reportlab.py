"""What quizgen relies on inside reportlab. Red: look at `pdf.file.font_resources`."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfdoc

from quizgen.writers.pdf.fonts.faces import SERIF, face


def test_a_document_keeps_its_objects_where_we_put_ours() -> None:
    document = pdfdoc.PDFDocument()
    assert pdfdoc.BasicFonts in document.idToObject
    assert isinstance(document.numberToId, dict)
    assert isinstance(document.objectcounter, int)
    assert document.delayedFonts == []


def test_an_object_is_put_into_words_by_format() -> None:
    document = pdfdoc.PDFDocument()
    assert pdfdoc.format(pdfdoc.PDFArray([1, 2]), document, toplevel=1).strip() == b"[ 1 2 ]"


@pytest.mark.parametrize("name", ["splitString", "addObjects", "face"])
def test_a_truetype_font_has_what_we_call(name: str) -> None:
    assert hasattr(face(SERIF).typeface, name)


def test_a_font_maps_code_points_to_widths() -> None:
    widths = face(SERIF).typeface.face.charWidths
    assert 300 < widths[ord("n")] < 800


def test_characters_are_split_into_subsets_of_one_byte() -> None:
    typeface = face(SERIF).typeface
    [(subset, data)] = typeface.splitString("a", pdfdoc.PDFDocument())
    assert subset == 0
    assert len(data) == 1
