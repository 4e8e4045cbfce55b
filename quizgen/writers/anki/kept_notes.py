"""The notes of items, kept from one build to the next as long as all that decides them stays.

The notes of an item come from its lines in its file, the rest of that file, ``bank.yaml`` and the
passage (`quizgen.model.item_digests`); from what a deck asks of all its cards and the names of
pictures, which are in `around`; and from what `Circumstances` holds. The last are kept beside the
notes and compared, so that no part of them can be mistaken for another.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any, TypeAlias

from quizgen.model.bank import Bank, Topic
from quizgen.model.item import Item
from quizgen.model.item_digests import digest, file_digest, item_digests, surroundings
from quizgen.model.named_tuple import NamedTuple
from quizgen.project.record_store import RecordStore, record_name
from quizgen.writers.anki.packed import PackedNote

MIN_QUESTIONS = 100
"""Questions of a deck whose notes are worth keeping: they are planned in 10 ms (measured)."""


class KnownRow(NamedTuple):
    """A row of a ledger as far as it decides the notes: all of it but the time of its change."""

    part: int
    note_type: str
    digest: str
    is_live: bool
    labels: tuple[str, ...]
    sketch: str


class Circumstances(NamedTuple):
    """What decides the notes of an item besides what is written in its bank.

    `order` is that of its options or events, `identity` and `rows` are those of its ledger,
    `guid` is the one that it came with, `called` are the names that it has and had, and
    `is_resent` says that its notes go to learners again although they are unchanged.
    """

    order: tuple[int, ...]
    identity: str
    guid: str
    called: tuple[str, ...]
    is_resent: bool
    rows: tuple[KnownRow, ...]


class PartNote(NamedTuple):
    """A note of an item: the row of a package, and what the ledger keeps of it.

    `mark` is that of the `PackedNote`; the others are as in `NoteFacts`.
    """

    part: int
    note: PackedNote
    digest: str
    mark: str
    labels: tuple[str, ...]
    sketch: str


_Known: TypeAlias = tuple[Any, Any]
"""The circumstances of an item and its notes, as plain tuples."""

_Entry: TypeAlias = tuple[bytes | None, _Known | None]
"""The digest of an item, None where it has none, and what is known of it."""


class KeptNotes:
    """The notes of the items of `bank` in the deck `deck`, those that `store` has from before.

    `flips` is that of the deck, and `media` maps names in texts to names in the package.
    """

    def __init__(
        self, bank: Bank, deck: str, flips: bool, store: RecordStore, media: Mapping[str, str]
    ) -> None:
        wide = repr((flips, sorted(media.items())))
        around = digest(wide.encode("utf-8", "surrogatepass"), surroundings(bank))
        place = str(bank.span.source.path.absolute()), deck
        self._topics = [_KeptTopic(topic, place, around, store) for topic in bank.topics]
        self._known: dict[int, _Known] = {}
        for topic in self._topics:
            self._known.update(topic.known())

    def of(self, item: Item, circumstances: Circumstances) -> list[PartNote] | None:
        """Return the notes of `item` under `circumstances`; None where they are not known."""
        known = self._known.get(id(item))
        if known is None or known[0] != circumstances:
            return None
        return [PartNote(part, PackedNote(*note), *rest) for part, note, *rest in known[1]]

    def keep(self, item: Item, circumstances: Circumstances, notes: Iterable[PartNote]) -> None:
        """Keep `notes` as those of `item` under `circumstances`."""
        *others, rows = circumstances
        plain = tuple([(part, tuple(note), *rest) for part, note, *rest in notes])
        self._known[id(item)] = (*others, tuple(map(tuple, rows))), plain

    def save(self) -> None:
        """Write the notes of each topic in which anything is new."""
        for topic in self._topics:
            topic.save([self._known.get(id(item)) for item in topic.items])


class _KeptTopic:
    """What is kept of the items of `topic`, and was kept until now."""

    def __init__(
        self, topic: Topic, place: tuple[str, str], around: bytes, store: RecordStore
    ) -> None:
        self._name = record_name("notes", *place, topic.id)
        self._store = store
        self._digest = file_digest(topic, around)
        self.items = topic.items
        before, entries = _entries(store.read(self._name))
        self._is_same = before == self._digest and len(entries) == len(topic.items)
        if not self._is_same:
            by_digest = dict(entries)
            digests = item_digests(topic, around) or repeat(None, len(topic.items))
            entries = [(one, by_digest.get(one) if one else None) for one in digests]
        self._entries = entries

    def known(self) -> Iterator[tuple[int, _Known]]:
        """Yield the id of each item of which something is known, and that."""
        for item, (_, known) in zip(self.items, self._entries, strict=True):
            if known is not None:
                yield id(item), known

    def save(self, known: list[_Known | None]) -> None:
        """Write what is `known` of each item now, if that is new."""
        if self._digest is None:
            return
        entries = [(one, now) for (one, _), now in zip(self._entries, known, strict=True)]
        if not self._is_same or entries != self._entries:
            self._store.write(self._name, marshal.dumps((self._digest, entries)))


def _entries(record: bytes | None) -> tuple[bytes | None, list[_Entry]]:
    """Return the digest and the entries that `_KeptTopic.save` wrote, which nobody else can sign.

    Without a digest where `record` is none of these.
    """
    if not record:
        return b"", []
    try:
        before, entries = marshal.loads(record)
        return bytes(before), [(one, known) for one, known in entries]
    except (ValueError, EOFError, TypeError):
        return b"", []
