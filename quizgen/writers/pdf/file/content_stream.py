"""Marks to the operators that draw them, each inside the content of its element."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from quizgen.writers.pdf.file.annotations import LinkRectangle, PageLinks
from quizgen.writers.pdf.file.object_writer import PdfFile, text_string
from quizgen.writers.pdf.file.structure_tree import Structure
from quizgen.writers.pdf.layout.display_list import (
    Bookmark,
    DisplayItem,
    DrawBox,
    DrawFormula,
    DrawGlyphs,
    DrawOperation,
    DrawPicture,
    DrawRule,
    DrawText,
    EmptyElement,
    EndElement,
    LinkArea,
)
from quizgen.writers.pdf.layout.images import Picture
from quizgen.writers.pdf.layout.pagination import PlacedRow
from quizgen.writers.pdf.layout.tags import Element


class PictureResources:
    """The pictures that a file holds, each once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._names: dict[Picture, str] = {}
        self._entries = ""

    def name(self, picture: Picture) -> str:
        """The name of the resource that `picture` is."""
        if picture not in self._names:
            name = self._names[picture] = f"/I{len(self._names)}"
            self._entries += f"{name} {self._add(picture)}"
        return self._names[picture]

    def resources(self) -> str:
        """The source of the resource dictionary's pictures."""
        return f"<<{self._entries}>>"

    def _add(self, picture: Picture) -> str:
        size = (
            f"/Type/XObject/Subtype/Image/BitsPerComponent 8"
            f"/Width {picture.width}/Height {picture.height}"
        )
        mask = ""
        if picture.alpha is not None:
            entries = f"{size}/ColorSpace/DeviceGray/Filter/FlateDecode"
            mask = f"/SMask {self._file.add_stream(entries, picture.alpha, deflate=False)}"
        entries = f"{size}/ColorSpace/{picture.space}/Filter/{picture.encoding}{mask}"
        return self._file.add_stream(entries, picture.data, deflate=False)


_NOTHING = Element("")
"""Stands for "no marked content is open"."""


