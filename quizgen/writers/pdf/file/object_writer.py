"""A PDF file being written: numbered objects, fonts, and the table that finds them.

Objects go out as source as soon as they are known: nothing but their places is kept.
reportlab subsets and embeds the TrueType fonts; its canvas is not used, for it knows no
marked content, and every line of a page's code has to stand in some.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from quizgen.project.pdf_integrity import file_identifier
from quizgen.writers.pdf.fonts.faces import Face

if TYPE_CHECKING:
    from quizgen.writers.pdf.file.cid_font import GlyphFont
    from quizgen.writers.pdf.fonts.scripts.shaping import ScriptFace

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""1.7 is what PDF/UA-1 builds on; the second line tells transfer programs that this is binary."""

_ENTRY = struct.Struct(">BIH")
"""What the file's table says of an object: its kind, and where it is (ISO 32000-1, 7.5.8)."""
_GROUP = 200
"""So many objects are compressed together: enough to compress well, few to find one among."""
_EFFORT = 5
"""zlib's level. Its usual 6 takes 1.6 times as long on 2,000 questions and saves 1 % of the size;
4 takes 0.8 times as long and loses 7 %."""


class ObjectWriter:
    """Numbers objects and writes them. References are their source, as ``12 0 R``."""

    def __init__(self) -> None:
        self._out = bytearray(_HEADER)
        self._table = bytearray(_ENTRY.pack(0, 0, 65535))
        self._group: list[tuple[int, str]] = []
        self._fonts = pdfdoc.PDFDocument(compression=1, invariant=1)
        self._count = 0
        while self._count < self._fonts.objectcounter:
            self.reserve()
        self._faces: dict[Face, _Codes] = {}
        self._glyph_fonts: dict[ScriptFace, GlyphFont] = {}

    def reserve(self) -> int:
        """The number of an object that is yet to be `put`."""
        self._count += 1
        return self._count

    def put(self, number: int, source: str) -> None:
        """Write the object `number`, which is no stream."""
        self._group.append((number, source))
        if len(self._group) == _GROUP:
            self._put_group()

    def add(self, source: str) -> str:
        """Write a new object; returns the reference to it."""
        number = self.reserve()
        self.put(number, source)
        return reference(number)

    def add_stream(self, entries: str, data: bytes, deflate: bool = True) -> str:
        """Write a new stream with `entries` in its dictionary; returns the reference to it."""
        number = self.reserve()
        self._put_body(number, _stream(entries, data, deflate))
        return reference(number)

    def _put_body(self, number: int, body: bytes) -> None:
        self._enter([number], 1, len(self._out))
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, body)

    def _put_group(self) -> None:
        """Write the objects that wait in one compressed stream (ISO 32000-1, 7.5.7)."""
        group, self._group = self._group, []
        stream = self.reserve()
        numbers, sources = [number for number, _ in group], [source for _, source in group]
        self._enter(numbers, 2, stream)
        starts = accumulate([len(source) + 1 for source in sources], initial=0)
        index = " ".join(
            [f"{number} {start}" for number, start in zip(numbers, starts, strict=False)]
        )
        entries = f"/Type/ObjStm/N {len(group)}/First {len(index) + 1}"
        data = "\n".join([index, *sources]).encode("latin-1")
        self._put_body(stream, _stream(entries, data, deflate=True))

    def _enter(self, numbers: Sequence[int], kind: int, place: int) -> None:
        """Enter in the table that the objects `numbers` are at `place`, in this order."""
        missing = (self._count + 1) * _ENTRY.size - len(self._table)
        if missing > 0:
            self._table += bytes(missing)
        for index, number in enumerate(numbers):
            _ENTRY.pack_into(self._table, number * _ENTRY.size, kind, place, index)

    def encode(self, text: str, face: Face) -> list[tuple[str, str]]:
        """`text` as strings of PDF source, each with the name of the font resource it is in.

        `face` must have every character. The file's font holds only what was encoded.
        """
        codes = self._faces.get(face)
        if codes is None:
            codes = self._faces[face] = _Codes(face, self._fonts)
        return codes.encode(text)

    def glyph_font(self, face: ScriptFace) -> GlyphFont:
        """The font of this file that `face` is, for text that HarfBuzz has set."""
        font = self._glyph_fonts.get(face)
        if font is None:
            from quizgen.writers.pdf.file.cid_font import GlyphFont

            font = self._glyph_fonts[face] = GlyphFont(f"/G{len(self._glyph_fonts)}", face)
        return font

    def fonts(self) -> str:
        """The source of the resource dictionary's fonts. No text can be encoded after this."""
        document = self._fonts
        for font in self._glyph_fonts.values():
            document.idToObject[pdfdoc.BasicFonts][font.name[1:]] = font.write(self)
        document.objectcounter = self._count
        for font in document.delayedFonts:
            font.addObjects(document)
        number = self._count
        while number < document.objectcounter:
            number += 1
            self._count = number
            self._put_foreign(number)
        self._put_foreign(1)
        return reference(1)

    def _put_foreign(self, number: int) -> None:
        """Write an object of reportlab's, which may come to need others while it is written."""
        made = self._fonts.idToObject[self._fonts.numberToId[number]]
        self._put_body(number, pdfdoc.format(made, self._fonts, toplevel=1).rstrip())

    def finish(self, root: str, info: str) -> bytes:
        """The file, complete. Its identifier is a digest of what it holds."""
        self._put_group()
        digest = file_identifier(self._out)
        start, number = len(self._out), self.reserve()
        self._enter([number], 1, start)
        entries = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root}/Info {info}"
        table = _stream(f"{entries}/ID[<{digest}><{digest}>]", bytes(self._table), deflate=True)
        self._put_body(number, table)
        self._out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(self._out)


