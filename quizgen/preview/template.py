"""Card templates, filled in as Anki fills them in.

Only the part of Anki's language that note types use: fields, conditions, and the filters
below. The rules are those of rslib's ``template.rs``, ``template_filters.rs`` and
``cloze.rs``; the tests compare with the real Anki.
"""

from __future__ import annotations

import enum
import html
import re
from collections.abc import Mapping
from typing import NamedTuple

_TAG = re.compile(r"\{\{([#^/]?)([^{}]+)\}\}")
_BLANK = re.compile(r"(?:\s|</?(?:br|div)\s?/?>)*", re.IGNORECASE)
"""A field that holds nothing else counts as empty (rslib ``template.rs``: ``field_is_empty``)."""

_GAP = re.compile(r"\{\{c(\d{1,9})::(.*?)(?:::(.*?))?\}\}", re.DOTALL)


class Side(enum.Enum):
    FRONT = "front"
    BACK = "back"


class CardPlace(NamedTuple):
    """Which side of which card is drawn. `gap` is the number of the gap it asks for, from 1."""

    side: Side
    gap: int = 0


def fill(template: str, fields: Mapping[str, str], place: CardPlace) -> str:
    """`template` with the contents of `fields`, field name to HTML, in it.

    Raises KeyError for a field that is not there: a note type's fault, never an author's.
    """
    filled: list[str] = []
    position = 0
    hidden: list[bool] = [False]
    for tag in _TAG.finditer(template):
        if not hidden[-1]:
            filled.append(template[position : tag.start()])
        position = tag.end()
        kind, name = tag[1], tag[2].strip()
        if kind == "/":
            hidden.pop()
        elif kind:
            empty = _BLANK.fullmatch(fields[name]) is not None
            hidden.append(hidden[-1] or empty == (kind == "#"))
        elif not hidden[-1]:
            filled.append(_field(name, fields, place))
    filled.append(template[position:])
    return "".join(filled)


def _field(reference: str, fields: Mapping[str, str], place: CardPlace) -> str:
    """What stands for ``filter:filter:Name``; the filter next to the name comes first."""
    *filters, name = reference.split(":")
    content = fields[name]
    for word in reversed(filters):
        match word:
            case "cloze":
                content = _cloze(content, place)
            case "type":
                content = _typed(content, place.side)
            case "hint":
                content = f'<details class="hint"><summary>{name}</summary>{content}</details>'
            case "text":
                content = _plain(content)
            case _:
                raise KeyError(f"no filter {word!r} in {{{{{reference}}}}}")
    return content


def _cloze(content: str, place: CardPlace) -> str:
    def gap(found: re.Match[str]) -> str:
        number, answer, hint = int(found[1]), found[2], found[3]
        if number != place.gap:
            return f'<span class="cloze-inactive" data-ordinal="{number}">{answer}</span>'
        shown = answer if place.side is Side.BACK else f"[{hint or '...'}]"
        return f'<span class="cloze" data-ordinal="{number}">{shown}</span>'

    return _GAP.sub(gap, content)


def _typed(content: str, side: Side) -> str:
    """Anki's input; on the back, the comparison for a learner who typed nothing."""
    if side is Side.FRONT:
        return '<input type="text" id="typeans" aria-label="Your answer">'
    return f"<code id=typeans>{html.escape(_plain(content))}</code>"


def _plain(content: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", content))
