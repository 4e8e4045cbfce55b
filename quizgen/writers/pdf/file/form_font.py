"""The font of what is typed into fields, with 224 characters chosen by the language.

It is embedded without the outlines of all others: viewers take these from fonts of their own.
"""

from __future__ import annotations

import functools
import struct
from collections.abc import Iterable

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.file.form_letters import FIRST, characters, of_page
from quizgen.writers.pdf.file.object_writer import ObjectWriter
from quizgen.writers.pdf.fonts.faces import SANS, face
from quizgen.writers.pdf.fonts.lean_reportlab import lean_reportlab
from quizgen.writers.pdf.fonts.truetype import TrueType, font_file, with_parts

_NOT_SYMBOLIC = 32
"""The flag that says: these are letters of a Latin font, with names (table 123)."""
_KEPT = ("OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")


class _Encoding(NamedTuple):
    """The characters of the codes from `FIRST` to 255, and the PDF source of the encoding."""

    characters: tuple[str, ...]
    source: str


def write_form_font(file: ObjectWriter, language: str) -> str:
    """Write the font for what is typed in `language` (BCP 47), and return the reference to it."""
    typeface = face(SANS)
    font = typeface.file
    letters, encoding = _encoding(language)
    widths = " ".join(f"{typeface.widths.get(ord(one), 0):.0f}" for one in letters)
    glyphs = {font.glyphs.get(ord(one), 0) for one in letters}
    data = _with_outlines_of(glyphs, font)
    program = file.add_stream(f"/Length1 {len(data)}", data)
    name = typeface.name
    box = " ".join(f"{edge:.0f}" for edge in font.box)
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {_NOT_SYMBOLIC}/FontBBox[{box}]"
        f"/ItalicAngle 0/Ascent {font.ascent:.0f}/Descent {font.descent:.0f}"
        f"/CapHeight {font.cap_height:.0f}/StemV 80/FontFile2 {program}>>"
    )
    return file.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding{encoding}"
        f"/FirstChar {FIRST}/LastChar 255/Widths[{widths}]/FontDescriptor {descriptor}>>"
    )


@functools.cache
def _encoding(language: str) -> _Encoding:
    with lean_reportlab():
        from reportlab.pdfbase._glyphlist import _glyphname2unicode

    usual, letters = of_page("cp1252"), characters(language)
    named = {code: name for name, code in sorted(_glyphname2unicode.items(), reverse=True)}
    differences = ""
    for code, (before, now) in enumerate(zip(usual, letters, strict=True), FIRST):
        if before != now:
            differences += f"{code}/{named.get(ord(now), f'uni{ord(now):04X}')} "
    if not differences:
        return _Encoding(letters, "/WinAnsiEncoding")
    source = f"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[{differences}]>>"
    return _Encoding(letters, source)


def _with_outlines_of(glyphs: Iterable[int], font: TrueType) -> bytes:
    """Return the file of `font`, whose `glyphs` have outlines; the others are empty.

    Glyphs keep their numbers. What says how letters are joined or placed is left out.
    """
    tables = {tag: table for tag in _KEPT if (table := font.table(tag))}
    kept = set(with_parts(font, (0, *glyphs)))
    data, starts = bytearray(), [0]
    for glyph in range(font.count):
        if glyph in kept:
            outline = font.outline(glyph)
            data += outline + bytes(-len(outline) % 4)
        starts.append(len(data))
    tables["glyf"] = bytes(data)
    tables["loca"] = struct.pack(f">{len(starts)}I", *starts)
    head = bytearray(tables["head"])
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">I", head, 8, 0)
    tables["head"] = bytes(head)
    tables["post"] = struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0)
    return font_file(tables)
