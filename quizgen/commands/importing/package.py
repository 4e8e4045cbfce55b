"""Convert a package to the files of a new bank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from quizgen.commands.importing.author_questions import AuthorQuestions
from quizgen.commands.importing.cards.card_templates import CardTemplates
from quizgen.commands.importing.decks import DeckHierarchy
from quizgen.commands.importing.detection import detect_language
from quizgen.commands.importing.entry_envelope import unshown_of
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.files import NewBank, NewTopic, bank_files, places_of_questions
from quizgen.commands.importing.formulas import has_formula
from quizgen.commands.importing.generic_notes import plain, read_generic_note, subject
from quizgen.commands.importing.identity import (
    IdAllocator,
    can_keep_guid,
    guid_to_write,
    slug,
    usable_guid,
)
from quizgen.commands.importing.imported_bank import ImportedBank
from quizgen.commands.importing.language import language_of, passage_language_of
from quizgen.commands.importing.ledger import ledger_of
from quizgen.commands.importing.losses import ImportLosses
from quizgen.commands.importing.pictures import PackagePictures
from quizgen.commands.importing.quizgen_extras import flips_after_choosing
from quizgen.commands.importing.quizgen_note_types import BankContext
from quizgen.commands.importing.quizgen_notes import (
    QuizgenItem,
    QuizgenNote,
    as_quizgen_note,
    bank_of,
    group_by_item,
)
from quizgen.commands.importing.source_field import PassageQuotes
from quizgen.commands.importing.tags import split_tags
from quizgen.commands.importing.typed_signs import title_markdown
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.commands.importing.values_from_cards import question_text, values_from_cards
from quizgen.model.ledger import DeckLedger, format_deck_ledger, format_ledger
from quizgen.model.text import parse_text
from quizgen.project.layout import BANK_FILE, BANK_LEDGER, BANKS, DECKS
from quizgen.readers.apkg import ApkgNote, Package
from quizgen.readers.item_keys import MAX_TAGS, TAG
from quizgen.readers.yaml.emit import Value


def import_package(package: Package, name: str | None = None) -> ImportedBank:
    """Convert `package` to a bank.

    `name` becomes the name of the bank's folder, and the bank's id unless the notes name one.
    """
    return _PackageImport(package, name).result()


class _PackageImport:
    """The state of an import: what is known of the package, and the questions made so far."""

    def __init__(self, package: Package, name: str | None) -> None:
        self.package = package
        self.losses = ImportLosses()
        self.pictures = PackagePictures(package.media)
        self.math = any(has_formula(field) for note in package.notes for field in note.fields)
        self.converter = FieldConverter(self.pictures, self.losses, math=self.math)
        self.quotes = PassageQuotes(self.math)
        self.quizgen_notes = [
            known for note in package.notes if (known := as_quizgen_note(note, package))
        ]
        former_bank = bank_of(self.quizgen_notes)
        self.decks = DeckHierarchy(package.decks, package.notes, former_bank)
        self.folder = name or former_bank or slug(self.decks.title) or "imported"
        self.bank = former_bank or self.folder
        self.items = group_by_item(self.quizgen_notes)
        self.language = (
            language_of(self.items, self.converter.pictures.media)
            if self.items
            else detect_language(plain(" ".join(note.fields)) for note in package.notes)
        )
        self.ids = IdAllocator(item.id for item in self.items)
        self.entries = AuthorQuestions(
            self.bank, self.language, self.pictures, self.quotes, self.ids
        )
        self.templates: dict[int, CardTemplates] = {}
        self.topics: dict[str, NewTopic] = {}
        self.kept: list[QuizgenNote] = []
        self.questions = 0
        self.same_guid = 0
        self.guids: set[str] = set()
        self.generic = 0

    def result(self) -> ImportedBank:
        without_pictures = FieldConverter(PackagePictures({}), self.losses)
        description = without_pictures.to_markdown(self.decks.description)
        done = set()
        for item in self.items:
            if self._add_item(item):
                done |= {known.apkg_note.id for notes in item.notes.values() for known in notes}
        all_retired = [known for known in self.quizgen_notes if known.is_retired]
        retired = [known for known in all_retired if can_keep_guid(known, self.bank)]
        done |= {known.apkg_note.id for known in all_retired}
        for note in self.package.notes:
            if note.id not in done:
                self._add_generic(note)
        bank = NewBank(
            folder=self.folder,
            id=self.bank,
            title=title_markdown(self.decks.title),
            language=self.language,
            math=self.math,
            reference="" if self.items else self._reference(),
            topics=list(self.topics.values()),
            deck=self.decks.name,
            subdecks=self.decks.has_subdecks,
            flips=flips_after_choosing(self.quizgen_notes),
            description=description,
            passage=self._passage(),
            passage_language=passage_language_of(self.items),
            media=self.pictures.used,
        )
        self._report_losses_of_bank()
        files = bank_files(bank)
        ledger = ledger_of(self.bank, [*self.kept, *retired], self.entries.renamed)
        if ledger:
            given = DeckLedger(self.bank, ledger.created, frozenset(ledger.notes))
            deck_ledger = PurePosixPath(DECKS) / f"{self.folder}.ledger"
            files[deck_ledger] = format_deck_ledger(given).encode()
            bank_ledger = PurePosixPath(BANKS) / self.folder / BANK_LEDGER
            files[bank_ledger] = format_ledger(ledger).encode()
        return ImportedBank(
            name=self.folder,
            files=files if self.questions else {},
            notes=len(self.package.notes),
            questions=self.questions,
            kept=self.same_guid,
            generic=self.generic,
            losses=self.losses.by_reason(places_of_questions(files)),
            id=self.bank,
        )

    def _add_item(self, item: QuizgenItem) -> bool:
        """Add an item of quizgen's; return False if its fields are not as quizgen writes them."""
        self.converter.question_id = item.id
        first = item.first
        topic, difficulty, tags = split_tags(first.apkg_note.tags)
        path = self.decks.path_of(first.apkg_note)
        title = path.levels[-1] if path.levels and topic else ""
        topic = topic or path.topic or "imported"
        id = self._id_of(item)
        question = self.entries.take(item, id, topic)
        if question is not None:
            values, cases = question.values, question.cases
            if not question.in_order:
                self.converter.report(ImportLoss.ORDER, question.item.stem.plain)
        else:
            from_cards = self._from_cards(item, id, topic)
            if from_cards is None:
                return False
            values, cases = from_cards, {}
        if not difficulty:
            values.pop("difficulty", None)
        elif str(values.get("difficulty")).lower() != difficulty:
            values["difficulty"] = difficulty
        self._add(topic, title, values, tags)
        self.topics[topic].cases.update(cases)
        order = _listed(values.get("tags", ()))
        notes = [note.with_tags(order) for notes in item.notes.values() for note in notes]
        self._keep_guid(values, guid_to_write(item, self.bank), notes)
        return True

    def _from_cards(self, item: QuizgenItem, id: str, topic: str) -> dict[str, Value] | None:
        """Return the keys of `item`, called `id`, as its cards show them; tell if others are lost.

        Return None if its fields are not as quizgen writes them.
        """
        unshown = unshown_of(item) if item.is_matching else None
        if unshown is not None:
            self.entries.name_files(unshown)
            id = self.entries.name(unshown, item, id)
        context = BankContext(self.bank, self.language, self.converter, self.quotes)
        values = values_from_cards(item, id, context)
        if values is None:
            return None
        if unshown is not None and self.entries.allows({**values, **unshown.values}, topic):
            return {**values, **unshown.values}
        self.converter.report(ImportLoss.CARDS_ALONE, question_text(values))
        return values

    def _id_of(self, item: QuizgenItem) -> str:
        """Return the id of `item`, or another if the id is taken and `item` is of another bank."""
        if item.first.bank == self.bank:
            return item.id
        taken = {other.id for other in self.items if other.first.bank == self.bank}
        return self.ids.allocate(item.id, "question") if item.id in taken else item.id

    def _add_generic(self, note: ApkgNote) -> None:
        """Add `note`, which quizgen did not write, or report why no question can be made of it."""
        number = f"note-{len(self.ids.taken) + 1}"
        self.converter.question_id = subject(note)
        first_loss = len(self.losses)
        values = read_generic_note(note, self._templates(note), self.converter)
        if values is None:
            return
        source = re.sub(r"\{\{c\d+::|\}\}", " ", question_text(values))
        text = parse_text(source, math=self.math).plain
        values = {"id": self.ids.allocate(text, number), **values}
        self.converter.question_id = str(values["id"])
        self.losses.name(first_loss, self.converter.question_id)
        path = self.decks.path_of(note)
        topic = path.topic or slug(self.decks.title) or "imported"
        if len(path.levels) > 1 or (self.decks.has_subdecks and not path.levels):
            self.converter.report(ImportLoss.DECKS, path.title or self.decks.title)
        self._add(topic, path.title or self.decks.title, values, list(note.tags))
        self._keep_guid(values, usable_guid(note.guid), [note])
        self.generic += 1

    def _templates(self, note: ApkgNote) -> CardTemplates:
        """Return the templates of the note type of `note`, and tell once what they lose."""
        key = note.note_type_id
        if key not in self.templates:
            note_type = self.package.note_types[key]
            templates = self.templates[key] = CardTemplates(note_type, self.package.decks)
            if templates.lost:
                tags = ", ".join([f"<{tag}>" for tag in templates.lost])
                self.losses.add(ImportLoss.DESIGN, tags, note_type.name)
        return self.templates[key]

    def _keep_guid(
        self, values: dict[str, Value], guid: str | None, notes: Sequence[ApkgNote | QuizgenNote]
    ) -> None:
        """Write `guid` into `values`, unless it is empty: then `notes` keep their guids without it.

        Report the loss where `guid` is None, or where another question has a guid of `notes`.
        """
        guids = {note.guid for note in notes}
        if guid is None or guids & self.guids:
            self.converter.report(ImportLoss.IDENTITY, str(values["id"]))
            return
        self.guids |= guids
        self.same_guid += len(notes)
        self.kept += [note for note in notes if isinstance(note, QuizgenNote)]
        if guid:
            values["guid"] = guid

    def _add(self, topic: str, title: str, values: dict[str, Value], tags: Sequence[str]) -> None:
        """Add the question `values` to `topic`, which gets the plain `title` if it is new."""
        self.converter.question_id = str(values["id"])
        usable = list(self._usable(tags))
        if len(usable) > MAX_TAGS:
            self.converter.report(ImportLoss.TAG, " ".join(usable[MAX_TAGS:][:10]))
        if set(usable[:MAX_TAGS]) != set(_listed(values.get("tags", ()))):
            values["tags"] = usable[:MAX_TAGS]
        if topic not in self.topics:
            source = title_markdown(title, math=self.math) if title else ""
            self.topics[topic] = NewTopic(topic, source)
        self.topics[topic].questions.append(values)
        self.questions += 1

    def _usable(self, tags: Sequence[str]) -> Iterator[str]:
        """Yield `tags` as a bank can hold them, each once."""
        for tag in dict.fromkeys(tags):
            fitting = re.sub(r'[\s\x00-\x1f\x7f"]+', "-", tag)[:100]
            if fitting != tag or not TAG.accepts(fitting):
                self.converter.report(ImportLoss.TAG, tag)
            if TAG.accepts(fitting):
                yield fitting

    def _passage(self) -> str:
        if not self.quotes:
            return ""
        return self.quotes.passage(title_markdown(self.decks.title, math=self.math))

    def _reference(self) -> str:
        """Return the reference of the bank until a teacher names a better source."""
        return title_markdown(f"Anki deck {self.decks.title}", math=self.math)

    def _report_losses_of_bank(self) -> None:
        """Report the losses that are not of one question."""
        self.converter.question_id = ""
        if not self.language:
            self.converter.report(ImportLoss.LANGUAGE, f"{BANKS}/{self.folder}/{BANK_FILE}")
        if self.quotes:
            self.converter.report(ImportLoss.PASSAGE, "passage.md")
        if self.items:
            self.converter.report(ImportLoss.WORKSHEETS, f"{DECKS}/{self.folder}.yaml")
        for name in self.pictures.unused:
            self.converter.report(ImportLoss.UNUSED_MEDIA, name)


def _listed(tags: Value) -> list[str]:
    """Return `tags` of an entry, one or several, as a list."""
    return [tags] if isinstance(tags, str) else [str(tag) for tag in tags]
