"""The questions of a file as a new bank, or as changes of a bank that is there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from quizgen.commands.importing.detection import detect_language
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.files import NewBank, NewTopic, bank_files, places_of_questions
from quizgen.commands.importing.foreign.entry import NoQuestionError, entry_of
from quizgen.commands.importing.foreign.present_bank import PresentBank, changed_file
from quizgen.commands.importing.foreign.update import merged, partners, question_text
from quizgen.commands.importing.formulas import has_formula
from quizgen.commands.importing.generic_notes import plain
from quizgen.commands.importing.identity import IdAllocator, slug
from quizgen.commands.importing.imported_bank import ImportedBank, Update
from quizgen.commands.importing.losses import ImportLosses
from quizgen.commands.importing.pictures import PackagePictures
from quizgen.commands.importing.typed_signs import title_markdown
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.diagnostics import Report, Severity
from quizgen.model.source import Source
from quizgen.model.text import parse_text
from quizgen.project.layout import BANK_FILE, BANKS
from quizgen.readers.foreign import ForeignFile, ForeignQuestion
from quizgen.readers.item_keys import MAX_TAGS, NAME, TAG
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic
from quizgen.readers.yaml.emit import Value, emit


@dataclass(slots=True)
class Incoming:
    """A question on its way into a bank; `named` is the id that the file gives, or empty."""

    question: ForeignQuestion
    values: dict[str, Value]
    named: str
    first_loss: int
    last_loss: int


class ForeignImport:
    """The import of the questions in `file`, read from `path`, into the bank `folder`."""

    def __init__(self, file: ForeignFile, path: Path, folder: str, report: Report) -> None:
        self.file = file
        self.path = path
        self.folder = folder
        self.report = report
        self.losses = ImportLosses()

    def new_bank(self) -> ImportedBank:
        """Return a new bank of the questions."""
        math = any(has_formula(html) for q in self.file.questions for html in _texts(q))
        incoming = self._convert(math)
        ids = IdAllocator(one.named for one in incoming if one.named)
        topics: dict[str, NewTopic] = {}
        for one in incoming:
            values = {"id": self._id(one, ids), **one.values}
            topic = _topic_of(one.question, self.folder)
            if topic not in topics:
                title = title_markdown(" ".join(one.question.topic.split()), math=math)
                topics[topic] = NewTopic(topic, title if one.question.topic else "")
            topics[topic].questions.append(values)
        texts = [plain(one.question.stem) for one in incoming]
        language = detect_language(texts)
        bank = NewBank(
            folder=self.folder,
            id=self.folder,
            title=title_markdown(self.path.stem.replace("_", " ").strip() or "-", math=math),
            language=language,
            math=math,
            reference=title_markdown(self.path.name, math=math),
            topics=list(topics.values()),
            deck=re.sub(r'[:"\x00-\x1f]+', " ", self.path.stem).strip()[:100] or "Imported",
            subdecks=len(topics) > 1,
            flips=False,
            description="",
            passage="",
            media={},
        )
        if incoming and not language:
            self.losses.add(ImportLoss.LANGUAGE, f"{BANKS}/{self.folder}/{BANK_FILE}", "")
        files = bank_files(bank) if incoming else {}
        return self._imported(files, len(incoming), Update(added=len(incoming)))

    def into(self, present: PresentBank) -> ImportedBank:
        """Return the changes that the questions make to the bank that is there."""
        incoming = self._convert(present.math)
        known = [question for topic in present.topics for question in topic.questions]
        versions = partners([one.values for one in incoming], [o.named for o in incoming], known)
        ids = IdAllocator([*(q.id for q in known), *(o.named for o in incoming)])
        changed: dict[str, Mapping[str, Value]] = {}
        added: dict[str, list[dict[str, Value]]] = {}
        for one, partner in zip(incoming, versions, strict=True):
            if partner is None:
                values = {"id": self._id(one, ids), **one.values}
                added.setdefault(_topic_of(one.question, self.folder), []).append(values)
                continue
            self.losses.name(one.first_loss, partner.id, one.last_loss)
            values = merged(partner.values, one.values)
            if values != partner.values:
                changed[partner.id] = values
        update = Update(
            added=sum(map(len, added.values())),
            changed=tuple(changed),
            same=sum(partner is not None for partner in versions) - len(changed),
            gone=tuple(q.id for q in known if q not in versions),
            is_first=False,
        )
        return self._imported(self._changes(present, changed, added), len(incoming), update)

    def _changes(
        self,
        present: PresentBank,
        changed: Mapping[str, Mapping[str, Value]],
        added: Mapping[str, list[dict[str, Value]]],
    ) -> dict[PurePosixPath, bytes]:
        files: dict[PurePosixPath, bytes] = {}
        folder = PurePosixPath(BANKS) / self.folder
        rest = dict(added)
        for topic in present.topics:
            more = rest.pop(topic.topic, []) if topic.questions else []
            if more or any(question.id in changed for question in topic.questions):
                files[folder / topic.path.name] = changed_file(topic, changed, more)
        taken = {BANK_FILE.casefold(), *(topic.path.name.casefold() for topic in present.topics)}
        for name, questions in rest.items():
            stem, number = name, 1
            while f"{stem}.yaml".casefold() in taken:
                number += 1
                stem = f"{name}-{number}"
            taken.add(f"{stem}.yaml".casefold())
            text = emit({"topic": name, "questions": questions})
            files[folder / f"{stem}.yaml"] = text.encode()
        return files

    def _convert(self, math: bool) -> list[Incoming]:
        """Return the questions that a bank can hold, and tell the others."""
        converter = FieldConverter(PackagePictures({}), self.losses, math=math)
        incoming: list[Incoming] = []
        names: set[str] = set()
        for question in self.file.questions:
            converter.question_id = plain(question.stem)[:60] or question.where
            first = len(self.losses)
            try:
                values = entry_of(question, converter)
                self._check(values, math)
            except NoQuestionError as error:
                self.losses.forget(first)
                self._refuse(question, str(error))
                continue
            if tags := list(_tags(question, converter)):
                values["tags"] = tags[:MAX_TAGS]
            named = _name(question.id)
            if named in names:
                named = ""
            names.add(named)
            incoming.append(Incoming(question, values, named, first, len(self.losses)))
        converter.question_id = ""
        for reason, what in self.file.losses:
            converter.lose(reason, what)
        return incoming

    def _check(self, values: dict[str, Value], math: bool) -> None:
        """Raise `NoQuestionError` where a bank would refuse the question with these keys."""
        text = emit({"topic": "t", "questions": [{"id": "q", **values}]})
        report = Report()
        read_topic(Source(Path("t.yaml"), text), Reading(report, math=math))
        faults = [d for d in report.diagnostics if d.severity is Severity.ERROR]
        if faults:
            raise NoQuestionError(f"a bank cannot hold it: {faults[0].message}")

    def _refuse(self, question: ForeignQuestion, why: str) -> None:
        stem = plain(question.stem)[:50]
        self.report.warning(
            "question-not-imported",
            question.place,
            f"{question.where}: “{stem}” was left out: {why}",
            "correct the file and import it again; the questions that came stay",
        )

    def _id(self, one: Incoming, ids: IdAllocator) -> str:
        name = one.named
        if not name:
            source = re.sub(r"\{\{c\d+::|\}\}", " ", question_text(one.values))
            name = ids.allocate(parse_text(source).plain, f"question-{len(ids.taken) + 1}")
        self.losses.name(one.first_loss, name, one.last_loss)
        return name

    def _imported(
        self, files: Mapping[PurePosixPath, bytes], count: int, update: Update
    ) -> ImportedBank:
        return ImportedBank(
            name=self.folder,
            files=files,
            notes=len(self.file.questions),
            questions=count,
            kept=0,
            generic=0,
            losses=self.losses.by_reason(places_of_questions(files)),
            update=update,
        )


def _texts(question: ForeignQuestion) -> Sequence[str]:
    """Return the texts of `question` in which formulas may stand."""
    return [question.stem, str(question.task), *question.explain, question.hint]


def _topic_of(question: ForeignQuestion, folder: str) -> str:
    return slug(question.topic) or folder


def _name(identity: str) -> str:
    """Return the id that a bank can use for what a file calls a question; empty if none is."""
    if NAME.accepts(identity):
        return identity
    return slug(identity)


def _tags(question: ForeignQuestion, converter: FieldConverter) -> list[str]:
    tags = []
    for tag in dict.fromkeys(question.tags):
        fitting = re.sub(r'[\s\x00-\x1f\x7f"]+', "-", tag)[:100]
        if fitting != tag or not TAG.accepts(fitting):
            converter.report(ImportLoss.TAG, tag)
        if TAG.accepts(fitting):
            tags.append(fitting)
    return tags
