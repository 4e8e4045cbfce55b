"""What a package holds, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ApkgCard:
    """A card of a note: its template (0-based), or its gap's number less one."""

    ordinal: int
    deck_id: int


@dataclass(frozen=True, slots=True)
class ApkgNote:
    """`fields` are HTML, in the order of the note type's; `modified` is seconds since 1970."""

    id: int
    guid: str
    note_type_id: int
    modified: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[ApkgCard, ...]


@dataclass(frozen=True, slots=True)
class ApkgTemplate:
    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class ApkgNoteType:
    """`fields` are names, in order."""

    id: int
    name: str
    is_cloze: bool
    fields: tuple[str, ...]
    templates: tuple[ApkgTemplate, ...]


@dataclass(frozen=True, slots=True)
class ApkgDeck:
    """`name` has ``::`` between its levels; `description` is HTML or Markdown."""

    id: int
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """Notes in the order they were made. Note types and decks by id, media by file name.

    A media name is what fields call the file, and nothing else: never use it as a path.
    """

    notes: tuple[ApkgNote, ...]
    note_types: Mapping[int, ApkgNoteType]
    decks: Mapping[int, ApkgDeck]
    media: Mapping[str, bytes] = field(repr=False)
