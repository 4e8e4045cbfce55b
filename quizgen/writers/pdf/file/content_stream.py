"""Display items as PDF operators, each inside the marked content of its tag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from quizgen.writers.pdf.file.annotations import LinkRectangle, PageLinks
from quizgen.writers.pdf.file.circles import circle_path
from quizgen.writers.pdf.file.decimals import DECIMALS
from quizgen.writers.pdf.file.font_resources import FontResources
from quizgen.writers.pdf.file.form_widgets import FormWidgets
from quizgen.writers.pdf.file.object_writer import ObjectWriter, text_string
from quizgen.writers.pdf.file.reading_order import in_reading_order
from quizgen.writers.pdf.file.structure_tree import StructureTree
from quizgen.writers.pdf.layout.display_list import (
    Bookmark,
    DisplayItem,
    DrawBox,
    DrawCircle,
    DrawFormula,
    DrawGlyphs,
    DrawOperation,
    DrawPicture,
    DrawRule,
    DrawText,
    EmptyTag,
    EndTag,
    FormField,
    LinkArea,
    PlacedItem,
    UpsideDown,
)
from quizgen.writers.pdf.layout.images import Picture
from quizgen.writers.pdf.layout.pagination import PlacedRow
from quizgen.writers.pdf.layout.tags import Tag


class PictureResources:
    """The pictures that a file holds, each once."""

    def __init__(self, file: ObjectWriter) -> None:
        self._file = file
        self._names: dict[Picture, str] = {}
        self._entries = ""

    def name(self, picture: Picture) -> str:
        """Return the name of the image resource that `picture` is, and add it if it is new."""
        if picture not in self._names:
            name = self._names[picture] = f"/I{len(self._names)}"
            self._entries += f"{name} {self._add(picture)}"
        return self._names[picture]

    def resources(self) -> str:
        """Return the source of the dictionary of image resources."""
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


_NOTHING = Tag("")
"""Stands for "no marked content is open"."""


class ContentStream:
    """The operators that draw one page, object `number` of the file.

    Remembers the graphics state, to write changes only. `key` is the page's in the
    structure's parent tree, `annotations` are references.
    `mirror` is the width of a page that runs from right to left; every display item is then
    as far from its right edge as it would else be from the left one.
    """

    def __init__(
        self,
        file: ObjectWriter,
        fonts: FontResources,
        structure: StructureTree,
        pictures: PictureResources,
        widgets: FormWidgets,
        height: float,
        mirror: float = 0.0,
    ) -> None:
        self.number = file.reserve()
        self.key = structure.add_page(self.number)
        self.annotations = ""
        self.source = b""
        self._fonts = fonts
        self._structure = structure
        self._pictures = pictures
        self._widgets = widgets
        self._links = PageLinks(file, structure)
        self._height = height
        self._mirror = mirror
        self._left = 0.0
        self._bookmarks: list[tuple[str, float]] = []
        self._code: list[str] = []
        self._open: Tag | None = _NOTHING
        self._font: tuple[str, float] = ("", 0.0)
        self._fill = self._line = 0.0
        self._turning: LinkRectangle | None = None

    def draw(self, page: Iterable[PlacedRow], left: float = 0.0) -> list[tuple[str, float]]:
        """Draw `page`, over what was drawn before, with its left edge at `left`.

        Return its bookmarks: titles, each with its height from the page's foot.
        """
        self._structure.go_to(self.key)
        self._left = left
        self._bookmarks = []
        height, mirror = self._height, self._mirror
        for display_item, x, y in in_reading_order(page):
            if type(display_item) is DrawText and not mirror:  # as most are
                self._text(display_item, left + (x + display_item.x), height - y - display_item.y)
            else:
                self._draw(display_item, x, height - y)
        self._tag(_NOTHING)
        self.annotations += self._links.put() + self._widgets.take_references()
        self._code.append("")
        self.source += "\n".join(self._code).encode("latin-1")
        self._code = []
        return self._bookmarks

    def complete(self) -> None:
        """Take the page as complete: nothing will be drawn on it but artifacts."""
        self._structure.complete(self.key)

    def _draw(self, display_item: DisplayItem, x: float, y: float) -> None:
        """Draw `display_item`, which belongs to a row whose top left corner is at `x` and `y`."""
        match display_item:
            case Bookmark(title=title):
                self._bookmarks.append((title, y))
            case EmptyTag(tag=tag):
                self._structure.place(tag)
            case EndTag(tag=tag):
                self._structure.end(tag)
            case UpsideDown():
                self._upside_down(display_item, x, y)
            case _:
                turned = self._turned(display_item, x) if self._mirror else x + display_item.x
                self._draw_placed(display_item, self._left + turned, y - display_item.y)

    def _upside_down(self, group: UpsideDown, x: float, y: float) -> None:
        """Draw `group` turned round the middle of its rectangle; `x` and `y` as for `_draw`."""
        turned = self._turned(group, x) if self._mirror else x + group.x
        left = self._left + turned
        bottom = y - group.y - group.height
        self._tag(_NOTHING)
        before = self._font, self._fill, self._line
        across, up = 2 * left + group.width, 2 * bottom + group.height
        self._code.append(f"q -1 0 0 -1 {across:.2f} {up:.2f} cm")
        self._turning = LinkRectangle(left, bottom, left + group.width, bottom + group.height)
        for display_item in group.display_list:
            self._draw(display_item, x + group.x, y - group.y)
        self._turning = None
        self._tag(_NOTHING)
        self._code.append("Q")
        self._font, self._fill, self._line = before

    def _draw_placed(
        self, display_item: DrawOperation | LinkArea | FormField, x: float, y: float
    ) -> None:
        """Draw `display_item` at `x` and `y`, from the page's left edge and its foot."""
        match display_item:
            case DrawText():
                self._text(display_item, x, y)
            case DrawGlyphs():
                self._tag(display_item.tag)
                self._glyphs(display_item, x, y)
            case DrawRule():
                self._tag(display_item.tag)
                self._stroke(display_item.grey)
                end = x + display_item.width
                self._code.append(
                    f"{display_item.stroke:.2f} w {x:.2f} {y:.2f} m {end:.2f} {y:.2f} l S"
                )
            case DrawBox():
                self._tag(display_item.tag)
                self._box(display_item, x, y - display_item.height)
            case DrawCircle():
                self._tag(display_item.tag)
                self._circle(display_item, x, y - display_item.width)
            case DrawPicture():
                self._tag(display_item.tag)
                name = self._pictures.name(display_item.picture)
                bottom = y - display_item.height
                matrix = (
                    f"{display_item.width:.2f} 0 0 {display_item.height:.2f} {x:.2f} {bottom:.2f}"
                )
                self._code.append(f"q {matrix} cm {name} Do Q")
            case DrawFormula(formula=formula, scale=scale, grey=grey):
                self._tag(display_item.tag)
                matrix = f"{scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f}"
                self._code.append(f"q {matrix} cm {grey:.2f} g {grey:.2f} G\n{formula.source}\nQ")
            case LinkArea(width=width, height=height, tag=tag):
                area = LinkRectangle(x, y - height, x + width, y)
                self._links.add(tag, area.turned_in(self._turning) if self._turning else area)
            case FormField(width=width, height=height, field=field, tag=tag):
                self._tag(_NOTHING)  # what is drawn next is read behind the field
                area = LinkRectangle(x, y - height, x + width, y)
                self._widgets.add(field, area, tag, self.number)
            case _:
                assert_never(display_item)

    def _turned(self, display_item: PlacedItem, x: float) -> float:
        """Return the distance of `display_item` from the left edge of a right-to-left page."""
        return self._mirror - x - display_item.x - display_item.width

    def _tag(self, element: Tag | None) -> None:
        """Let what is drawn next belong to `element`, or be an artifact where that is None."""
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

    def _text(self, display_item: DrawText, x: float, y: float) -> None:
        _, _, _, text, face, size, grey, tag = display_item
        if tag is not self._open:
            self._tag(tag)
        if grey != self._fill:
            self._fill = grey
            self._code.append(f"{grey:.2f} g")
        code = f"BT {DECIMALS[x]} {DECIMALS[y]} Td"
        for name, string in self._fonts.encode(text, face):
            font = name, size
            if font != self._font:
                self._font = font
                code += f" {name} {size:.2f} Tf"
            code += f" ({string}) Tj"
        self._code.append(code + " ET")

    def _glyphs(self, display_item: DrawGlyphs, x: float, y: float) -> None:
        """Draw glyphs, with their text beside them where the font's ToUnicode table differs.

        Text that runs from right to left is not given: readers turn it round themselves.
        """
        from quizgen.writers.pdf.file.cid_font import glyph_strings

        if display_item.grey != self._fill:
            self._fill = display_item.grey
            self._code.append(f"{display_item.grey:.2f} g")
        font = self._fonts.glyph_font(display_item.face)
        code = f"BT {x:.2f} {y:.2f} Td"
        if (font.name, display_item.size) != self._font:
            self._font = font.name, display_item.size
            code += f" {font.name} {display_item.size:.2f} Tf"
        code += " " + " ".join(glyph_strings(display_item.glyphs, font, display_item.size)) + " ET"
        stacked = any(not glyph.advance for glyph in display_item.glyphs)
        if not display_item.rtl and (
            stacked or font.extracted_text(display_item.glyphs) != display_item.text
        ):
            code = f"/Span<</ActualText{text_string(display_item.text)}>>BDC\n{code}\nEMC"
        self._code.append(code)

    def _box(self, display_item: DrawBox, x: float, y: float) -> None:
        shape = f"{x:.2f} {y:.2f} {display_item.width:.2f} {display_item.height:.2f} re"
        if display_item.stroke:
            self._stroke(display_item.grey)
            self._code.append(f"{display_item.stroke:.2f} w {shape} S")
        else:
            self._fill = display_item.grey
            self._code.append(f"{display_item.grey:.2f} g {shape} f")

    def _circle(self, display_item: DrawCircle, x: float, y: float) -> None:
        shape = circle_path(x, y, display_item.width)
        if display_item.stroke:
            self._stroke(display_item.grey)
            self._code.append(f"{display_item.stroke:.2f} w {shape} s")
        else:
            self._fill = display_item.grey
            self._code.append(f"{display_item.grey:.2f} g {shape} f")

    def _stroke(self, grey: float) -> None:
        if grey != self._line:
            self._line = grey
            self._code.append(f"{grey:.2f} G")
