"""Fonts in PDF files as reportlab cuts and embeds them, to hold quizgen's against."""

from __future__ import annotations

import functools
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont

from quizgen.writers.pdf.file.object_writer import ObjectWriter
from quizgen.writers.pdf.fonts.faces import Face


@functools.cache
def typeface(face: Face) -> Any:
    """The file of `face`, as reportlab reads it."""
    return TTFont(face.name, face.path, asciiReadable=False)


class ReportlabFonts:
    """Encodes texts as `FontResources` does, and writes the same objects."""

    def __init__(self, file: ObjectWriter) -> None:
        self._file = file
        self._document = pdfdoc.PDFDocument(compression=1, invariant=1)
        while file.count < self._document.objectcounter:
            file.reserve()

    def encode(self, text: str, face: Face) -> list[tuple[str, bytes]]:
        """Pairs of a font resource's name and characters of one byte."""
        font, document = typeface(face), self._document
        return [
            (font.getSubsetInternalName(number, document), data)
            for number, data in font.splitString(text, document)
        ]

    def write(self) -> None:
        document = self._document
        document.objectcounter = self._file.count
        for font in document.delayedFonts:
            font.addObjects(document)
        while self._file.count < document.objectcounter:
            self._put(self._file.reserve())
        self._put(1)

    def _put(self, number: int) -> None:
        document = self._document
        found = document.idToObject[document.numberToId[number]]
        self._file.put_body(number, pdfdoc.format(found, document, toplevel=1).rstrip())
