"""Questions as their authors wrote them, from the entries that quizgen's notes carry."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.checks import CHECKS
from quizgen.checks.nlp import AnalyzedBank
from quizgen.checks.run import run_checks
from quizgen.commands.importing.entry_envelope import EntryEnvelope, Unshown, envelope_of
from quizgen.commands.importing.identity import IdAllocator
from quizgen.commands.importing.pictures import PackagePictures
from quizgen.commands.importing.quizgen_notes import QuizgenItem
from quizgen.commands.importing.same_words import agreement
from quizgen.commands.importing.source_field import MAX_PARAGRAPHS, PassageQuotes
from quizgen.model.bank import Bank, Passage, Topic
from quizgen.model.diagnostics import Report, has_errors
from quizgen.model.entry import Value
from quizgen.model.item import Item
from quizgen.model.source import Source
from quizgen.model.text import Image, Sound, Text
from quizgen.readers.item_keys import PART_OF
from quizgen.readers.media import is_media_name
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic
from quizgen.readers.yaml.emit import emit

_NOWHERE = Path("entry.yaml")
_PLAIN_NAME = re.compile(r"[\w./-]+")
"""Names of files that Markdown holds as they are."""


class AuthorQuestion(NamedTuple):
    """A question as its author wrote it: the `values` of its entry, and the `item` they are.

    `cases` has the stem of its case, Markdown, by the id of the case. `in_order` is as for an
    `Agreement`.
    """

    values: dict[str, Value]
    item: Item
    cases: dict[str, str]
    in_order: bool


class AuthorQuestions:
    """The entries of a package whose bank has `bank_id`, `language` and `math`.

    What an entry needs elsewhere in the bank goes to `pictures` and `quotes`; ids come from `ids`.
    """

    def __init__(
        self,
        bank_id: str,
        language: str,
        pictures: PackagePictures,
        quotes: PassageQuotes,
        ids: IdAllocator,
    ) -> None:
        self.bank_id = bank_id
        self.language = language or "en"
        self.pictures = pictures
        self.quotes = quotes
        self.ids = ids
        self.renamed: dict[str, str] = {}
        self.cases: dict[tuple[str, str], str] = {}

    def take(self, notes: QuizgenItem, id: str, topic: str) -> AuthorQuestion | None:
        """Return the question of `notes` for the topic `topic`, as its author wrote it.

        `id` is what it is called where its entry says nothing else. Return None where it has no
        entry, where that is not the entry of its note as it is now, or where it cannot stand in
        this bank: then the question is read from its cards.
        """
        envelope = envelope_of(notes)
        if envelope is None:
            return None
        present_id = self._present_id(envelope.id, id)
        values = {"id": present_id, **_in_usual_order(envelope.values)}
        reading = Reading(Report(), self.language, self.quotes.math)
        item = self._item(values, envelope.case_stem, topic, reading)
        if item is None:
            return None
        files = {file.name: envelope.media.get(file.name, "") for file, _ in reading.pictures}
        is_safe = all(is_media_name(file) for file, _ in reading.pictures)
        if not is_safe or not self.pictures.can_take(files):
            return None
        if not self._is_at_home(item, envelope, topic):
            return None
        bank = self._bank_of(item, topic, envelope.paragraphs)
        agreed = agreement(item, notes, bank, files)
        if not agreed.in_words or _has_faults(bank):
            return None
        self.pictures.take(files)
        self._settle(item, notes, envelope, topic)
        named = item.case.id.value if item.case and envelope.case_stem else ""
        cases = {named: envelope.case_stem} if named else {}
        return AuthorQuestion(values, item, cases, agreed.in_order)

    def name_files(self, unshown: Unshown) -> None:
        """Give the files of a matching question their names, before its cards are read."""
        media = unshown.media.items()
        new = {
            name: file
            for name, file in media
            if file not in self.pictures.names and _PLAIN_NAME.fullmatch(name)
        }
        if all(map(_is_media_name, new)) and self.pictures.can_take(new):
            self.pictures.take(new)

    def allows(self, values: Mapping[str, Value], topic: str) -> bool:
        """Return whether an entry of the topic `topic` can have `values`."""
        reading = Reading(Report(), self.language, self.quotes.math)
        return self._read(values, "", topic, reading) is not None

    def name(self, unshown: Unshown, notes: QuizgenItem, id: str) -> str:
        """Return the id of a matching question with these `notes`, `id` if no other is known."""
        present_id = self._present_id(unshown.id, id)
        self._settle_id(present_id, notes)
        return present_id

    def _present_id(self, named: str, id: str) -> str:
        """Return `named`, the id in a field, if no other question has it, else `id`."""
        return named if named and named not in self.ids.taken else id

    def _settle_id(self, id: str, notes: QuizgenItem) -> None:
        self.ids.taken.add(id)
        if id != notes.id and notes.first.bank == self.bank_id:
            self.renamed[id] = notes.id

    def _item(
        self, values: Mapping[str, Value], case_stem: str, topic: str, reading: Reading
    ) -> Item | None:
        """Return the item that `values` are read to as a topic file has them; None with errors."""
        item = self._read(values, case_stem, topic, reading)
        return item if item and item.entry and item.entry.values == values else None

    def _read(
        self, values: Mapping[str, Value], case_stem: str, topic: str, reading: Reading
    ) -> Item | None:
        """Return the item of `values`, which may be written in another way; None with errors."""
        file: dict[str, Value] = {"topic": topic}
        if case_stem:
            file["cases"] = [{"id": values.get(PART_OF.name, ""), "stem": case_stem}]
        source = Source(_NOWHERE, emit({**file, "questions": [values]}))
        read = read_topic(source, reading)
        if read is None or has_errors(reading.report.diagnostics) or len(read.items) != 1:
            return None
        return read.items[0]

    def _is_at_home(self, item: Item, envelope: EntryEnvelope, topic: str) -> bool:
        """Return whether the bank can have what `item` needs: its quotes and its case."""
        numbers = envelope.paragraphs
        if len(numbers) != len(item.evidence) or max(filter(None, numbers), default=0) > (
            MAX_PARAGRAPHS
        ):
            return False
        if item.case is None or not envelope.case_stem:
            return True
        case = (topic, item.case.id.value)
        return self.cases.get(case, envelope.case_stem) == envelope.case_stem

    def _bank_of(self, item: Item, topic: str, paragraphs: Sequence[int | None]) -> Bank:
        """Return the bank of `item` alone, whose quotes are in `paragraphs` of its passage."""
        quotes = sorted(
            zip(paragraphs, item.evidence, strict=True),
            key=lambda pair: (pair[0] is None, pair[0] or 0),
        )
        texts = tuple(quote for _, quote in quotes)
        passage = Passage(Text(()), texts, tuple(number for number, _ in quotes))
        topics = (Topic(topic, Text(()), (item,)),)
        return Bank(self.bank_id, Text(()), self.language, topics, passage if quotes else None)

    def _settle(self, item: Item, notes: QuizgenItem, envelope: EntryEnvelope, topic: str) -> None:
        """Enter into the bank what `item` needs there."""
        self._settle_id(item.id.value, notes)
        for number, quote in zip(envelope.paragraphs, item.evidence, strict=True):
            self.quotes.add_plain(number, quote.plain)
        if item.case is not None and envelope.case_stem:
            self.cases[topic, item.case.id.value] = envelope.case_stem


def _is_media_name(name: str) -> bool:
    return is_media_name(Image(name, "")) or is_media_name(Sound(name, ""))


def _in_usual_order(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return `values` with the type first, and the other keys as the documentation lists them."""
    table = next((kind.table for kind in QUESTION_TYPES if kind.name == values.get("type")), None)
    usual = ["type", *(key.name for key in table.keys)] if table else []
    names = dict.fromkeys((*(name for name in usual if name in values), *values))
    return {name: values[name] for name in names}


def _has_faults(bank: Bank) -> bool:
    """Return whether `bank` could not be built, as with a link that it does not allow."""
    return has_errors(run_checks(AnalyzedBank(bank), CHECKS))