class PageCode:
    """The operators that draw one page, object `number` of the file.

    Remembers the graphics state, to write changes only. `key` is the page's in the
    structure's parent tree; `bookmarks` are titles and heights from the page's foot,
    `annotations` references.
    `mirror` is the width of a page that runs from right to left; every mark is then
    as far from its right edge as it would else be from the left one.
    """

    def __init__(
        self,
        file: PdfFile,
        structure: Structure,
        pictures: PictureResources,
        height: float,
        mirror: float = 0.0,
    ) -> None:
        self.number = file.reserve()
        self.key = structure.turn(self.number)
        self.bookmarks: list[tuple[str, float]] = []
        self.annotations = ""
        self.source = b""
        self._file = file
        self._structure = structure
        self._pictures = pictures
        self._links = PageLinks(file, structure)
        self._height = height
        self._mirror = mirror
        self._code: list[str] = []
        self._open: Element | None = _NOTHING
        self._font: tuple[str, float] = ("", 0.0)
        self._fill = self._line = 0.0

    def draw(self, page: Iterable[PlacedRow]) -> None:
        """Draw `page`, over what was drawn before."""
        for x, y, row in page:
            for mark in row.marks:
                self._draw(mark, x, self._height - y)
        self._tag(_NOTHING)
        self.annotations += self._links.put()
        self._code.append("")
        self.source += "\n".join(self._code).encode("latin-1")
        self._code = []

    def _draw(self, mark: DisplayItem, x: float, y: float) -> None:
        """Draw `mark`, which belongs to a row whose top left corner is at `x` and `y`."""
        match mark:
            case Bookmark(title=title):
                self.bookmarks.append((title, y))
            case EmptyElement(tag=tag):
                self._structure.place(tag)
            case EndElement(tag=tag):
                self._structure.end(tag)
            case _:
                left = self._turned(mark, x) if self._mirror else x + mark.x
                self._ink(mark, left, y - mark.y)

    def _ink(self, mark: DrawOperation | LinkArea, x: float, y: float) -> None:
        """Draw `mark` at `x` and `y`, from the page's left edge and its foot."""
        match mark:
            case DrawText():
                self._tag(mark.tag)
                self._text(mark, x, y)
            case DrawGlyphs():
                self._tag(mark.tag)
                self._glyphs(mark, x, y)
            case DrawRule():
                self._tag(mark.tag)
                self._stroke(mark.grey)
                end = x + mark.width
                self._code.append(f"{mark.stroke:.2f} w {x:.2f} {y:.2f} m {end:.2f} {y:.2f} l S")
            case DrawBox():
                self._tag(mark.tag)
                self._box(mark, x, y - mark.height)
            case DrawPicture():
                self._tag(mark.tag)
                name = self._pictures.name(mark.picture)
                bottom = y - mark.height
                matrix = f"{mark.width:.2f} 0 0 {mark.height:.2f} {x:.2f} {bottom:.2f}"
                self._code.append(f"q {matrix} cm {name} Do Q")
            case DrawFormula(formula=formula, scale=scale, grey=grey):
                self._tag(mark.tag)
                matrix = f"{scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f}"
                self._code.append(f"q {matrix} cm {grey:.2f} g {grey:.2f} G\n{formula.source}\nQ")
            case LinkArea(width=width, height=height, tag=tag):
                self._links.add(tag, LinkRectangle(x, y - height, x + width, y))
            case _:
                assert_never(mark)

    def _turned(self, mark: DrawOperation | LinkArea, x: float) -> float:
        """Where `mark` begins on a page that runs from right to left, from its left edge."""
        return self._mirror - x - mark.x - mark.width

    def _tag(self, element: Element | None) -> None:
        """Whatever is drawn next belongs to `element`, or is an artifact if that is None."""
        if element is self._open:
            return
        if self._open is not _NOTHING:
            self._code.append("EMC")
        if element is None:
            self._code.append("/Artifact BMC")
        elif element is not _NOTHING:
            number = self._structure.content(element)
            self._code.append(f"/{element.kind}<</MCID {number}>>BDC")
        self._open = element

    def _text(self, mark: DrawText, x: float, y: float) -> None:
        _, _, _, text, face, size, grey, _ = mark
        if grey != self._fill:
            self._fill = grey
            self._code.append(f"{grey:.2f} g")
        code = f"BT {x:.2f} {y:.2f} Td"
        for name, string in self._file.encode(text, face):
            if (name, size) != self._font:
                self._font = name, size
                code += f" {name} {size:.2f} Tf"
            code += f" ({string}) Tj"
        self._code.append(code + " ET")

    def _glyphs(self, mark: DrawGlyphs, x: float, y: float) -> None:
        """Glyphs mean what their font says. Where that is not quite the text, it is given in
        full, but not where it runs from right to left: readers turn it round themselves."""
        from quizgen.writers.pdf.file.cid_font import glyph_strings

        if mark.grey != self._fill:
            self._fill = mark.grey
            self._code.append(f"{mark.grey:.2f} g")
        font = self._file.glyph_font(mark.face)
        code = f"BT {x:.2f} {y:.2f} Td"
        if (font.name, mark.size) != self._font:
            self._font = font.name, mark.size
            code += f" {font.name} {mark.size:.2f} Tf"
        code += " " + " ".join(glyph_strings(mark.glyphs, font, mark.size)) + " ET"
        stacked = any(not glyph.advance for glyph in mark.glyphs)
        if not mark.rtl and (stacked or font.spoken(mark.glyphs) != mark.text):
            code = f"/Span<</ActualText{text_string(mark.text)}>>BDC\n{code}\nEMC"
        self._code.append(code)

    def _box(self, mark: DrawBox, x: float, y: float) -> None:
        shape = f"{x:.2f} {y:.2f} {mark.width:.2f} {mark.height:.2f} re"
        if mark.stroke:
            self._stroke(mark.grey)
            self._code.append(f"{mark.stroke:.2f} w {shape} S")
        else:
            self._fill = mark.grey
            self._code.append(f"{mark.grey:.2f} g {shape} f")

    def _stroke(self, grey: float) -> None:
        if grey != self._line:
            self._line = grey
            self._code.append(f"{grey:.2f} G")
