"""Hyphens at the ends of lines: where a word may be parted, and what is drawn there."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from quizgen.model.pattern import pattern
from quizgen.writers.pdf.fonts.faces import MONO, Face
from quizgen.writers.pdf.layout.text_runs import SOFT_HYPHEN, TextBox, make_text_box

Hyphenate: TypeAlias = Callable[[str], Sequence[int]]
"""Returns the places in a word before which it may be parted."""

_WORD = pattern(r"(?P<before>[^\w]*)(?P<letters>[^\W\d_]{6,80})[^\w]*")
"""A word of letters alone: no id, no number, no address. The longest of German have 79 letters."""


def never(word: str) -> Sequence[int]:
    """Return no places, whatever the `word`."""
    return ()


@functools.cache
def hyphenation(language: str) -> Hyphenate:
    """Return where words of `language`, a BCP 47 tag, may be parted, by pyphen's patterns.

    At least two letters stand before a hyphen and three behind it, as in TeX.
    """

    @functools.cache
    def places(word: str) -> Sequence[int]:
        import pyphen  # takes a while, and few sheets have such words

        code = pyphen.language_fallback(language.replace("-", "_"))
        return tuple(pyphen.Pyphen(lang=code, left=2, right=3).positions(word)) if code else ()

    return places


def parted(text_box: TextBox, hyphenate: Hyphenate) -> Iterator[TextBox]:
    """Yield `text_box` in the parts that `hyphenate` allows; code and what is shaped is whole."""
    face, font, text = text_box.face, text_box.font, text_box.text
    match = _WORD.fullmatch(text)
    start = 0
    if match and isinstance(face, Face) and not text_box.level and font.family is not MONO:
        for place in hyphenate(match["letters"]):
            end = match.start("letters") + place
            part = make_text_box(text[start:end], face, font, True, owner=text_box.owner)
            yield part._replace(is_parted=True)
            start = end
    if not start:
        yield text_box
        return
    rest = make_text_box(text[start:], face, font, text_box.stop, owner=text_box.owner)
    yield rest._replace(is_parted=text_box.is_parted)


def hyphen_width(box: object) -> float:
    """Return the width of the hyphen that `box` bears at the end of a line; 0 for none."""
    if not isinstance(box, TextBox) or not box.is_parted or not isinstance(box.face, Face):
        return 0.0
    return box.face.measure(_hyphen(box.face), box.font.size)


def with_hyphen(text_box: TextBox) -> TextBox:
    """Return `text_box`, the last of a line, with its hyphen if it `is_parted`."""
    face = text_box.face
    if not text_box.is_parted or not isinstance(face, Face):
        return text_box
    text = text_box.text + _hyphen(face)
    ended = make_text_box(text, face, text_box.font, True, owner=text_box.owner)
    return ended._replace(is_parted=True)


def _hyphen(face: Face) -> str:
    """Return the sign for a hyphen in `face`."""
    return SOFT_HYPHEN if ord(SOFT_HYPHEN) in face.widths else "-"
