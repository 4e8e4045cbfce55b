"""What a build will put into the package, and what that makes of the ledger. No bytes yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from importlib.resources import files

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Item
from quizgen.model.ledger import (
    Ledger,
    NoteFacts,
    NoteKey,
    NoteRow,
    Status,
    Step,
    advance,
)
from quizgen.model.ledger.similar_items import item_sketch
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Text
from quizgen.model.translations import Translations
from quizgen.writers.anki.deck_part import AnkiDeck, Subdecks
from quizgen.writers.anki.digests import hashed, note_digest
from quizgen.writers.anki.entry_field import with_entry, with_unshown
from quizgen.writers.anki.html import Html, media_name
from quizgen.writers.anki.note_type import NoteType
from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.anki.notes import Draft, NoteData, complete, drafts_of
from quizgen.writers.anki.slots import Labels, assign_parts, label_digest


class PlannedNote(NamedTuple):
    """A note, which one it is, and the deck it goes into."""

    key: NoteKey
    data: NoteData
    deck: str


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
        rows = self.ledger.notes
        return sorted(
            key
            for key in handed_out
            if key.note_type in known and key in rows and rows[key].status is Status.RETIRED
        )


def plan(
    anki: AnkiDeck,
    bank: Bank,
    ledger: Ledger,
    built: int,
    held: Set[str] = frozenset(),
    resent: Set[str] = frozenset(),
) -> Plan:
    """Plan the package for `anki`, built at `built` (seconds since 1970) after `ledger` of `bank`.

    `held` and `resent` are as for a writer's `Context`.
    """
    names = {
        picture.name: media_name(picture.name, picture.content) for picture in bank.media.values()
    }
    html = Html(names)
    words = Translations(bank.language)
    css = stylesheet()
    parts = _known_parts(ledger)
    notes: list[PlannedNote] = []
    facts: list[NoteFacts] = []
    renamed: dict[str, str] = {}
    imported: dict[str, str] = {}
    decks = _deck_names(anki, bank)
    former_names: dict[str, list[str]] = defaultdict(list)
    for name, identity in ledger.renamed.items():
        former_names[identity].append(name)
    for question in anki.questions:
        item = question.item
        identity = ledger.identity(item)
        if identity != item.id.value:
            renamed[item.id.value] = identity
        own_guid = item.guid.value if item.guid else ledger.imported.get(identity)
        if own_guid:
            imported[identity] = own_guid
        keyed = list(_keyed(identity, question, anki.flips, html, words, parts))
        completed = [
            complete(draft, key, item, bank, html, words, own_guid) for key, _, draft in keyed
        ]
        first = min(range(len(keyed)), key=lambda index: keyed[index][0].part)
        given = "" if identity in resent else _digest_of_live(ledger.notes.get(keyed[first][0]))
        called = _names(item, identity, former_names.get(identity, ()))
        completed[first] = (
            with_unshown(completed[first], item, called, given, names)
            if keyed[first][0].part
            else with_entry(completed, item, called, given, bank, names)
        )
        for (key, labels, _), data in zip(keyed, completed, strict=True):
            notes.append(PlannedNote(key, data, decks[item.topic]))
            facts.append(_facts(key, data, labels, item, ledger.notes.get(key)))
    step = Step(
        bank.id,
        facts,
        {note_type.slug: _type_digest(note_type, css) for note_type in NOTE_TYPES},
        {name: hashed(picture.content) for name, picture in bank.media.items()},
        renamed,
        imported,
        resent,
    )
    return Plan(
        notes=tuple(notes),
        ledger=advance(ledger, step, built, held),
        media={names[picture.name]: picture.content for picture in bank.media.values()},
        css=css,
        description=html.text(anki.description),
    )


def stylesheet() -> str:
    """Return the one stylesheet of every note type."""
    package = files("quizgen.writers.anki")
    names = ("style.css", "lists.css", "blocks.css")
    return "\n".join(package.joinpath(name).read_text(encoding="utf-8") for name in names)


def _facts(
    key: NoteKey, data: NoteData, labels: Labels, item: Item, before: NoteRow | None
) -> NoteFacts:
    """Return what the ledger keeps of a note.

    The sketch is made only for what is new or changed.
    """
    fingerprint = note_digest(data)
    if before is not None and before.digest == fingerprint:
        return NoteFacts(key, fingerprint, labels, before.sketch)
    return NoteFacts(key, fingerprint, labels, item_sketch(item))


def _digest_of_live(row: NoteRow | None) -> str:
    """Return the digest of what learners have; empty where the note is new or comes back."""
    return row.digest if row is not None and row.status is Status.LIVE else ""


def _names(item: Item, identity: str, former: Iterable[str]) -> list[str]:
    """Return the id of `item`, and those it may have had in its entry; empty for its `identity`."""
    present = "" if item.id.value == identity else item.id.value
    return list(dict.fromkeys((present, "", *former)))


_Known = Mapping[tuple[str, str], Mapping[int, Labels]]


def _known_parts(ledger: Ledger) -> _Known:
    """Return for each item and note type the part numbers given so far."""
    known: dict[tuple[str, str], dict[int, Labels]] = defaultdict(dict)
    for key, row in ledger.notes.items():
        if key.part:
            known[key.item, key.note_type][key.part] = row.labels
    return known


def _keyed(
    identity: str,
    question: Question,
    flips: bool,
    html: Html,
    words: Translations,
    known: _Known,
) -> Iterator[tuple[NoteKey, Labels, Draft]]:
    """Yield the drafts of an item with their keys; note types come one after the other."""
    groups: dict[str, list[Draft]] = {}
    for draft in drafts_of(question, html, words, flips):
        groups.setdefault(draft.note_type.slug, []).append(draft)
    for slug, drafts in groups.items():
        labels = [tuple([label_digest(label) for label in draft.labels]) for draft in drafts]
        parts = assign_parts(labels, known.get((identity, slug), {}))
        for draft, part, own_labels in zip(drafts, parts, labels, strict=True):
            yield NoteKey(identity, part, slug), own_labels, draft


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
