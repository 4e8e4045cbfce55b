"""What stands on a page: plain values, placed from the top left corner of their row.

All lengths are points; y grows downwards, and x from the side that lines begin at: the
right one where a document runs from right to left. Every item names the `Tag` that it is a part
of, or None for what is there for the eye alone, which PDF calls an artifact. What draws nothing
and has no place across the page is a `StructureMark`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.fonts.faces import Face
from quizgen.writers.pdf.layout.form_fields import ScreenField
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


class DrawCircle(NamedTuple):
    """A circle in a square from its top left corner: an outline, or filled where `stroke` is 0.

    `width` is its diameter.
    """

    x: float
    y: float
    width: float
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
    """An invisible rectangle, from its top left corner, that leads to the address of its link."""

    x: float
    y: float
    width: float
    height: float
    tag: LinkTag


class FormField(NamedTuple):
    """A field to fill in on a screen, from its top left corner.

    `tag` holds nothing else (PDF/UA-1, 7.18.4), and is of the kind ``Form``.
    """

    x: float
    y: float
    width: float
    height: float
    field: ScreenField
    tag: Tag


class UpsideDown(NamedTuple):
    """What is read with the sheet turned round: `display_list` in a rectangle, turned by 180°.

    Its items are placed from the top left corner of the rectangle, as if it were not turned. They
    are all in the element `tag`.
    """

    x: float
    y: float
    width: float
    height: float
    display_list: tuple[DisplayItem, ...]
    tag: Tag | None = None


class Bookmark(NamedTuple):
    """The target of an entry of the document's outline: the top of the row that it is in."""

    title: str
    tag: None = None


class EmptyTag(NamedTuple):
    """A structure element without content that must exist all the same, as an empty cell."""

    tag: Tag


class EndTag(NamedTuple):
    """The end of `tag`: what was drawn since its first item is in it, and nothing drawn later."""

    tag: Tag


DrawOperation: TypeAlias = (
    DrawText | DrawGlyphs | DrawRule | DrawBox | DrawCircle | DrawPicture | DrawFormula
)
PlacedItem: TypeAlias = DrawOperation | LinkArea | FormField | UpsideDown
StructureMark: TypeAlias = Bookmark | EmptyTag | EndTag
DisplayItem: TypeAlias = PlacedItem | StructureMark


def lowered(display_list: Iterable[DisplayItem], points: float) -> tuple[DisplayItem, ...]:
    """Return `display_list` moved down by `points`, or up where they are negative."""
    return tuple(
        [
            item if isinstance(item, StructureMark) else item._replace(y=item.y + points)
            for item in display_list
        ]
    )


def flipped(display_list: Iterable[DisplayItem], width: float) -> tuple[DisplayItem, ...]:
    """Return `display_list` placed from the other side of an area that is `width` points wide."""
    return tuple(
        [
            item
            if isinstance(item, StructureMark)
            else item._replace(x=width - item.x - item.width)
            for item in display_list
        ]
    )
