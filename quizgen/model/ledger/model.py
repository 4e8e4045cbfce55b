"""The rows of ledgers: which notes there are, what they said last, and since when."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from quizgen.model.item import Item

BANK_SEPARATOR = ":"
"""Between a bank's id and an item's in the identity of an item that came from another bank."""

UNKNOWN = "0" * 16
"""The digest of a note whose learners do not all have the same text: equal to no digest, so that
the next build sends the note again."""


class Status(enum.Enum):
    """A note is `LIVE` while a deck file of the project holds its item, else `RETIRED`."""

    LIVE = "live"
    RETIRED = "retired"


class NoteKey(NamedTuple):
    """Which note: the identity of its item, the part of the item, and the slug of its note type.

    `item` is the first id that the item had, ``bank:id`` if it had that id in another bank.
    `part` is 0 for an item's only note of a type. The note type belongs to the key because Anki
    never turns a note of one type into another: an item whose type changes becomes a new note,
    and the old one retires.
    """

    item: str
    part: int
    note_type: str

    @property
    def name(self) -> str:
        """The note's name within its bank: ``item``, or ``item/part``."""
        return f"{self.item}/{self.part}" if self.part else self.item


class NoteRow(NamedTuple):
    """What is known of one note.

    `digest` stands for all that the note says, `modified` is when that last changed (seconds
    since 1970, UTC). `labels` are digests of what tells a part from the item's other parts, the
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
class Ledger:
    """All that is remembered of a bank's notes, whatever deck files it has.

    An empty ledger stands for a bank that was never built. `created` is when it was first built
    (seconds since 1970; 0: never). `renamed` maps the ids that items have now to their
    identities, `imported` identities to the guids of the notes that such items came from.
    `media` maps names of pictures to digests.
    """

    bank: str = ""
    created: int = 0
    notes: Mapping[NoteKey, NoteRow] = field(default_factory=dict)
    note_types: Mapping[str, TypeRow] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    imported: Mapping[str, str] = field(default_factory=dict)

    def identity(self, item: Item) -> str:
        """Return what the notes of `item` are known by: its first id, or ``bank:id``."""
        if item.id.value in self.renamed:
            return self.renamed[item.id.value]
        before = (item.renamed_from or item.id).value
        return self.renamed.get(before, before)


@dataclass(frozen=True, slots=True)
class DeckLedger:
    """The notes that the packages of one deck file have handed out, ever.

    `former` has the rows of a ledger that an older quizgen wrote, when each deck file remembered
    by itself what its notes said; None where there are none.
    """

    bank: str = ""
    created: int = 0
    notes: frozenset[NoteKey] = frozenset()
    former: Ledger | None = None
