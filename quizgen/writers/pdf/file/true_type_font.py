"""Fonts whose codes are single bytes, in a PDF file (ISO 32000-1, 9.6.3)."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.writers.pdf.file.font_parts import FontParts, part_name
from quizgen.writers.pdf.file.object_writer import ObjectWriter, reference
from quizgen.writers.pdf.fonts.truetype import TrueType


def write_font(
    file: ObjectWriter,
    name: str,
    number: int,
    font: TrueType,
    codes: Sequence[int],
    parts: FontParts,
) -> str:
    """Write the part of `font` that has the characters of `codes`; return the reference to it.

    A place in `codes` is the code of the character there. `name` is that of the font resource, and
    `number` tells the fonts of a file that are parts of one. The part is one of `parts`.
    """
    full_name = part_name(font, number)
    part = parts.part(font, number, codes)
    to_unicode = _write_stream(file, "", part.to_unicode)
    program = _write_stream(file, f" /Length1 {part.size}", part.program)
    descriptor = _write(
        file,
        f"<<\n/Ascent {font.ascent:g} /CapHeight {font.cap_height:g} /Descent {font.descent:g}"
        f" /Flags {font.flags} /FontBBox [ {' '.join(f'{edge:g}' for edge in font.box)} ]"
        f" /FontFile2 {program} \n  /FontName /{full_name} /ItalicAngle {font.slope:g}"
        f" /MissingWidth {font.missing_width:g} /StemV {_stem(font.weight)}"
        " /Type /FontDescriptor\n>>",
    )
    return _write(
        file,
        f"<<\n/BaseFont /{full_name} /FirstChar 0 /FontDescriptor {descriptor}"
        f" /LastChar {len(codes) - 1} /Name {name} /Subtype /TrueType \n "
        f" /ToUnicode {to_unicode} /Type /Font /Widths [ {part.widths} ]\n>>",
    )


def _stem(weight: int) -> int:
    """Return how thick upright strokes are in a font of `weight`, in 1/1000 em: PDFlib's guess."""
    return 50 + int((weight / 65) ** 2)


def _write(file: ObjectWriter, source: str) -> str:
    """Write a new object from its PDF `source`, outside of compressed groups."""
    number = file.reserve()
    file.put_body(number, source.encode("latin-1"))
    return reference(number)


def _write_stream(file: ObjectWriter, entries: str, deflated: bytes) -> str:
    head = f"<<\n/Filter [ /FlateDecode ] /Length {len(deflated)}{entries}\n>>\nstream\n"
    number = file.reserve()
    file.put_body(number, head.encode("latin-1") + deflated + b"endstream")
    return reference(number)
