"""What a mark is to a reader who cannot see the page: its place in the structure tree.

An element knows its parent only; the tree's order is the order in which marks are painted.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Tag:
    """A structure element. `kind` is one of PDF's standard types (ISO 32000-1, 14.8.4).

    `alt` describes a figure, `actual` is read aloud instead of what is drawn, and
    `attributes` is PDF source of an attribute dictionary. `lang` is the language of what is in
    it, a BCP 47 tag, where that is not its parent's.
    """

    kind: str
    parent: Tag | None = None
    alt: str | None = None
    actual: str | None = None
    attributes: str | None = None
    lang: str | None = None


@dataclass(slots=True, eq=False)
class LinkTag(Tag):
    """Words that lead to `address`, a URI; `said` is what they are called where they are not
    read with what surrounds them."""

    address: str = ""
    said: str = ""


NUMBERED = "<</O/List/ListNumbering/Decimal>>"
LETTERED = "<</O/List/ListNumbering/UpperAlpha>>"
BOXED = "<</O/List/ListNumbering/None>>"
COLUMN_HEAD = "<</O/Table/Scope/Column>>"
