"""Fonts that are addressed by glyph, in a PDF file (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from quizgen.writers.pdf.file.object_writer import ObjectWriter
from quizgen.writers.pdf.fonts.scripts.shaping import ScriptFace, ShapedGlyph

_SYSTEM = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_SYMBOLIC = 4
"""The flag that says: these are not the letters of a Latin font (table 123)."""
_UNKNOWN = "\ufffd"
_NOTHING = "\u200b"
"""What a glyph says that has no character of its own: a PDF/UA file maps every glyph."""
_MAX_LINES = 100
"""So many entries may stand in one block of a CMap (Adobe Technical Note 5014)."""


class GlyphFont:
    """A face in a file, with the glyphs that its pages use.

    A code stands for a glyph and what it means there, so that text comes out again as it
    went in. In a font with PostScript outlines a code is a glyph's number or CID, and means
    what it meant first: such a font has no table from codes to glyphs.
    """

    def __init__(self, name: str, face: ScriptFace) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[int, str], int] = {(0, _UNKNOWN): 0}
        self._glyphs: dict[int, tuple[int, str]] = {0: (0, _UNKNOWN)}
        self._advances: dict[int, float] = {}

    def advance(self, gid: int) -> float:
        """Return the width of glyph `gid` as the file states it, in 1/1000 em."""
        if gid not in self._advances:
            self._advances[gid] = round(self._face.advance(gid), 2)
        return self._advances[gid]

    def code(self, glyph: ShapedGlyph) -> int:
        """Return the code of `glyph`, and add it to the glyphs of the font."""
        key = glyph.gid, glyph.text or _NOTHING
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = self._number(glyph.gid)
            self._glyphs.setdefault(code, key)
        return code

    def _number(self, gid: int) -> int:
        """Return a code for glyph `gid`, which the font does not have yet in this meaning."""
        if not self._face.is_cff:
            return len(self._glyphs)
        return self._face.cids[gid] if self._face.cids else gid

    def extracted_text(self, glyphs: Iterable[ShapedGlyph]) -> str:
        """Return the characters that a reader of the file extracts from `glyphs`."""
        return "".join(self._glyphs[self.code(glyph)][1] for glyph in glyphs)

    def write(self, file: ObjectWriter) -> str:
        """Write the font with the glyphs used so far, and return the reference to it."""
        glyphs = sorted(self._glyphs.items())
        gids = sorted({gid for gid, _ in self._glyphs.values()})
        tag = hashlib.sha256(",".join(map(str, gids)).encode()).digest()
        name = "".join(chr(ord("A") + byte % 26) for byte in tag[:6]) + "+" + self._face.name
        kind = "CIDFontType0" if self._face.is_cff else "CIDFontType2"
        widths = "".join(f"{code}[{self.advance(gid):g}]" for code, (gid, _) in glyphs)
        places = ""
        if not self._face.is_cff:
            table = b"".join(gid.to_bytes(2, "big") for _, (gid, _) in glyphs)
            places = f"/CIDToGIDMap {file.add_stream('', table)}"
        descendant = file.add(
            f"<</Type/Font/Subtype/{kind}/BaseFont/{name}{_SYSTEM}{places}"
            f"/FontDescriptor {self._descriptor(name, gids, file)}/DW 1000/W[{widths}]>>"
        )
        to_unicode = file.add_stream("", _to_unicode([(code, text) for code, (_, text) in glyphs]))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant}]/ToUnicode {to_unicode}>>"
        )

    def _descriptor(self, name: str, gids: list[int], file: ObjectWriter) -> str:
        data = self._face.subset(gids)
        if self._face.is_cff:
            kind = "CIDFontType0C" if self._face.cids else "OpenType"
            embedded = f"/FontFile3 {file.add_stream(f'/Subtype/{kind}', data)}"
        else:
            embedded = f"/FontFile2 {file.add_stream(f'/Length1 {len(data)}', data)}"
        ascent, descent = self._face.bounds()
        return file.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}"
            f"/FontBBox[-1000 {descent:.0f} 2000 {ascent:.0f}]/ItalicAngle 0"
            f"/Ascent {ascent:.0f}/Descent {descent:.0f}/CapHeight 700/StemV 80{embedded}>>"
        )


def _to_unicode(codes: list[tuple[int, str]]) -> bytes:
    """Return the ToUnicode CMap, from codes to characters (ISO 32000-1, 9.10.3)."""
    lines = [f"<{code:04X}><{_utf16(text)}>" for code, text in codes]
    blocks = (lines[at : at + _MAX_LINES] for at in range(0, len(lines), _MAX_LINES))
    entries = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return _CMAP.format(entries=entries).encode()


def glyph_strings(glyphs: Iterable[ShapedGlyph], font: GlyphFont, size: float) -> Iterator[str]:
    """Yield the operators that draw `glyphs` in `font`, each where HarfBuzz puts it."""
    code, rise, owed = "", 0.0, 0.0
    for glyph in glyphs:
        if abs(glyph.y - rise) > 0.01:
            yield from _operators(code)
            code, rise = "", glyph.y
            yield f"{rise * size / 1000:.2f} Ts"
        owed += glyph.x
        if abs(owed) > 0.01:
            code += f">{-owed:.2f}<" if code else f"{-owed:.2f}<"
        elif not code:
            code = "<"
        code += f"{font.code(glyph):04X}"
        owed = glyph.advance - font.advance(glyph.gid) - glyph.x
    yield from _operators(code)
    if rise:
        yield "0 Ts"


def _operators(code: str) -> Iterator[str]:
    if code:
        yield f"[{code}>]TJ"


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
{entries}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
