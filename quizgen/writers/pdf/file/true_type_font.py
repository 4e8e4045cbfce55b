"""Fonts whose codes are single bytes, in a PDF file (ISO 32000-1, 9.6.3)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from quizgen.writers.pdf.file.object_writer import ObjectWriter, reference
from quizgen.writers.pdf.fonts.subset import subset
from quizgen.writers.pdf.fonts.truetype import TrueType

_ROW = 10
"""So many widths stand on a line."""
_LETTERS = str.maketrans("0123456789", "ABCDEFGIJK")
"""The capitals that stand for figures in the name of a part: reportlab's, which leave H out."""


def write_font(
    file: ObjectWriter, name: str, number: int, font: TrueType, codes: Sequence[int]
) -> str:
    """Write the part of `font` that has the characters of `codes`; return the reference to it.

    A place in `codes` is the code of the character there. `name` is that of the font resource, and
    `number` tells the fonts of a file that are parts of one.
    """
    prefix = f"{number:06}".translate(_LETTERS)
    full_name = f"{prefix}+{font.name}"
    to_unicode = _write_stream(file, "", _to_unicode(full_name, codes).encode())
    data = subset(font, codes)
    program = _write_stream(file, f" /Length1 {len(data)}", data)
    descriptor = _write(
        file,
        f"<<\n/Ascent {font.ascent:g} /CapHeight {font.cap_height:g} /Descent {font.descent:g}"
        f" /Flags {font.flags} /FontBBox [ {' '.join(f'{edge:g}' for edge in font.box)} ]"
        f" /FontFile2 {program} \n  /FontName /{full_name} /ItalicAngle {font.slope:g}"
        f" /MissingWidth {font.missing_width:g} /StemV {_stem(font.weight)}"
        " /Type /FontDescriptor\n>>",
    )
    widths = [f"{font.widths.get(code, font.missing_width):g}" for code in codes]
    rows = [" ".join(widths[place : place + _ROW]) for place in range(0, len(widths), _ROW)]
    joined = " \n  ".join(rows)
    return _write(
        file,
        f"<<\n/BaseFont /{full_name} /FirstChar 0 /FontDescriptor {descriptor}"
        f" /LastChar {len(codes) - 1} /Name {name} /Subtype /TrueType \n "
        f" /ToUnicode {to_unicode} /Type /Font /Widths [ {joined} ]\n>>",
    )


def _stem(weight: int) -> int:
    """Return how thick upright strokes are in a font of `weight`, in 1/1000 em: PDFlib's guess."""
    return 50 + int((weight / 65) ** 2)


def _to_unicode(name: str, codes: Sequence[int]) -> str:
    """Return the ToUnicode CMap of the font `name`, from codes to characters (9.10.3)."""
    lines = "\n".join([f"<{place:02X}> <{code:04X}>" for place, code in enumerate(codes)])
    return _CMAP.format(name=name, last=f"{len(codes) - 1:02X}", count=len(codes), lines=lines)


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry ({name})
/Ordering ({name})
/Supplement 0
>> def
/CMapName /{name} def
/CMapType 2 def
1 begincodespacerange
<00> <{last}>
endcodespacerange
{count} beginbfchar
{lines}
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _write(file: ObjectWriter, source: str) -> str:
    """Write a new object from its PDF `source`, outside of compressed groups."""
    number = file.reserve()
    file.put_body(number, source.encode("latin-1"))
    return reference(number)


def _write_stream(file: ObjectWriter, entries: str, data: bytes) -> str:
    deflated = zlib.compress(data)
    head = f"<<\n/Filter [ /FlateDecode ] /Length {len(deflated)}{entries}\n>>\nstream\n"
    number = file.reserve()
    file.put_body(number, head.encode("latin-1") + deflated + b"endstream")
    return reference(number)
