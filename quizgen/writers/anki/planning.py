"""What a build will put into the package, and what that makes of the ledger. No bytes yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from importlib.resources import files
from typing import TypeAlias

from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Item
from quizgen.model.ledger import (
    Ledger,
    NoteFacts,
    NoteKey,
    Status,
    Step,
    advance,
)
from quizgen.model.named_tuple import NamedTuple, of_fields
from quizgen.model.text import Text
from quizgen.writers.anki.deck_part import AnkiDeck, Subdecks
from quizgen.writers.anki.digests import hashed
from quizgen.writers.anki.html import media_name
from quizgen.writers.anki.item_notes import ItemPlanner
from quizgen.writers.anki.kept_notes import Circumstances, KeptNotes, KnownRow
from quizgen.writers.anki.note_type import NoteType
from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.anki.notes import NoteData
from quizgen.writers.anki.packed import PackedNote


class PlannedNote(NamedTuple):
    """A note, which one it is, and the deck it goes into. `mark` is that of `note`."""

    key: NoteKey
    note: PackedNote
    deck: str
    mark: str

    @property
    def data(self) -> NoteData:
        """The note with its fields by their slugs."""
        return self.note.data


@dataclass(frozen=True, slots=True)
class Plan:
    """The notes in the author's order; `ledger` is the one after this build.

    `media` maps the names of pictures in the package to their contents.
    """

    notes: tuple[PlannedNote, ...]
    ledger: Ledger
    media: Mapping[str, bytes]
    css: str
    description: str

    def retired(self, handed_out: Set[NoteKey]) -> list[NoteKey]:
        """Return those of the notes `handed_out` that no deck file of the project has any more."""
        known = {note_type.slug for note_type in NOTE_TYPES}
        retired = [k for k, row in self.ledger.notes.items() if row.status is Status.RETIRED]
        return sorted(key for key in retired if key.note_type in known and key in handed_out)


Keeper: TypeAlias = Callable[[Mapping[str, str]], KeptNotes]
"""Gives the kept notes of a deck for the names of its media, in texts and in the package."""


def plan(
    anki: AnkiDeck,
    bank: Bank,
    ledger: Ledger,
    built: int,
    held: Set[str] = frozenset(),
    resent: Set[str] = frozenset(),
    keeper: Keeper | None = None,
) -> Plan:
    """Plan the package for `anki`, built at `built` (seconds since 1970) after `ledger` of `bank`.

    `held` and `resent` are as for a writer's `Context`. Notes that have not changed are taken from
    what `keeper` keeps, if given.
    """
    names = {
        picture.name: media_name(picture.name, picture.content) for picture in bank.media.values()
    }
    planner = ItemPlanner(bank, names, anki.flips)
    css = stylesheet()
    kept = keeper(names) if keeper else None
    decks = _deck_names(anki, bank)
    notes: list[PlannedNote] = []
    facts: list[NoteFacts] = []
    decided_by = _circumstances(anki, ledger, resent)
    known = kept.of_all(anki.questions, decided_by) if kept else [None] * len(decided_by)
    for question, circumstances, planned in zip(anki.questions, decided_by, known, strict=True):
        item = question.item
        if planned is None:
            planned = planner.notes(question, circumstances)
            if kept:
                kept.keep(item, circumstances, planned)
        identity, deck = circumstances.identity, decks[item.topic]
        for part, note, digest, mark, labels, sketch in planned:
            key = of_fields(NoteKey, (identity, part, note[0]))
            packed = note if isinstance(note, PackedNote) else of_fields(PackedNote, note)
            notes.append(of_fields(PlannedNote, (key, packed, deck, mark)))
            facts.append(of_fields(NoteFacts, (key, digest, labels, sketch)))
    if kept:
        kept.save()
    step = Step(
        bank.id,
        facts,
        {note_type.slug: _type_digest(note_type, css) for note_type in NOTE_TYPES},
        {name: hashed(picture.content) for name, picture in bank.media.items()},
        {
            question.item.id.value: circumstances.identity
            for question, circumstances in zip(anki.questions, decided_by, strict=True)
            if question.item.id.value != circumstances.identity
        },
        {
            circumstances.identity: circumstances.guid
            for circumstances in decided_by
            if circumstances.guid
        },
        resent,
    )
    return Plan(
        notes=tuple(notes),
        ledger=advance(ledger, step, built, held),
        media={names[picture.name]: picture.content for picture in bank.media.values()},
        css=css,
        description=planner.html.text(anki.description),
    )


def stylesheet() -> str:
    """Return the one stylesheet of every note type."""
    package = files("quizgen.writers.anki")
    names = ("style.css", "lists.css", "blocks.css")
    return "\n".join(package.joinpath(name).read_text(encoding="utf-8") for name in names)


def _circumstances(anki: AnkiDeck, ledger: Ledger, resent: Set[str]) -> list[Circumstances]:
    """Return what decides the notes of each question of `anki` besides its bank."""
    rows = _rows_by_item(ledger)
    former_names: dict[str, list[str]] = defaultdict(list)
    for name, identity in ledger.renamed.items():
        former_names[identity].append(name)
    identities = ledger.identities([question.item for question in anki.questions])
    result: list[Circumstances] = []
    for question, identity in zip(anki.questions, identities, strict=True):
        item = question.item
        guid = item.guid.value if item.guid else ledger.imported.get(identity, "")
        names = _names(item, identity, former_names.get(identity, ()))
        is_resent, known = identity in resent, rows.get(identity, ())
        order = question.order_decided_by
        result.append(of_fields(Circumstances, (order, identity, guid, names, is_resent, known)))
    return result


def _names(item: Item, identity: str, former: Iterable[str]) -> tuple[str, ...]:
    """Return the id of `item`, and those it may have had in its entry; empty for its `identity`."""
    if item.id.value == identity and not former:  # as most items
        return ("",)
    present = "" if item.id.value == identity else item.id.value
    return tuple(dict.fromkeys((present, "", *former)))


def _rows_by_item(ledger: Ledger) -> dict[str, tuple[KnownRow, ...]]:
    """Return the rows of `ledger` by the identities of their items, each item's sorted."""
    rows: dict[str, tuple[KnownRow, ...]] = {}
    for (item, part, note_type), row in ledger.notes.items():
        digest, _, status, labels, sketch = row
        known = of_fields(
            KnownRow, (part, note_type, digest, status is Status.LIVE, labels, sketch)
        )
        rows[item] = tuple(sorted((*rows[item], known))) if item in rows else (known,)
    return rows


def _deck_names(anki: AnkiDeck, bank: Bank) -> dict[str, str]:
    """Return the deck that each topic's notes go into."""
    if anki.subdecks is Subdecks.NONE:
        return {topic.id: anki.name for topic in bank.topics}
    return {topic.id: f"{anki.name}::{_level(topic.title)}" for topic in bank.topics}


def _level(title: Text) -> str:
    """Return a topic's title as one level of a deck's name.

    There, ``::`` and quotes mean something.
    """
    return re.sub(":{2,}", ":", title.plain).replace('"', "'").strip()


def _type_digest(note_type: NoteType, css: str) -> str:
    fields = [(field.slug, field.name) for field in note_type.fields]
    return hashed(repr((note_type.name, fields, note_type.templates, css)).encode())
