"""Words to fragments: measured pieces that lines are put together from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.writers.pdf.fonts import Face, Font, chain
from quizgen.writers.pdf.glyphs import glyph

_SIMPLE = re.compile(r"[!-,.0-~]+")
"""Words that every face has and no line ends within: all of ASCII but hyphen and slash."""

_ZERO_WIDTH_SPACE = "\u200b"
_HYPHENS = "-\u2010/"
_DASHES = "\u2013\u2014"


class Fragment(NamedTuple):
    """Characters of one face. `text` ends with the space after them, where there is one.

    `width` (points) is without that space, `advance` with it. A line may end after the
    fragment if `stop`.
    """

    text: str
    face: Face
    font: Font
    width: float
    advance: float
    stop: bool


class Speller:
    """Cuts texts into fragments and remembers every word: half of a naive writer's time
    goes into measuring the same words again."""

    def __init__(self) -> None:
        self._words: dict[Font, tuple[_Words, _Words]] = {}

    def spell(self, text: str, font: Font) -> list[Fragment]:
        """The fragments of `text`. A run of spaces counts as one.

        Where `text` does not end in a space, nor may a line end there: the next run
        belongs to the same word.
        """
        spaced, bare = self._words.get(font) or self._remember(font)
        if " " not in text:
            return list(bare[text])
        *words, last = text.split(" ")
        if "  " in text:
            words = words[:1] + [word for word in words[1:] if word]
        fragments = [fragment for word in words for fragment in spaced[word]]
        if last:
            fragments += bare[last]
        return fragments

    def _remember(self, font: Font) -> tuple[_Words, _Words]:
        caches = self._words[font] = _Words(font, " "), _Words(font, "")
        return caches


class _Words(dict[str, tuple[Fragment, ...]]):
    """From a word to its fragments in `font`, with `space` after the last one."""

    def __init__(self, font: Font, space: str) -> None:
        super().__init__()
        self._font = font
        self._face = chain(font.family, font.strong, font.italic)[0]
        self._space = space

    def __missing__(self, word: str) -> tuple[Fragment, ...]:
        if _SIMPLE.fullmatch(word):
            plain = measured(word + self._space, self._face, self._font, stop=bool(self._space))
            self[word] = (plain,)
        else:
            text = unicodedata.normalize("NFC", word) + self._space
            self[word] = tuple(_cut(text, self._font))
        return self[word]


def _cut(text: str, font: Font) -> Iterator[Fragment]:
    """`text` cut wherever the face changes or a line may end."""
    pending, face = "", None
    for index, character in enumerate(text):
        shown = glyph(character, font)
        if shown is not None:
            if pending and face is not None and shown.face is not face:
                yield measured(pending, face, font, stop=False)
                pending = ""
            pending, face = pending + shown.text, shown.face
        if pending and face is not None and _may_end(text, index, shown and shown.text):
            yield measured(pending, face, font, stop=True)
            pending = ""
    if pending and face is not None:
        yield measured(pending, face, font, stop=False)


def measured(text: str, face: Face, font: Font, stop: bool) -> Fragment:
    """A fragment of characters that `face` has, at most the last of them a space."""
    advance = width = face.measure(text, font.size)
    if text[-1] == " ":
        width -= face.measure(" ", font.size)
    return Fragment(text, face, font, width, advance, stop)


def _may_end(text: str, index: int, shown: str | None) -> bool:
    """Whether a line may end after the character at `index`, printed as `shown`.

    The rules of Unicode's line breaking (UAX 14) that matter without a dictionary: after
    spaces, dashes, and hyphens or slashes between a word and a word. Not before a digit:
    "COVID-19" and "S/RES/1718" stay whole. After a character printed as its code, too.
    """
    character = text[index]
    if shown is None:
        return character == _ZERO_WIDTH_SPACE
    if shown == " " or len(shown) > 1:
        return True
    if index + 1 == len(text) or text[index + 1] == " ":
        return False
    if character in _DASHES:
        return True
    joins = index > 0 and text[index - 1].isalnum() and text[index + 1].isalpha()
    return joins and character in _HYPHENS
