"""Fill the fields of a note into a template: the parts of a card's side, in order."""

from __future__ import annotations

import enum
import html as html_entities
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quizgen.commands.importing.cards.template_tree import Condition, ShownField, TemplateNode

_EMPTY = re.compile(r"(?:\s|</?(?:br|div)\s?/?>)*", re.IGNORECASE)
"""What Anki takes for an empty field (rslib/src/template.rs, `field_is_empty`)."""

_FURIGANA = re.compile(r" ?([^ >\[]{1,200})\[(?!sound:)([^\]]{1,500})\]")
"""Words with a reading in brackets (rslib/src/template_filters.rs)."""

_ANY_TAG = re.compile(r"<[^<>]*>")
_CLOZE_CONDITION = re.compile(r"c(\d{1,6})")


class PartKind(enum.Enum):
    """What a part of a card's side is."""

    WORDS = enum.auto()
    """Words and tags of the template."""
    FIELD = enum.auto()
    CLOZE = enum.auto()
    TYPED = enum.auto()
    TYPED_CLOZE = enum.auto()
    HINT = enum.auto()
    """A field that is seen only after a click."""
    HIDDEN = enum.auto()
    """A field that the template hides, until a script shows it."""
    SPEECH = enum.auto()
    SPECIAL = enum.auto()
    """A value of the note's that is no field of its, such as its deck."""
    FRONT_SIDE = enum.auto()
    UNKNOWN = enum.auto()
    """A field behind filters that Anki itself does not know; add-ons may."""
    MISSING = enum.auto()
    """A name that no field has. Anki shows an error."""
    TOO_LONG = enum.auto()
    """Stands for a whole side of more than any text of a bank can hold."""


class SidePart(NamedTuple):
    """A part of a side: HTML, and for all but words the name of the field."""

    kind: PartKind
    html: str
    field: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether a reader sees nothing of it."""
        return is_empty(self.html)


class CardValues(NamedTuple):
    """What a template shows on one card: `fields` and `special` values, by their names.

    `ordinal` is the number of the card from 0, `is_cloze` says whether it is that of a gap.
    """

    fields: Mapping[str, str]
    special: Mapping[str, str]
    ordinal: int
    is_cloze: bool


def is_empty(html: str) -> bool:
    """Return whether Anki takes the field `html` for empty."""
    return _EMPTY.fullmatch(html) is not None


def parts_of(nodes: Iterable[TemplateNode], values: CardValues) -> Iterator[SidePart]:
    """Yield the parts that `nodes` show on the card with `values`."""
    for node in nodes:
        match node:
            case str():
                yield SidePart(PartKind.WORDS, node)
            case Condition(name=name, negated=negated, inside=inside):
                if _holds(name, values) != negated:
                    yield from parts_of(inside, values)
            case ShownField(in_tag=True, name=name):
                plain = _ANY_TAG.sub("", values.fields.get(name, ""))
                yield SidePart(PartKind.WORDS, re.sub(r"[\"'<>]", _as_entity, plain))
            case ShownField():
                yield _displayed_field(node, values)


def _as_entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _holds(name: str, values: CardValues) -> bool:
    if name in values.fields:
        return not is_empty(values.fields[name])
    if values.is_cloze and (gap := _CLOZE_CONDITION.fullmatch(name)):
        return int(gap[1]) == values.ordinal + 1
    return not is_empty(values.special.get(name, ""))


def _displayed_field(node: ShownField, values: CardValues) -> SidePart:
    """Return the part for a field and its filters; the filter nearest to the name comes first."""
    if node.name == "FrontSide":
        return SidePart(PartKind.FRONT_SIDE, "", node.name)
    if node.name not in values.fields:
        special = values.special.get(node.name)
        if special is None:
            return SidePart(PartKind.MISSING, "", node.name)
        return SidePart(PartKind.SPECIAL, html_entities.escape(special, quote=False), node.name)
    html, kind = values.fields[node.name], PartKind.FIELD
    names = {name.partition(" ")[0] for name in node.filters}
    if "type" in names:
        is_cloze = "cloze" in names
        return SidePart(PartKind.TYPED_CLOZE if is_cloze else PartKind.TYPED, html, node.name)
    if names & {"tts", "tts-voices", "cloze-only"}:
        return SidePart(PartKind.SPEECH, html, node.name)
    for name in reversed(node.filters):
        html, changed = _filtered(name, html, values.is_cloze)
        kind = changed if changed is not PartKind.FIELD else kind
    return SidePart(kind, html, node.name)


def _filtered(name: str, html: str, is_cloze: bool) -> tuple[str, PartKind]:
    """Return what the filter `name` makes of a field, and what kind of part it becomes."""
    match name:
        case "cloze" if is_cloze:
            return html, PartKind.CLOZE
        case "text":
            return _ANY_TAG.sub("", html), PartKind.FIELD
        case "kanji":
            return _FURIGANA.sub(r"\1", html.replace("&nbsp;", " ")), PartKind.FIELD
        case "kana":
            return _FURIGANA.sub(r"\2", html.replace("&nbsp;", " ")), PartKind.FIELD
        case "furigana":
            ruby = r"<ruby>\1<rt>\2</rt></ruby>"
            return _FURIGANA.sub(ruby, html.replace("&nbsp;", " ")), PartKind.FIELD
        case "":
            return html, PartKind.FIELD
        case _ if "hint" in name:
            return html, PartKind.HINT
        case _:
            return html, PartKind.UNKNOWN
