"""What stands on a page: plain values, placed from the top left corner of their row.

All lengths are points; y grows downwards, and x from the side that lines begin at: the
right one where a document runs from right to left. Every mark names the structure element it is
part of, or None for what is there for the eye alone (PDF calls that an artifact).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizgen.writers.pdf.fonts.faces import Face
from quizgen.writers.pdf.layout.images import Picture
from quizgen.writers.pdf.layout.math import Formula
from quizgen.writers.pdf.layout.tags import LinkTag, Tag

if TYPE_CHECKING:
    from quizgen.writers.pdf.fonts.scripts.shaping import ScriptFace, ShapedGlyph


class DrawText(NamedTuple):
    """Characters of one face on one baseline. `face` has every one of them."""

    x: float
    y: float
    width: float
    text: str
    face: Face
    size: float
    grey: float = 0.0
    tag: Tag | None = None


class DrawGlyphs(NamedTuple):
    """What HarfBuzz made of `text`: glyphs on one baseline, from left to right.

    `rtl`: it is read from right to left.
    """

    x: float
    y: float
    width: float
    text: str
    glyphs: tuple[ShapedGlyph, ...]
    face: ScriptFace
    size: float
    rtl: bool = False
    grey: float = 0.0
    tag: Tag | None = None


class DrawRule(NamedTuple):
    """A horizontal line whose middle is at `y`."""

    x: float
    y: float
    width: float
    stroke: float
    grey: float = 0.0
    tag: Tag | None = None


class DrawBox(NamedTuple):
    """A rectangle from its top left corner: an outline, or filled where `stroke` is 0."""

    x: float
    y: float
    width: float
    height: float
    stroke: float
    grey: float = 0.0
    tag: Tag | None = None


class DrawPicture(NamedTuple):
    """A picture from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    tag: Tag | None = None


class DrawFormula(NamedTuple):
    """A formula, `scale` times as large as it was set, that begins at `x` on a baseline."""

    x: float
    y: float
    width: float
    formula: Formula
    scale: float
    grey: float = 0.0
    tag: Tag | None = None


class LinkArea(NamedTuple):
    """No ink: a rectangle from its top left corner that leads to where its link does."""

    x: float
    y: float
    width: float
    height: float
    tag: LinkTag


class Bookmark(NamedTuple):
    """No ink: where an entry of the document's outline leads to."""

    title: str
    tag: None = None


class EmptyTag(NamedTuple):
    """No ink: an element without content that must be there all the same, as an empty cell."""

    tag: Tag


class EndTag(NamedTuple):
    """No ink: all that was painted since the first mark of `tag` is in it, and nothing that is
    painted later."""

    tag: Tag


DrawOperation: TypeAlias = DrawText | DrawGlyphs | DrawRule | DrawBox | DrawPicture | DrawFormula
DisplayItem: TypeAlias = DrawOperation | LinkArea | Bookmark | EmptyTag | EndTag
