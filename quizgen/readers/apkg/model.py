"""The values that a package is read to, the same for every format of packages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from quizgen.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ApkgCard:
    """A card of a note.

    `ordinal` is the number of its template, from 0; for a cloze, the gap's number less 1.
    """

    ordinal: int
    deck_id: int


@dataclass(frozen=True, slots=True)
class ApkgNote:
    """A note. `fields` are HTML, in the order of the note type; `modified` is Unix time in s."""

    id: int
    guid: str
    note_type_id: int
    modified: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[ApkgCard, ...]


@dataclass(frozen=True, slots=True)
class ApkgTemplate:
    """A card template of a note type: HTML with ``{{fields}}`` for either side."""

    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class ApkgNoteType:
    """A note type. `fields` are the names of its fields, in order."""

    id: int
    name: str
    is_cloze: bool
    fields: tuple[str, ...]
    templates: tuple[ApkgTemplate, ...]


@dataclass(frozen=True, slots=True)
class ApkgDeck:
    """A deck. `name` has ``::`` between its levels; `description` is HTML or Markdown."""

    id: int
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """The content of a package.

    `notes` are in the order of their ids, which is that of their making. Note types and decks are
    by id, `media` by the name that fields have for a file. Never use such a name as a path: it
    can be hostile.
    """

    notes: tuple[ApkgNote, ...]
    note_types: Mapping[int, ApkgNoteType]
    decks: Mapping[int, ApkgDeck]
    media: Mapping[str, bytes] = field(repr=False)
