"""What a package holds, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Card:
    """A card of a note: its template (0-based), or its gap's number less one."""

    ordinal: int
    deck_id: int


@dataclass(frozen=True, slots=True)
class Note:
    """`fields` are HTML, in the order of the note type's; `modified` is seconds since 1970."""

    id: int
    guid: str
    note_type_id: int
    modified: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Template:
    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """`fields` are names, in order."""

    id: int
    name: str
    is_cloze: bool
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """`name` has ``::`` between its levels; `description` is HTML or Markdown."""

    id: int
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """Notes in the order they were made. Note types and decks by id, media by file name.

    A media name is what fields call the file, and nothing else: never use it as a path.
    """

    notes: tuple[Note, ...]
    note_types: Mapping[int, NoteType]
    decks: Mapping[int, Deck]
    media: Mapping[str, bytes] = field(repr=False)
