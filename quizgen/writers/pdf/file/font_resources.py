"""The fonts of a PDF file, and the codes that texts have in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.writers.pdf.file.font_parts import FontParts
from quizgen.writers.pdf.file.object_writer import ObjectWriter, escaped, reference
from quizgen.writers.pdf.file.true_type_font import write_font
from quizgen.writers.pdf.fonts.faces import Face

if TYPE_CHECKING:
    from quizgen.writers.pdf.file.cid_font import GlyphFont
    from quizgen.writers.pdf.fonts.scripts.shaping import ScriptFace

_SPACE, _NO_BREAK_SPACE = 32, 0xA0
_FONTS_IN_A_ROW = 6
"""So many entries stand on a line of the dictionary of fonts."""


class FontResources:
    """Encodes texts, and embeds the fonts that they are in.

    It is made before anything is written to `file`: the first object is the dictionary of fonts.
    What the file holds of fonts is in `parts`, if given.
    """

    def __init__(self, file: ObjectWriter, parts: FontParts | None = None) -> None:
        self._file = file
        self._parts = parts or FontParts()
        self._number = file.reserve()
        self._faces: dict[Face, _Codes] = {}
        self._glyph_fonts: dict[ScriptFace, GlyphFont] = {}

    def encode(self, text: str, face: Face) -> list[tuple[str, str]]:
        """Return `text` in `face` as pairs of a font resource's name and a PDF string's source.

        `face` must have every character of `text`. The fonts in the file hold only the characters
        that were encoded.
        """
        codes = self._faces.get(face)
        if codes is None:
            codes = self._faces[face] = _Codes(f"/F{len(self._faces) + 1}")
        # Most texts are translated byte by byte, in a third of the time. What is not in the first
        # font, or not yet, has the code 0 in `bytes`, and what is not in Latin-1 has no byte.
        coded = text.encode("latin-1", "ignore").translate(codes.bytes)
        if 0 in coded or len(coded) < len(text):
            return codes.encode(text)
        return [(codes.first, escaped(coded.decode("latin-1")))]

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
        file = self._file
        fonts = {font.name: font.write(file) for font in self._glyph_fonts.values()}
        for face, codes in self._faces.items():
            for number, characters in enumerate(codes.characters):
                name = codes.resource(number)
                fonts[name] = write_font(file, name, number, face.file, characters, self._parts)
        self._parts.keep()
        entries = [f"{name} {fonts[name]}" for name in sorted(fonts)]
        last_row = (len(entries) - 1) // _FONTS_IN_A_ROW * _FONTS_IN_A_ROW
        for place in range(last_row, 0, -_FONTS_IN_A_ROW):
            entries.insert(place, "\n ")
        file.put_body(self._number, f"<<\n{' '.join(entries)}\n>>".encode("latin-1"))
        return reference(self._number)


class _Codes(dict[int, str]):
    """Maps a character to its code in a font of the file: one byte, as the source of a string.

    A font of a PDF file has at most 255 characters; more fonts of one face, which begin with
    `name`, are made as they are needed. Almost every text needs the first alone. `characters` are
    those of each font, by their codes: none has the code 0, and a space has 32 in each.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.first = self.resource(0)
        self._later: dict[str, tuple[int, str]] = {}
        self.bytes = bytearray(256)
        self.bytes[_SPACE] = self.bytes[_NO_BREAK_SPACE] = _SPACE
        self._next = 1
        self.characters = [[0] + [_SPACE] * 32]
        self[_SPACE] = self[_NO_BREAK_SPACE] = " "

    def __missing__(self, code: int) -> str:
        if self._next % 256 == _SPACE:
            self._add(_SPACE)
        if self._next % 256 == 0:
            self.characters.append([])
            self._add(0)
        number, place = divmod(self._next, 256)
        self._add(code)
        self[code] = source = escaped(chr(place))
        if number:
            self._later[chr(code)] = number, source
        elif code < 256:
            self.bytes[code] = place
        return source

    def _add(self, code: int) -> None:
        """Give `code` the next place."""
        number, place = divmod(self._next, 256)
        characters = self.characters[number]
        characters[place : place + 1] = [code]
        self._next += 1

    def encode(self, text: str) -> list[tuple[str, str]]:
        encoded = text.translate(self)
        if not self._later or self._later.keys().isdisjoint(text):
            return [(self.first, encoded)]
        parts: list[tuple[str, str]] = []
        for character in text:
            number, code = self._later.get(character) or (0, self[ord(character)])
            parts.append((self.resource(number), code))
        return parts

    def resource(self, number: int) -> str:
        """Return the name of the font `number` of the face."""
        return f"{self._name}+{number}"
