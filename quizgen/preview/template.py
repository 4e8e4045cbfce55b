"""Card templates, filled in as Anki fills them in.

They have the part of Anki's language that quizgen's note types use: fields, conditions, and the
filters below. The rules are those of rslib's ``template.rs``, ``template_filters.rs`` and
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
"""The content of a field that counts as empty (rslib ``template.rs``: ``field_is_empty``)."""

_GAP = re.compile(r"\{\{c(\d{1,9})::(.*?)(?:::(.*?))?\}\}", re.DOTALL)


class Side(enum.Enum):
    """A side of a card."""

    FRONT = "front"
    BACK = "back"


class CardPlace(NamedTuple):
    """The side of a card to fill in. `gap` is the number of the card's gap, 0 without gaps."""

    side: Side
    gap: int = 0


def fill(template: str, fields: Mapping[str, str], place: CardPlace) -> str:
    """Return `template` with `fields`, names to HTML, filled in for the side `place`.

    Raises:
        KeyError: `template` names a field or a filter that does not exist. This is a fault of a
            note type, never of an author.
    """
    filled: list[str] = []
    position = 0
    hidden: list[bool] = [False]  # for each condition that is open, whether its content is left out
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
    """Return the content for `reference`, such as ``filter:filter:Name``.

    The filter next to the name is applied first.
    """
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
    """Return `content` with its gaps filled in, but for the gap of `place` on the front."""

    def gap(match: re.Match[str]) -> str:
        number, answer, hint = int(match[1]), match[2], match[3]
        if number != place.gap:
            return f'<span class="cloze-inactive" data-ordinal="{number}">{answer}</span>'
        filling = answer if place.side is Side.BACK else f"[{hint or '...'}]"
        return f'<span class="cloze" data-ordinal="{number}">{filling}</span>'

    return _GAP.sub(gap, content)


def _typed(content: str, side: Side) -> str:
    """Return Anki's field to type in; on the back, the comparison with an empty answer."""
    if side is Side.FRONT:
        return '<input type="text" id="typeans" aria-label="Your answer">'
    return f"<code id=typeans>{html.escape(_plain(content))}</code>"


def _plain(content: str) -> str:
    """Return `content` without tags and entities."""
    return html.unescape(re.sub(r"<[^>]*>", "", content))
