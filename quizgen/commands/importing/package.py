"""A package to the files of a new bank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from quizgen.commands.importing.decks import Decks
from quizgen.commands.importing.field_converter import Carrier
from quizgen.commands.importing.files import NewBank, NewTopic, bank_files
from quizgen.commands.importing.formulas import has_formula
from quizgen.commands.importing.generic_notes import read_foreign
from quizgen.commands.importing.identity import Ids, keeps_or_can_keep, own_guid, slug, usable_guid
from quizgen.commands.importing.language import language_of
from quizgen.commands.importing.ledger import ledger_of
from quizgen.commands.importing.markdown import markdown
from quizgen.commands.importing.own_proofs import proof_of_whole
from quizgen.commands.importing.pictures import Pictures
from quizgen.commands.importing.quizgen_note_types import OwnBank, read_own
from quizgen.commands.importing.quizgen_notes import OwnItem, OwnNote, bank_of, grouped, own_note
from quizgen.commands.importing.source_field import Quotes, read_sources
from quizgen.commands.importing.unsupported import Loss, Losses
from quizgen.model.item import Difficulty
from quizgen.model.ledger import DeckLedger, format_deck_ledger, format_ledger
from quizgen.model.text import parse_text
from quizgen.project.layout import BANK_LEDGER, BANKS, DECKS
from quizgen.readers.apkg import ApkgNote, Package
from quizgen.readers.item_keys import NAME, TAG
from quizgen.readers.yaml.emit import Value


@dataclass(frozen=True, slots=True)
class Imported:
    """A new bank: `name` is its folder's, `files` are below the project's folder.

    The rest but the last are counts: of notes and questions, of notes that keep their guid,
    and of those among them that had a note type of someone else's. `losses` say what could
    not be carried, with examples.
    """

    name: str
    files: Mapping[PurePosixPath, bytes]
    notes: int
    questions: int
    kept: int
    foreign: int
    losses: Mapping[Loss, Sequence[str]]


def import_package(package: Package, name: str | None = None) -> Imported:
    """The bank that `package` becomes. `name` is its folder's, and its id if it has none yet."""
    return _Import(package, name).result()


