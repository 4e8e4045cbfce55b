"""The questions of a file as a new bank, or as changes of a bank that is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from quizgen.commands.importing.detection import detect_language
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.files import (
    PASSAGE_FILE,
    NewBank,
    NewTopic,
    bank_files,
    places_of_questions,
    topic_yaml,
)
from quizgen.commands.importing.foreign.incoming import Incoming, convert
from quizgen.commands.importing.foreign.present_bank import (
    PresentBank,
    changed_file,
    remarks_of,
)
from quizgen.commands.importing.foreign.quotes import (
    QuoteKeeper,
    passage_in,
    passage_of_quotes,
)
from quizgen.commands.importing.foreign.returned import ReturnedQuestions
from quizgen.commands.importing.foreign.update import question_text
from quizgen.commands.importing.foreign.versions import Versions
from quizgen.commands.importing.formulas import has_formula
from quizgen.commands.importing.generic_notes import plain
from quizgen.commands.importing.identity import IdAllocator, slug
from quizgen.commands.importing.imported_bank import ImportedBank, Update
from quizgen.commands.importing.losses import ImportLosses
from quizgen.commands.importing.pictures import PackagePictures
from quizgen.commands.importing.typed_signs import title_markdown
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.diagnostics import Report
from quizgen.model.text import parse_text
from quizgen.project.layout import BANK_FILE, BANKS
from quizgen.readers.bank_folder import LANGUAGE, MEDIA_FOLDER
from quizgen.readers.foreign import ForeignFile, ForeignLoss, ForeignQuestion
from quizgen.readers.foreign.texts import QUESTION_NOT_IMPORTED
from quizgen.readers.yaml.emit import Value

_IN_LANGUAGE = re.compile(r'<div lang="([A-Za-z0-9-]{2,35})"')


class ForeignImport:
    """The import of the questions in `file`, read from `path`, into the bank `folder`.

    `report` tells of those that its reader has left out. `count` is their number with the others.
    """

    def __init__(self, file: ForeignFile, path: Path, folder: str, report: Report) -> None:
        self.file = file
        self.path = path
        self.folder = folder
        self.report = report
        self.losses = ImportLosses()
        self.pictures = PackagePictures(file.media)
        refused = [d for d in report.diagnostics if d.name == QUESTION_NOT_IMPORTED]
        self.count = len(file.questions) + len(refused)

    def new_bank(self) -> ImportedBank:
        """Return a new bank of the questions."""
        math = any(has_formula(html) for q in self.file.questions for html in _texts(q))
        incoming = self._convert(math, _code(self.file.language))
        ids = IdAllocator(one.named for one in incoming if one.named)
        name = " ".join(self.file.title.split()) or _name_of(self.path)
        bank_title = title_markdown(name.replace("_", " ").strip() or "-", math=math)
        passage = passage_of_quotes(incoming, bank_title, math=math)
        quotes = QuoteKeeper(passage_in(passage, math=math), self.losses, math=math)
        topics: dict[str, NewTopic] = {}
        for one, topic in zip(incoming, self._topics(incoming), strict=True):
            id = self._id(one, ids)
            values = {"id": id, **quotes.values(one, id)}
            if topic not in topics:
                title = title_markdown(" ".join(one.question.topic.split()), math=math)
                topics[topic] = NewTopic(topic, title if slug(one.question.topic) == topic else "")
            _add(topics[topic], values, one)
        language = _code(self.file.language) or _marked_language(incoming)
        language = language or detect_language([plain(one.question.stem) for one in incoming])
        bank = NewBank(
            folder=self.folder,
            id=self.folder,
            title=bank_title,
            language=language,
            math=math,
            reference=title_markdown(self.path.name, math=math),
            topics=list(topics.values()),
            deck=re.sub(r'[:"\x00-\x1f]+', " ", name).strip()[:100] or "Imported",
            subdecks=len(topics) > 1,
            flips=False,
            description="",
            passage=passage,
            media=self.pictures.used,
        )
        if passage:
            self.losses.add(ImportLoss.PASSAGE, f"{BANKS}/{self.folder}/{PASSAGE_FILE}", "")
        if incoming and not language:
            self.losses.add(ImportLoss.LANGUAGE, f"{BANKS}/{self.folder}/{BANK_FILE}", "")
        files = bank_files(bank) if incoming else {}
        return self._imported(files, len(incoming), Update(added=len(incoming)))

    def into(self, present: PresentBank, returned: ReturnedQuestions) -> ImportedBank:
        """Return the changes that the questions make to the bank that is there.

        `returned` is what its questions come back as from an export.
        """
        self.pictures.present = present.media
        incoming = self._convert(present.math, present.language)
        quotes = QuoteKeeper(present.passage, self.losses, math=present.math)
        known = [question for topic in present.topics for question in topic.questions]
        versions = Versions(present, returned, incoming, self.losses)
        is_same_file = present.reference == title_markdown(self.path.name, math=present.math)
        same_questions = versions.partners(incoming, known, is_same_file=is_same_file)
        present_ids = {id for topic in present.topics for id in topic.ids}
        ids = IdAllocator([*present_ids, *(one.named for one in incoming)])
        changed: dict[str, Mapping[str, Value]] = {}
        added: dict[str, NewTopic] = {}
        topics = self._topics(incoming)
        for one, partner, name in zip(incoming, same_questions, topics, strict=True):
            if partner is None:
                if one.named in present_ids:
                    one.named = ""  # the id of another question
                id = self._id(one, ids)
                values = {"id": id, **quotes.values(one, id)}
                _add(added.setdefault(name, NewTopic(name)), values, one)
                continue
            self.losses.name(one.first_loss, partner.id, one.last_loss)
            self._keep_case(one, present)
            version = versions.values(one, partner, quotes)
            if version != partner.values:
                changed[partner.id] = version
        versions.tell_left_out()
        versions.tell_gone()
        update = Update(
            added=sum(len(topic.questions) for topic in added.values()),
            changed=tuple(changed),
            same=sum(partner is not None for partner in same_questions) - len(changed),
            gone=tuple(q.id for q in known if q not in same_questions),
            is_first=False,
        )
        return self._imported(self._changes(present, changed, added), len(incoming), update)

    def _keep_case(self, one: Incoming, present: PresentBank) -> None:
        """Tell of a case whose stem is another one in the bank: it stays as it is there."""
        for topic in present.topics:
            if one.case is not None and topic.cases.get(one.case[0], one.case[1]) != one.case[1]:
                self.losses.add(ForeignLoss.CASE_TEXT, one.case[1], one.case[0])

    def _changes(
        self,
        present: PresentBank,
        changed: Mapping[str, Mapping[str, Value]],
        added: Mapping[str, NewTopic],
    ) -> dict[PurePosixPath, bytes]:
        files: dict[PurePosixPath, bytes] = {}
        folder = PurePosixPath(BANKS) / self.folder
        rest = dict(added)
        for topic in present.topics:
            more: list[dict[str, Value]] = []
            new = rest.get(topic.topic)
            if new is not None and topic.questions and new.cases.keys() <= topic.cases.keys():
                more = rest.pop(topic.topic).questions
            if more or any(question.id in changed for question in topic.questions):
                files[folder / topic.path.name] = changed_file(topic, changed, more)
                for remark in remarks_of(topic, changed):
                    self.losses.add(ForeignLoss.REMARK, remark.text, remark.id)
        taken = {PurePosixPath(name).stem.casefold() for name in (BANK_FILE, *present.files)}
        topics = {topic.topic for topic in present.topics}
        for name, new_topic in rest.items():
            stem, number = name, 1
            while stem.casefold() in taken or stem in topics:
                number += 1
                stem = f"{name}-{number}"
            taken.add(stem.casefold())
            if name in topics:
                new_topic.id = stem
            files[folder / f"{stem}.yaml"] = topic_yaml(new_topic).encode()
        for name, content in sorted(self.pictures.used.items()):
            if present.media.get(name) != content:
                files[folder / MEDIA_FOLDER / name] = content
        return files

    def _convert(self, math: bool, language: str) -> list[Incoming]:
        converter = FieldConverter(self.pictures, self.losses, math=math)
        return convert(self.file, converter, self.report, language)

    def _topics(self, incoming: Sequence[Incoming]) -> list[str]:
        """Return the topic of each question; those of a case are together, with the first."""
        of_cases: dict[str, str] = {}
        topics = []
        for one in incoming:
            topic = slug(one.question.topic) or self.folder
            topics.append(of_cases.setdefault(one.case[0], topic) if one.case else topic)
        return topics

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
            notes=self.count,
            questions=count,
            kept=0,
            generic=0,
            losses=self.losses.by_reason(places_of_questions(files)),
            update=update,
            id=self.folder if update.is_first else "",
        )


def _add(topic: NewTopic, values: dict[str, Value], one: Incoming) -> None:
    """Add a question with the keys `values` to `topic`, with its case."""
    if one.case is not None:
        name, stem = one.case
        topic.cases[name] = stem
        values = {**values, "part_of": name}
    topic.questions.append(values)


def _marked_language(incoming: Sequence[Incoming]) -> str:
    """Return the language that most questions say they are in, as our own files do; else empty."""
    marks = Counter(
        mark[1]
        for one in incoming
        if (mark := next(filter(None, map(_IN_LANGUAGE.match, _texts(one.question))), None))
    )
    language, votes = marks.most_common(1)[0] if marks else ("", 0)
    return _code(language) if votes * 2 > len(incoming) else ""


def _name_of(path: Path) -> str:
    """Return the name of the file without its ending, which has two parts in our own exports."""
    from quizgen.writers.exporting.formats import FORMATS

    endings = sorted((one.ending for one in FORMATS), key=len, reverse=True)
    ending = next((one for one in endings if path.name.lower().endswith(one)), path.suffix)
    return path.name.removesuffix(path.name[len(path.name) - len(ending) :]) or path.stem


def _code(language: str) -> str:
    """Return `language` if a bank takes it for the code of one, else empty."""
    return language if LANGUAGE.pattern.fullmatch(language) else ""


def _texts(question: ForeignQuestion) -> Iterator[str]:
    """Yield the texts of `question` in which formulas may stand."""
    yield from (question.stem, question.hint, *question.explain)
    if question.case is not None:
        yield question.case.stem
    yield from _strings(question.task)


def _strings(value: object) -> Iterator[str]:
    """Yield each text in `value`, tuples of tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
