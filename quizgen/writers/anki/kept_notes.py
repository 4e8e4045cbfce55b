"""The notes of items, kept from one build to the next as long as all that decides them stays.

The notes of an item come from its lines in its file, the rest of that file, ``bank.yaml`` and the
passage (`quizgen.model.item_digests`); from what a deck asks of all its cards and the names of
pictures, which are in `around`; and from what `Circumstances` holds. The last are kept beside the
notes and compared, so that no part of them can be mistaken for another.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank, Topic
from quizgen.model.item import Item
from quizgen.model.item_digests import digest, file_digest, item_digests, surroundings
from quizgen.model.named_tuple import NamedTuple
from quizgen.project.record_store import RecordStore, record_name
from quizgen.writers.anki.packed import PackedNote

MIN_QUESTIONS = 100
"""Questions of a deck whose notes are worth keeping: they are planned in 10 ms (measured)."""

MAX_NEW = 1 / 8
"""Share of a topic's items. If no more of them are new, only their notes are written, in a record
of their own; else those of all items are written anew."""


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

    `order` is that of its options or events, or what decides it, `identity` and `rows` are those of
    its ledger, `guid` is the one that it came with, `called` are the names that it has and had, and
    `is_resent` says that its notes go to learners again although they are unchanged.
    """

    order: tuple[object, ...]
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


_Notes: TypeAlias = Iterable[Any]
_Known: TypeAlias = tuple[Any, _Notes]
"""The circumstances of an item and its notes; as plain tuples where they are kept."""


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
        self._known: dict[int, _Known | None] = {}
        for topic in self._topics:
            self._known.update(zip(map(id, topic.items), topic.known, strict=True))

    def of_all(
        self, questions: Iterable[Question], circumstances: Iterable[Circumstances]
    ) -> list[_Notes | None]:
        """Return the notes of the item of each of `questions` under its `circumstances`.

        They are as in `PartNote`, as plain tuples; None where they are not known.
        """
        known = [self._known.get(id(question.item)) for question in questions]
        return [
            None if one is None or one[0] != decided_by else one[1]
            for one, decided_by in zip(known, circumstances, strict=True)
        ]

    def keep(self, item: Item, circumstances: Circumstances, notes: Iterable[PartNote]) -> None:
        """Keep `notes` as those of `item` under `circumstances`."""
        self._known[id(item)] = circumstances, notes

    def save(self) -> None:
        """Write the notes of each topic in which anything is new."""
        for topic in self._topics:
            topic.save([_plain(self._known.get(id(item))) for item in topic.items])


def _plain(known: _Known | None) -> _Known | None:
    """Return what is `known` of an item as plain tuples, which `marshal` writes."""
    if known is None or not isinstance(known[0], Circumstances):
        return known
    *others, rows = known[0]
    notes = tuple([(part, tuple(note), *rest) for part, note, *rest in known[1]])
    return (*others, tuple(map(tuple, rows))), notes


class _KeptTopic:
    """What is kept of the items of `topic`, and was kept until now."""

    def __init__(
        self, topic: Topic, place: tuple[str, str], around: bytes, store: RecordStore
    ) -> None:
        self._whole_name = record_name("notes", *place, topic.id)
        self._changed_name = record_name("changed", *place, topic.id)
        self._store = store
        self._digest = file_digest(topic, around)
        self.items = topic.items
        whole = _TopicRecord.of(store.read(self._whole_name))
        new = _TopicRecord.of(store.read(self._changed_name))
        self._whole = whole.by_digest
        size = len(topic.items)
        is_whole = whole.digest == self._digest and len(whole.items) == size
        is_new = new.digest == self._digest and len(new.items) == size
        self._is_same = is_whole or is_new
        self._digests = new.items if is_new else whole.items if is_whole else ()
        if not self._is_same:
            self._digests = item_digests(topic, around) or [b""] * size
        self.known: Sequence[_Known | None] = whole.known
        """What is known of each item, None of one of which nothing is."""
        if not is_whole or is_new:
            known = {**self._whole, **new.by_digest}
            self.known = [known.get(one) for one in self._digests]

    def save(self, known: list[_Known | None]) -> None:
        """Write what is `known` of each item now, if that is new: of a few changed ones, only that.

        What a build keeps of a bank of which one question was corrected would else be as large as
        all of the bank.
        """
        if self._digest is None or (self._is_same and known == self.known):
            return
        whole, digests = self._whole, self._digests
        changed = [
            None if now is whole.get(one) else now for one, now in zip(digests, known, strict=True)
        ]
        is_little = len(known) - changed.count(None) <= MAX_NEW * len(known)
        if is_little and all(digests) and whole:
            name, written = self._changed_name, changed
        else:
            name, written = self._whole_name, known
        plain: Any = self._digest, digests, written
        self._store.write(name, marshal.dumps(plain))


class _TopicRecord(NamedTuple):
    """What is written of a topic: its digest, and those of its `items`, with what is known of each.

    The digest of an item is empty where it has none. Of items that have not changed since all were
    written, a record of the changed ones has None.
    """

    digest: bytes
    items: Sequence[bytes]
    known: Sequence[_Known | None]

    @property
    def by_digest(self) -> dict[bytes, _Known | None]:
        """What is known of items, by their digests."""
        pairs = zip(self.items, self.known, strict=True)
        return {one: known for one, known in pairs if one and known is not None}

    @classmethod
    def of(cls, content: bytes | None) -> _TopicRecord:
        """Return the record of `content`, which nobody else can sign; an empty one for none."""
        try:
            record = cls(*marshal.loads(content or b""))
            return record if len(record.items) == len(record.known) else _NOTHING
        except (ValueError, EOFError, TypeError):
            return _NOTHING


_NOTHING = _TopicRecord(b"", (), ())
