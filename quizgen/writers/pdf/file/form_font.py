"""The font of what is typed into fields, with 224 characters chosen by the language.

It is embedded without the outlines of all others: viewers take these from fonts of their own.
"""

from __future__ import annotations

import functools
import struct
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase._glyphlist import _glyphname2unicode

from quizgen.writers.pdf.file.form_letters import FIRST, characters, of_page
from quizgen.writers.pdf.file.object_writer import ObjectWriter
from quizgen.writers.pdf.fonts.faces import SANS, face

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
    metrics = typeface.typeface.face
    letters, encoding = _encoding(language)
    widths = " ".join(f"{typeface.widths.get(ord(one), 0):.0f}" for one in letters)
    glyphs = {metrics.charToGlyph.get(ord(one), 0) for one in letters}
    data = _with_outlines_of(glyphs, Path(typeface.path).read_bytes())
    program = file.add_stream(f"/Length1 {len(data)}", data)
    name = typeface.name
    box = " ".join(f"{edge:.0f}" for edge in metrics.bbox)
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {_NOT_SYMBOLIC}/FontBBox[{box}]"
        f"/ItalicAngle 0/Ascent {metrics.ascent:.0f}/Descent {metrics.descent:.0f}"
        f"/CapHeight {metrics.capHeight:.0f}/StemV 80/FontFile2 {program}>>"
    )
    return file.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding{encoding}"
        f"/FirstChar {FIRST}/LastChar 255/Widths[{widths}]/FontDescriptor {descriptor}>>"
    )


@functools.cache
def _encoding(language: str) -> _Encoding:
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


def _with_outlines_of(glyphs: Iterable[int], font: bytes) -> bytes:
    """Return the TrueType file `font`, whose `glyphs` have outlines; the others are empty.

    Glyphs keep their numbers. What says how letters are joined or placed is left out.
    """
    count = struct.unpack_from(">H", font, 4)[0]
    tables: dict[str, bytes] = {}
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if tag.decode("latin-1") in _KEPT:
            tables[tag.decode("latin-1")] = font[start : start + length]
    is_long = struct.unpack_from(">h", tables["head"], 50)[0] == 1
    number = struct.unpack_from(">H", tables["maxp"], 4)[0]
    shape, unit = (">%dI", 1) if is_long else (">%dH", 2)
    places = [place * unit for place in struct.unpack_from(shape % (number + 1), tables["loca"])]
    outlines = [tables["glyf"][start:end] for start, end in pairwise(places)]
    kept = _with_parts({0, *glyphs}, outlines)
    data, starts = bytearray(), [0]
    for glyph, outline in enumerate(outlines):
        if glyph in kept:
            data += outline + bytes(-len(outline) % 4)
        starts.append(len(data))
    tables["glyf"] = bytes(data)
    tables["loca"] = struct.pack(f">{number + 1}I", *starts)
    head = bytearray(tables["head"])
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">I", head, 8, 0)
    tables["head"] = bytes(head)
    tables["post"] = struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0)
    return _font_file(tables)


def _with_parts(glyphs: set[int], outlines: list[bytes]) -> set[int]:
    """Return `glyphs` with those that they are composed of."""
    kept, waiting = set(glyphs), list(glyphs)
    while waiting:
        outline = outlines[waiting.pop()]
        if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
            continue
        place, flags = 10, 0x20
        while flags & 0x20:
            flags, part = struct.unpack_from(">HH", outline, place)
            place += 4 + (4 if flags & 1 else 2)
            place += 2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0
            if part not in kept:
                kept.add(part)
                waiting.append(part)
    return kept


def _font_file(tables: dict[str, bytes]) -> bytes:
    """Return the TrueType file of `tables` (OpenType 1.9, "Organization of an OpenType Font")."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">IHHHH", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    place = len(header) + 16 * count
    directory, body = b"", b""
    for tag in sorted(tables):
        table = tables[tag]
        padded = table + bytes(-len(table) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag.encode(), checksum, place + len(body), len(table))
        body += padded
    return header + directory + body