class _Codes(dict[int, str]):
    """From a character to its code in a file's font, one character for the other.

    A font of a PDF file has at most 255 characters; reportlab makes more fonts of one face
    as they are needed. Almost every text needs the first alone.
    """

    def __init__(self, face: Face, document: Any) -> None:
        super().__init__()
        self._typeface = face.typeface
        self._document = document
        self._later: dict[str, tuple[int, str]] = {}
        self._resources: dict[int, str] = {}

    def __missing__(self, code: int) -> str:
        [(subset, data)] = self._typeface.splitString(chr(code), self._document)
        character: str = data.decode("latin-1")
        if subset:
            self._later[chr(code)] = subset, character
        self[code] = character
        return character

    def encode(self, text: str) -> list[tuple[str, str]]:
        encoded = text.translate(self)
        if not self._later or self._later.keys().isdisjoint(text):
            return [(self._resource(0), _escaped(encoded))]
        parts: list[tuple[str, str]] = []
        for character in text:
            subset, code = self._later.get(character) or (0, self[ord(character)])
            parts.append((self._resource(subset), _escaped(code)))
        return parts

    def _resource(self, subset: int) -> str:
        if subset not in self._resources:
            name = self._typeface.getSubsetInternalName(subset, self._document)
            self._resources[subset] = str(name)
        return self._resources[subset]


def reference(number: int) -> str:
    return f"{number} 0 R"


def _stream(entries: str, data: bytes, deflate: bool) -> bytes:
    if deflate:
        data = zlib.compress(data, _EFFORT)
        entries += "/Filter/FlateDecode"
    head = f"<<{entries}/Length {len(data)}>>\nstream\n"
    return head.encode("latin-1") + data + b"\nendstream"


def text_string(text: str) -> str:
    """`text` as the source of a PDF text string: ASCII, else UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({_escaped(text)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _escaped(text: str) -> str:
    """`text`, one character a byte, as it stands in a string's parentheses (ISO 32000-1,
    7.3.4.2)."""
    for special, escape in (("\\", "\\\\"), ("(", "\\("), (")", "\\)"), ("\r", "\\r")):
        text = text.replace(special, escape)
    return text
