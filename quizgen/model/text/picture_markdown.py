"""Pictures in Markdown beyond CommonMark: names with spaces, and ``{width=50%}`` behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.text.runs import SOUND_SUFFIXES, Image, PictureWidth

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_SUFFIXES = "|".join(map(re.escape, (".png", ".jpg", ".jpeg", ".gif", ".webp", *SOUND_SUFFIXES)))
_NAME_PART = r"(?:[^()\n<>\"]|\([^()\n<>\"]{0,60}\)){1,200}?"
_SPACED = pattern(
    rf"!\[(?P<alt>[^\[\]\n]{{0,500}})\]\(\s?(?P<name>{_NAME_PART}(?:{_SUFFIXES}))\s?\)",
    re.IGNORECASE,
)
"""A picture or sound whose name ends like one. The lengths are bounded, so that a text of nothing
but beginnings takes no time."""

_ATTRIBUTES = pattern(r"\{(?P<inner>[^{}\n]{1,80})\}")
_WIDTH = pattern(r"width\s*=\s*([\"']?)(?P<amount>\d{1,3}(?:\.\d{1,2})?)\s*(?P<unit>%|mm|cm|in)\1")
_BESIDE = ".beside"
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}
MIN_SHARE, MAX_SHARE = 5.0, 100.0
"""Per cent of a line. A wider picture would stand in the margin."""
MIN_WIDTH, MAX_WIDTH = 3.0, 300.0
"""Millimetres: from a sign to as wide as Legal paper is high."""


def spaced_name_plugin(parser: MarkdownIt) -> None:
    """Teach `parser` pictures and sounds whose names have spaces: ``![a map](my map.png)``.

    CommonMark takes such a name only between angle brackets, and would show the signs.
    """
    parser.inline.ruler.before("image", "spaced_name", _spaced_name)


def _spaced_name(state: StateInline, silent: bool) -> bool:
    """Read a picture at the place of `state`, and return whether there was one."""
    if not state.src.startswith("![", state.pos):
        return False
    match = _SPACED.match(state.src, state.pos)
    if match is None or not re.search(r"\s", match["name"].strip()):
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.attrs = {"src": quote(match["name"].strip())}
        token.content = match["alt"]
        token.children = []
        state.md.inline.parse(token.content, state.md, state.env, token.children)
    state.pos = match.end()
    return True


class Sized(NamedTuple):
    """A picture as its attributes say, and `length`: how many characters these took."""

    image: Image
    length: int


def sized(image: Image, following: str) -> Sized:
    """Return `image` with the attributes at the beginning of the text `following` it.

    These are ``width=`` in per cent, mm, cm or in, and ``.beside``. Where anything else is among
    them, nothing is read, so that it can be told.
    """
    match = _ATTRIBUTES.match(following)
    if match is None:
        return Sized(image, 0)
    inner, width = match["inner"], image.width
    if wish := _WIDTH.search(inner):
        width = _width(float(wish["amount"]), wish["unit"])
        if width is None:
            return Sized(image, 0)
        inner = inner[: wish.start()] + " " + inner[wish.end() :]
    words = inner.split()
    if words not in ([], [_BESIDE]) or not (words or wish):
        return Sized(image, 0)
    return Sized(Image(image.name, image.alt, width, bool(words)), match.end())


def _width(amount: float, unit: str) -> PictureWidth | None:
    """Return the width of `amount` in `unit`, or None where no picture can be so wide."""
    if unit == "%":
        return PictureWidth(amount, True) if MIN_SHARE <= amount <= MAX_SHARE else None
    wide = amount * _MILLIMETRES[unit]
    return PictureWidth(wide, False) if MIN_WIDTH <= wide <= MAX_WIDTH else None


def attributes(image: Image) -> str:
    """Return what stands behind `image` in Markdown; empty for a picture as it is."""
    words = [f"width={image.width.css}"] if image.width else []
    words += [_BESIDE] if image.is_beside else []
    return f"{{{' '.join(words)}}}" if words else ""
