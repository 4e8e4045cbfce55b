"""What is printed for a character: itself, a stand-in, nothing, or its code."""

from __future__ import annotations

import unicodedata

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.fonts.faces import SERIF, Font
from quizgen.writers.pdf.fonts.font_selection import AnyFace, FontBook

_STAND_INS = {"\u2010": "-", "\u2011": "-", "\u2015": "\u2014"}
"""Same shape; tried before a character counts as missing."""

_VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2"
"""Format characters that do show: signs that span the digits after them."""

_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
"""Default ignorable code points (Unicode, DerivedCoreProperties.txt) of other categories."""


_ANY = Font(SERIF, 1.0)
"""The uprights of both families are tried for it, as for every font."""


class Glyph(NamedTuple):
    """`text` (one character, or several for a missing one) as set in `face`."""

    text: str
    face: AnyFace
    missing: bool = False


def glyph(character: str, font: Font, book: FontBook) -> Glyph | None:
    """Return how `character` is set in `font`; None for a character without appearance.

    White space that no face has becomes a plain space. Any other character that no face
    has becomes its code, ``‹U+1F600›``, so that a reader sees that something stood there.
    """
    if is_invisible(character):
        return None
    face = book.resolve(character, font)
    if face:
        return Glyph(character, face)
    plain = _STAND_INS.get(character, " " if character.isspace() else "")
    if plain:
        return Glyph(plain, _face(plain, font, book))
    return Glyph(f"‹U+{ord(character):04X}›", _face("U", font, book), missing=True)


def is_invisible(character: str) -> bool:
    """Return whether `character` has no appearance of its own.

    That is: joiners, marks of direction, variation selectors, soft hyphens.
    """
    if character < "\xad":
        return False
    return (
        (unicodedata.category(character) == "Cf" and character not in _VISIBLE_FORMATS)
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0000" <= character <= "\U000e0fff"
        or character in _FILLERS
    )


def _face(character: str, font: Font, book: FontBook) -> AnyFace:
    glyph_font = book.resolve(character, font)
    assert glyph_font is not None, "every face has ASCII"
    return glyph_font


def is_printable(character: str, book: FontBook) -> bool:
    """Return whether some face of `book` shows `character`, or it has nothing to show."""
    drawn = glyph(character, _ANY, book)
    return drawn is None or not drawn.missing
