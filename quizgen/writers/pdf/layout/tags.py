"""Tags: what a display item is to a reader who cannot see the page.

PDF calls a tag a structure element. A tag knows its parent, and what is read before it though it
stands beside it; else the order of the structure tree is that in which display items come.
"""

from __future__ import annotations

from quizgen.model.dataclass import dataclass


@dataclass(slots=True, eq=False)
class Tag:
    """A structure element. `kind` is one of PDF's standard types (ISO 32000-1, 14.8.4).

    `alt` describes a figure, `actual` is read aloud instead of what is drawn, and
    `attributes` is PDF source of an attribute dictionary. `lang` is the language of what is in
    it, a BCP 47 tag, where that is not its parent's. `after` is an element that stands beside it,
    row by row, and is read, and drawn, before it.
    """

    kind: str
    parent: Tag | None = None
    alt: str | None = None
    actual: str | None = None
    attributes: str | None = None
    lang: str | None = None
    after: Tag | None = None


@dataclass(slots=True, eq=False)
class LinkTag(Tag):
    """Words that lead to `address`, a URI.

    `text` names the link where it is read alone, without what surrounds it.
    """

    address: str = ""
    text: str = ""


NUMBERED = "<</O/List/ListNumbering/Decimal>>"
LETTERED = "<</O/List/ListNumbering/UpperAlpha>>"
BULLETED = "<</O/List/ListNumbering/Disc>>"
BOXED = "<</O/List/ListNumbering/None>>"
COLUMN_HEAD = "<</O/Table/Scope/Column>>"
ROW_HEAD = "<</O/Table/Scope/Row>>"
