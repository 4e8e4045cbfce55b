"""The fonts of a PDF file, and the codes that texts have in them.

reportlab subsets and embeds the TrueType fonts; its canvas is not used: it knows no marked
content, and every line of a tagged page has to stand in some.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from quizgen.writers.pdf.file.object_writer import ObjectWriter, escaped, reference
from quizgen.writers.pdf.fonts.faces import Face

if TYPE_CHECKING:
    from quizgen.writers.pdf.file.cid_font import GlyphFont
    from quizgen.writers.pdf.fonts.scripts.shaping import ScriptFace


class FontResources:
    """Encodes texts, and embeds the fonts that they are in.

    It is made before anything is written to `file`: the first objects are reportlab's.
    """

    def __init__(self, file: ObjectWriter) -> None:
        self._file = file
        self._document = pdfdoc.PDFDocument(compression=1, invariant=1)
        while file.count < self._document.objectcounter:
            file.reserve()
        self._faces: dict[Face, _Codes] = {}
        self._glyph_fonts: dict[ScriptFace, GlyphFont] = {}

    def encode(self, text: str, face: Face) -> list[tuple[str, str]]:
        """Return `text` in `face` as pairs of a font resource's name and a PDF string's source.

        `face` must have every character of `text`. The fonts in the file hold only the characters
        that were encoded.
        """
        codes = self._faces.get(face)
        if codes is None:
            codes = self._faces[face] = _Codes(face, self._document)
        return codes.encode(text)

    def glyph_font(self, face: ScriptFace) -> GlyphFont:
        """Return the font that `face` is in this file, for text that HarfBuzz has shaped."""
        font = self._glyph_fonts.get(face)
        if font is None:
            from quizgen.writers.pdf.file.cid_font import GlyphFont  # needs HarfBuzz

            font = self._glyph_fonts[face] = GlyphFont(f"/G{len(self._glyph_fonts)}", face)
        return font

    def write(self) -> str:
        """Write all fonts, and return the reference to the dictionary of font resources.

        No text can be encoded afterwards.
        """
        document = self._document
        for font in self._glyph_fonts.values():
            document.idToObject[pdfdoc.BasicFonts][font.name[1:]] = font.write(self._file)
        document.objectcounter = self._file.count
        for font in document.delayedFonts:
            font.addObjects(document)
        while self._file.count < document.objectcounter:
            self._put_foreign(self._file.reserve())
        self._put_foreign(1)
        return reference(1)

    def _put_foreign(self, number: int) -> None:
        """Write the object `number` of reportlab's, which may add others while it is written."""
        document = self._document
        source = pdfdoc.format(
            document.idToObject[document.numberToId[number]], document, toplevel=1
        )
        self._file.put_body(number, source.rstrip())


class _Codes(dict[int, str]):
    """Maps a character to its code in a font of the file, a character of one byte.

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
            return [(self._resource(0), escaped(encoded))]
        parts: list[tuple[str, str]] = []
        for character in text:
            subset, code = self._later.get(character) or (0, self[ord(character)])
            parts.append((self._resource(subset), escaped(code)))
        return parts

    def _resource(self, subset: int) -> str:
        if subset not in self._resources:
            name = self._typeface.getSubsetInternalName(subset, self._document)
            self._resources[subset] = str(name)
        return self._resources[subset]
