"""The templates of a note type, ready to render the cards of its notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quizgen.commands.importing.cards.parts import CardValues, PartKind, SidePart, parts_of
from quizgen.commands.importing.cards.sides import CardSides, sides_of
from quizgen.commands.importing.cards.template_tags import clean_tags
from quizgen.commands.importing.cards.template_tree import (
    TemplateNode,
    parse_template,
    switches_in,
)
from quizgen.readers.apkg import ApkgDeck, ApkgNote, ApkgNoteType
from quizgen.readers.yaml.parse import MAX_VALUE_LENGTH

MAX_SIDE_LENGTH = 4 * MAX_VALUE_LENGTH
"""Characters of HTML on a side; no text of a bank can hold more (judged: tags take the most)."""


class _CardTemplate(NamedTuple):
    name: str
    front: tuple[TemplateNode, ...]
    back: tuple[TemplateNode, ...]


class CardTemplates:
    """The templates of `note_type`, parsed once; `decks` are those of the package by their ids.

    `lost` names the tags of the templates whose effect a bank cannot hold, `switches` the fields
    on which conditions depend.
    """

    def __init__(self, note_type: ApkgNoteType, decks: Mapping[int, ApkgDeck]) -> None:
        self.note_type = note_type
        self.decks = decks
        self.templates: list[_CardTemplate] = []
        lost: dict[str, None] = {}
        switches: set[str] = set()
        for template in note_type.templates:
            front = clean_tags(template.front, is_front=True)
            back = clean_tags(template.back, is_front=False)
            lost |= dict.fromkeys((*front.lost, *back.lost))
            nodes = parse_template(front.html), parse_template(back.html)
            switches |= switches_in(nodes[0]) | switches_in(nodes[1])
            self.templates.append(_CardTemplate(template.name, *nodes))
        self.lost = tuple(lost)
        self.switches = frozenset(switches)

    def fields_of(self, note: ApkgNote) -> dict[str, str]:
        """Return the fields of `note` by their names."""
        return dict(zip(self.note_type.fields, note.fields, strict=False))

    def cards_of(self, note: ApkgNote) -> list[CardSides]:
        """Return what the cards of `note` ask and answer, the first card first.

        A note of which the package has no cards is read as if it had the first.
        """
        is_cloze = self.note_type.is_cloze
        valid = range(1 if is_cloze and self.templates else len(self.templates))
        ordinals = sorted(
            {card.ordinal for card in note.cards if is_cloze or card.ordinal in valid}
        )
        return [
            self._sides(note, self.templates[0 if is_cloze else ordinal], ordinal)
            for ordinal in ordinals or [0]
            if valid and (is_cloze or ordinal in valid)
        ]

    def _sides(self, note: ApkgNote, template: _CardTemplate, ordinal: int) -> CardSides:
        deck_id = next((card.deck_id for card in note.cards if card.ordinal == ordinal), 0)
        deck = self.decks[deck_id].name if deck_id in self.decks else ""
        special = {
            "Tags": " ".join(note.tags),
            "Type": self.note_type.name,
            "Deck": deck,
            "Subdeck": deck.rpartition("::")[2],
            "Card": template.name,
            "CardFlag": "",
            "CardID": "",
        }
        values = CardValues(self.fields_of(note), special, ordinal, self.note_type.is_cloze)
        return sides_of(_parts(template.front, values), _parts(template.back, values))


def _parts(nodes: tuple[TemplateNode, ...], values: CardValues) -> list[SidePart]:
    """Return the parts of a side, up to the length of which a bank could hold something."""
    parts, length = [], 0
    for part in parts_of(nodes, values):
        length += len(part.html)
        if length > MAX_SIDE_LENGTH:
            return [SidePart(PartKind.WORDS, ""), SidePart(PartKind.TOO_LONG, "", part.field)]
        parts.append(part)
    return parts
