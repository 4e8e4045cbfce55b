"""The rows of ledgers: notes and note types with the digests and times of their last change."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.model.item import Item
from quizgen.model.named_tuple import NamedTuple

BANK_SEPARATOR = ":"
"""The separator in the identity ``bank:id`` of an item that came from another bank."""

UNKNOWN = "0" * 16
"""The digest of a note of which learners have different texts. It is equal to no digest of a text,
so that the next build sends the note again."""


class Status(enum.Enum):
    """The status of a note: `LIVE` while a deck file of the project has its item."""

    LIVE = "live"
    RETIRED = "retired"


class NoteKey(NamedTuple):
    """The key of a note: the identity of its item, the part of the item, and its note type's slug.

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
    """The row of a note.

    `digest` is that of the note's whole content, `modified` the time of its last change (seconds
    since 1970, UTC). `labels` are digests of the content that tells a part from the item's other
    parts, the most telling first. `sketch` is that of `item_sketch`: notes with nearly the same
    words have similar sketches.
    """

    digest: str
    modified: int
    status: Status
    labels: tuple[str, ...] = ()
    sketch: str = ""


class TypeRow(NamedTuple):
    """The row of a note type: the digest of its templates, fields and stylesheet, and its time.

    `modified` is the time of the last change (seconds since 1970, UTC).
    """

    digest: str
    modified: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of a bank: the rows of its notes in all deck files.

    An empty ledger stands for a bank that was never built. `created` is the time of the first
    build (seconds since 1970; 0: never). `note_types` are rows by slugs. `media` maps names of
    pictures to digests. `renamed` maps the present ids of renamed items to their identities.
    `imported` maps identities of items that were imported to the guids of their former notes.
    """

    bank: str = ""
    created: int = 0
    notes: Mapping[NoteKey, NoteRow] = field(default_factory=dict)
    note_types: Mapping[str, TypeRow] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    imported: Mapping[str, str] = field(default_factory=dict)

    def identity(self, item: Item) -> str:
        """Return the identity of `item`, which its notes keep: its first id, or ``bank:id``."""
        if item.id.value in self.renamed:
            return self.renamed[item.id.value]
        former_id = (item.renamed_from or item.id).value
        return self.renamed.get(former_id, former_id)

    def identities(self, items: Iterable[Item]) -> list[str]:
        """Return the identity of each of `items`."""
        if not self.renamed:  # as in most banks
            return [(item.renamed_from or item.id).value for item in items]
        return [self.identity(item) for item in items]


@dataclass(frozen=True, slots=True)
class DeckLedger:
    """The ledger of a deck file: all notes that its packages have ever handed out.

    `created` is as in `Ledger`. `former` has the rows of a ledger in format 1, when each deck file
    had the ledger that is its bank's now; None without such rows.
    """

    bank: str = ""
    created: int = 0
    notes: frozenset[NoteKey] = frozenset()
    former: Ledger | None = None
