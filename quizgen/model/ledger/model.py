"""The rows of a ledger."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from quizgen.model.item import Item


class Status(enum.Enum):
    """A note is `LIVE` while its item is in the deck, and `RETIRED` for ever after."""

    LIVE = "live"
    RETIRED = "retired"


class NoteKey(NamedTuple):
    """Which note: the item's first id, which part of the item, and the slug of its note type.

    The note type belongs to it because Anki never turns a note of one type into another: an
    item whose type changes becomes a new note, and the old one retires.
    """

    item: str
    part: int
    note_type: str

    @property
    def name(self) -> str:
        """What people call the note within its bank: ``item``, or ``item/part``."""
        return f"{self.item}/{self.part}" if self.part else self.item


class NoteRow(NamedTuple):
    """What is known of one note.

    `digest` stands for all it says, `modified` is when that last changed (seconds since
    1970, UTC). `labels` are digests of what tells a part from the item's other parts, the
    most telling first. `sketch` is alike for notes that say nearly the same.
    """

    digest: str
    modified: int
    status: Status
    labels: tuple[str, ...] = ()
    sketch: str = ""


class TypeRow(NamedTuple):
    """A note type's templates, fields and stylesheet as a digest, and when they last changed."""

    digest: str
    modified: int


@dataclass(frozen=True, slots=True)
class Siblings:
    """What the other deck files of the same bank have of the same notes.

    A pupil may have several decks, and an item is one note in all of them. `rows` are the
    notes in the others' ledgers, the latest row of each; `items` are the first ids of the
    items that the others hold now.
    """

    rows: Mapping[NoteKey, NoteRow] = field(default_factory=dict)
    items: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows of one deck file's ledger. An empty one stands for a deck not built before.

    `created` is when it was first built (seconds since 1970; 0: never). `renamed` maps the
    ids that items have now to those they had first, `imported` first ids to the guids of the
    notes that such items came from.
    """

    bank: str = ""
    created: int = 0
    notes: Mapping[NoteKey, NoteRow] = field(default_factory=dict)
    note_types: Mapping[str, TypeRow] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    imported: Mapping[str, str] = field(default_factory=dict)

    def identity(self, item: Item) -> str:
        """The first id that `item` had: what its notes are known by."""
        if item.id.value in self.renamed:
            return self.renamed[item.id.value]
        before = (item.renamed_from or item.id).value
        return self.renamed.get(before, before)
