"""Fields of fillable worksheets stand where they can be filled in."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdfium2
from support.pdf_samples import EVERY_INTERACTION, assessment, files, in_every_printing

from quizgen.model.assessment import Printing


def boxes(content: bytes) -> Iterator[tuple[int, tuple[float, ...], str]]:
    """Page, rectangle and name of each widget."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages):
            for widget in page.get("/Annots", []):
                if widget.get("/Subtype") == "/Widget":
                    label = str(widget.TU)
                    yield number, tuple(map(float, widget.Rect)), label


@in_every_printing
def test_fields_stand_on_the_page_and_beside_each_other(printing: Printing) -> None:
    made = assessment(EVERY_INTERACTION, printing=replace(printing, fillable=True))
    [sheet] = made.worksheets
    content = next(iter(files(made).values()))
    found = list(boxes(content))
    with pypdfium2.PdfDocument(content) as document:
        width, height = document[0].get_size()
    for _, (left, bottom, right, top), label in found:
        assert 30 < left < right < width - 30, label
        assert 30 < bottom < top < height - 30, label
        assert label
    for (page, one, label), (other_page, two, other) in itertools.combinations(found, 2):
        apart = page != other_page or (
            one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
        )
        assert apart, (label, other)
    assert sheet.printing.fillable
