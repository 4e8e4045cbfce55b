"""Words as text boxes: measured inline boxes that lines are put together from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quizgen.model.dataclass import dataclass
from quizgen.model.pattern import pattern
from quizgen.writers.pdf.fonts.faces import Face, Font, chain
from quizgen.writers.pdf.fonts.font_selection import AnyFace, FontBook
from quizgen.writers.pdf.layout.break_opportunities import may_end
from quizgen.writers.pdf.layout.glyph_lookup import glyph
from quizgen.writers.pdf.layout.tags import Tag
from quizgen.writers.pdf.layout.word_ends import ends_of_words

if TYPE_CHECKING:
    from quizgen.writers.pdf.fonts.scripts.shaping import ShapedGlyph

_SIMPLE = pattern(r"[!-,.0-~]+")
"""Words that every face has and no line ends within: all of ASCII but hyphen and slash."""

SOFT_HYPHEN = "\u00ad"
"""Where a word may be parted, and how its hyphen is written at the end of a line: so what is
copied or read aloud is the word."""

_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
"""Invisible, but they change the letters beside them."""


@dataclass(slots=True)
class TextBox:
    """Characters of one face. `text` ends with the space after them, where there is one.

    `width` (points) is without that space, `advance` with it. A line may end after the
    text box if `stop`. `level` is odd where it runs from right to left (UAX 9). `glyphs`,
    from left to right, are what HarfBuzz made of `text`; empty where `face` needs none of it.
    `owner` is the element that the characters are, a link or words in another language, where
    they are not just a part of their paragraph. A word that `is_parted` goes on in the next text
    box: a line that ends here bears a hyphen. A named tuple would be read in three times the time.
    """

    text: str
    face: AnyFace
    font: Font
    width: float
    advance: float
    stop: bool
    level: int = 0
    glyphs: tuple[ShapedGlyph, ...] = ()
    owner: Tag | None = None
    is_parted: bool = False

    def _replace(self, **changes: Any) -> TextBox:
        """Return the box with `changes`, as the named tuples beside it do."""
        return replace(self, **changes)


class Shaper:
    """Cuts texts of one embedding level into text boxes, and remembers every word.

    Half of a naive writer's time goes into measuring the same words again.
    """

    def __init__(self, book: FontBook, level: int = 0) -> None:
        self._book = book
        self._level = level
        self._words: dict[Font, tuple[_Words, _Words]] = {}

    def shape(self, text: str, font: Font) -> list[TextBox]:
        """Return the text boxes of `text`. A run of spaces counts as one.

        Where `text` does not end in a space, nor may a line end there: the next run
        belongs to the same word.
        """
        spaced, bare = self._words.get(font) or self._remember(font)
        if " " not in text:
            return list(bare[text])
        words = text.split(" ")
        last = words.pop()
        if "  " in text:
            words = words[:1] + [word for word in words[1:] if word]
        text_boxes = [text_box for boxes in map(spaced.__getitem__, words) for text_box in boxes]
        if last:
            text_boxes += bare[last]
        return text_boxes

    def _remember(self, font: Font) -> tuple[_Words, _Words]:
        caches = self._new(font, " "), self._new(font, "")
        self._words[font] = caches
        return caches

    def _new(self, font: Font, space: str) -> _Words:
        return _Words(font, space, self._book, self._level)


class _Words(dict[str, tuple[TextBox, ...]]):
    """Maps a word to its text boxes in `font`, with `space` after the last one."""

    def __init__(self, font: Font, space: str, book: FontBook, level: int) -> None:
        super().__init__()
        self._font = font
        self._book = book
        self._level = level
        self._face = chain(font.family, font.strong, font.italic)[0]
        self._space = space

    def __missing__(self, word: str) -> tuple[TextBox, ...]:
        if not self._level and _SIMPLE.fullmatch(word):
            plain = make_text_box(
                word + self._space, self._face, self._font, stop=bool(self._space)
            )
            self[word] = (plain,)
        else:
            text = unicodedata.normalize("NFC", word) + self._space
            self[word] = tuple(_cut(text, self._font, self._book, self._level))
        return self[word]


def _cut(text: str, font: Font, book: FontBook, level: int) -> Iterator[TextBox]:
    """Yield `text` cut wherever the face changes or a line may end."""
    pending, face = "", None
    ends = ends_of_words(text)
    for index, character in enumerate(text):
        if pending and not isinstance(face, Face) and _goes_on(character, face, level):
            displayed, pending = character, pending + character
        elif (drawn := glyph(character, font, book)) is not None:
            displayed = drawn.text
            if pending and face is not None and (drawn.face is not face or drawn.missing):
                yield make_text_box(
                    pending, _shaping_face(face, pending, book, level), font, False, level
                )
                pending = ""
            if drawn.missing:
                yield make_text_box(displayed, drawn.face, font, True, level + level % 2)
            else:
                pending, face = pending + displayed, drawn.face
        else:
            displayed = ""
        if _parts(text, index) and pending and isinstance(face, Face) and not level:
            yield make_text_box(pending, face, font, True)._replace(is_parted=True)
            pending = ""
        if pending and face is not None and (index in ends or may_end(text, index, displayed)):
            yield make_text_box(
                pending, _shaping_face(face, pending, book, level), font, True, level
            )
            pending = ""
    if pending and face is not None:
        yield make_text_box(pending, _shaping_face(face, pending, book, level), font, False, level)


def _parts(text: str, index: int) -> bool:
    """Return whether the character at `index` is a soft hyphen within a word."""
    return text[index] == SOFT_HYPHEN and text[index + 1 : index + 2].isalpha()


def _goes_on(character: str, face: AnyFace | None, level: int) -> bool:
    """Return whether `character` belongs to the letters in `face` before it.

    Accents and joiners do, and so does any character that `face` has in text from right to left,
    so that a word is not cut up.
    """
    if face is None or isinstance(face, Face):
        return False
    if character in _JOINERS:
        return True
    return ord(character) in face.codes and (
        level % 2 == 1 or unicodedata.category(character).startswith("M")
    )


def _shaping_face(face: AnyFace, text: str, book: FontBook, level: int) -> AnyFace:
    """Return `face`, or its HarfBuzz form where `text` needs it.

    Accents without a code of their own and text from right to left need HarfBuzz.
    """
    if not isinstance(face, Face):
        return face
    if level % 2 or (not text.isascii() and any(map(unicodedata.combining, text))):
        return book.shaped(face) or face
    return face


def make_text_box(
    text: str, face: AnyFace, font: Font, stop: bool, level: int = 0, owner: Tag | None = None
) -> TextBox:
    """Return `text` as a text box. `face` has all its characters; only the last may be a space."""
    if isinstance(face, Face):
        advance = width = face.measure(text, font.size)
        if text[-1] == " ":
            width -= face.measure(" ", font.size)
        return TextBox(text, face, font, width, advance, stop, level, owner=owner)
    shaped = face.shape(text, rtl=level % 2 == 1)
    advance = width = shaped.width * font.size / 1000
    if text[-1] == " ":
        width -= face.measure(" ", font.size)
    return TextBox(text, face, font, width, advance, stop, level, shaped.glyphs, owner)
