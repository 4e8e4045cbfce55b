"""Fill in card templates as Anki does.

This is the part of Anki's template language that quizgen's note types use: fields, conditions,
and four filters. The rules are those of rslib's ``template.rs``, ``template_filters.rs`` and
``cloze.rs``; the tests compare with Anki itself.
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
    """The front or the back of a card."""

    FRONT = "front"
    BACK = "back"


class CardPlace(NamedTuple):
    """A side of a card to fill in; `gap` is the number of the card's gap, 0 for no cloze card."""

    side: Side
    gap: int = 0


def fill(template: str, fields: Mapping[str, str], place: CardPlace) -> str:
    """Return `template` with the contents of `fields`, which maps field names to HTML.

    Raises:
        KeyError: The template names an unknown field or filter: a bug in a note type.
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
    """Return the content for ``filter:filter:Name``; the filter next to the name comes first."""
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
    def gap(match: re.Match[str]) -> str:
        number, answer, hint = int(match[1]), match[2], match[3]
        if number != place.gap:
            return f'<span class="cloze-inactive" data-ordinal="{number}">{answer}</span>'
        text = answer if place.side is Side.BACK else f"[{hint or '...'}]"
        return f'<span class="cloze" data-ordinal="{number}">{text}</span>'

    return _GAP.sub(gap, content)


def _typed(content: str, side: Side) -> str:
    """Return Anki's input on the front; on the back, the answer for a learner who typed nothing."""
    if side is Side.FRONT:
        return '<input type="text" id="typeans" aria-label="Your answer">'
    return f"<code id=typeans>{html.escape(_plain(content))}</code>"


def _plain(content: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", content))