class _Import:
    def __init__(self, package: Package, name: str | None) -> None:
        self.package = package
        self.losses = Losses()
        self.pictures = Pictures(package.media)
        self.math = any(has_formula(field) for note in package.notes for field in note.fields)
        self.carrier = Carrier(self.pictures, self.losses, math=self.math)
        self.quotes = Quotes(self.math)
        self.own = [own for note in package.notes if (own := own_note(note, package))]
        own_bank = bank_of(self.own)
        self.decks = Decks(package.decks, package.notes, own_bank)
        self.folder = name or own_bank or slug(self.decks.title) or "imported"
        self.bank = own_bank or self.folder
        self.items = grouped(self.own)
        self.language = language_of(self.items, self.carrier.pictures.media)
        self.ids = Ids(item.id for item in self.items)
        self.topics: dict[str, NewTopic] = {}
        self.kept: list[OwnNote] = []
        self.questions = 0
        self.same_guid = 0
        self.guids: set[str] = set()
        self.foreign = 0

    def result(self) -> Imported:
        without_pictures = Carrier(Pictures({}), self.losses)
        description = without_pictures.text(self.decks.description)
        done = set()
        for item in self.items:
            if self._own_item(item):
                done |= {own.note.id for notes in item.notes.values() for own in notes}
        retired = [own for own in self.own if own.is_retired and keeps_or_can_keep(own, self.bank)]
        done |= {own.note.id for own in self.own if own.is_retired}
        for note in self.package.notes:
            if note.id not in done:
                self._foreign(note)
        bank = NewBank(
            folder=self.folder,
            id=self.bank,
            title=markdown([self.decks.title]).source,
            language=self.language,
            math=self.math,
            reference="" if self.items else self._reference(),
            topics=list(self.topics.values()),
            deck=self.decks.name,
            subdecks=self.decks.has_subdecks,
            description=description,
            passage=self._passage(),
            media=self.pictures.used,
        )
        self._note_the_rest()
        files = bank_files(bank)
        ledger = ledger_of(self.bank, [*self.kept, *retired])
        if ledger:
            given = DeckLedger(self.bank, ledger.created, frozenset(ledger.notes))
            deck_ledger = PurePosixPath(DECKS) / f"{self.folder}.ledger"
            files[deck_ledger] = format_deck_ledger(given).encode()
            bank_ledger = PurePosixPath(BANKS) / self.folder / BANK_LEDGER
            files[bank_ledger] = format_ledger(ledger).encode()
        return Imported(
            name=self.folder,
            files=files if self.questions else {},
            notes=len(self.package.notes),
            questions=self.questions,
            kept=self.same_guid,
            foreign=self.foreign,
            losses=dict(self.losses.examples),
        )

    def _own_item(self, item: OwnItem) -> bool:
        """Add an item of ours; False where its fields are not as we write them."""
        self.carrier.where = item.id
        values = read_own(item, OwnBank(self.bank, self.language, self.carrier, self.quotes))
        if values is None:
            return False
        first = item.first
        explanation, source = proof_of_whole(item)
        values = {"id": self._own_id(item), **values}
        if explain := self.carrier.text(explanation):
            values["explain"] = explain
        sources = read_sources(source, self.quotes, self.carrier)
        for key, texts in (("evidence", sources.evidence), ("reference", sources.references)):
            if texts:
                values[key] = texts[0] if len(texts) == 1 else texts
        topic, difficulty, tags = _split_tags(first.note.tags)
        if difficulty:
            values["difficulty"] = difficulty
        place = self.decks.place(first.note)
        title = place.levels[-1] if place.levels and topic else ""
        self._add(topic or place.topic or "imported", title, values, tags)
        notes = [own for notes in item.notes.values() for own in notes]
        self._keep_guid(values, own_guid(item, self.bank), notes)
        return True

    def _own_id(self, item: OwnItem) -> str:
        """The item's id, unless it belongs to another bank and is taken in this one."""
        if item.first.bank == self.bank:
            return item.id
        taken = {other.id for other in self.items if other.first.bank == self.bank}
        return self.ids.of(item.id, "question") if item.id in taken else item.id

    def _foreign(self, note: ApkgNote) -> None:
        """Add a note of anyone's, or note why not."""
        number = f"note-{len(self.ids.taken) + 1}"
        self.carrier.where = ""
        values = read_foreign(note, self.package.note_types[note.note_type_id], self.carrier)
        if values is None:
            return
        asked = next(v for k, v in values.items() if k in ("front", "question", "text"))
        source = re.sub(r"\{\{c\d+::|\}\}", " ", str(asked))
        text = parse_text(source, math=self.math).plain
        values = {"id": self.ids.of(text, number), **values}
        place = self.decks.place(note)
        topic = place.topic or slug(self.decks.title) or "imported"
        if len(place.levels) > 1 or (self.decks.has_subdecks and not place.levels):
            self.carrier.note(Loss.DECKS, place.title or self.decks.title)
        self._add(topic, place.title or self.decks.title, values, list(note.tags))
        self._keep_guid(values, usable_guid(note.guid), [note])
        self.foreign += 1

    def _keep_guid(
        self, values: dict[str, Value], guid: str | None, notes: Sequence[ApkgNote | OwnNote]
    ) -> None:
        guids = {note.note.guid if isinstance(note, OwnNote) else note.guid for note in notes}
        if guid is None or guids & self.guids:
            self.carrier.note(Loss.IDENTITY, str(values["id"]))
            return
        self.guids |= guids
        self.same_guid += len(notes)
        self.kept += [note for note in notes if isinstance(note, OwnNote)]
        if guid:
            values["guid"] = guid

    def _add(self, topic: str, title: str, values: dict[str, Value], tags: Sequence[str]) -> None:
        self.carrier.where = str(values["id"])
        if usable := list(self._usable(tags)):
            values["tags"] = usable
        if topic not in self.topics:
            written = markdown([title], math=self.math).source if title else ""
            self.topics[topic] = NewTopic(topic, written)
        self.topics[topic].questions.append(values)
        self.questions += 1

    def _usable(self, tags: Sequence[str]) -> Iterator[str]:
        for tag in dict.fromkeys(tags):
            fitting = re.sub(r'[\s\x00-\x1f\x7f"]+', "-", tag)[:100]
            if fitting != tag or not TAG.accepts(fitting):
                self.carrier.note(Loss.TAG, tag)
            if TAG.accepts(fitting):
                yield fitting

    def _passage(self) -> str:
        if not self.quotes.by_paragraph:
            return ""
        return self.quotes.passage(markdown([self.decks.title], math=self.math).source)

    def _reference(self) -> str:
        """What stands for a source until someone names a better one."""
        return markdown([f"Anki deck {self.decks.title}"], math=self.math).source

    def _note_the_rest(self) -> None:
        """What is lost of the whole, not of one question."""
        self.carrier.where = ""
        if self.quotes.by_paragraph:
            self.carrier.note(Loss.PASSAGE, "passage.md")
        if self.items:
            self.carrier.note(Loss.WORKSHEETS, f"{DECKS}/{self.folder}.yaml")
        for name in self.pictures.unused:
            self.carrier.note(Loss.UNUSED_MEDIA, name)


def _split_tags(tags: Sequence[str]) -> tuple[str, str, list[str]]:
    """Topic, difficulty and the other tags of one of our notes."""
    topic = difficulty = ""
    others = []
    words = {level.value for level in Difficulty}
    for tag in tags:
        kind, _, value = tag.partition("::")
        if kind == "topic" and not topic and NAME.accepts(value):
            topic = value
        elif kind == "difficulty" and not difficulty and value in words:
            difficulty = value
        else:
            others.append(tag)
    return topic, difficulty, others
