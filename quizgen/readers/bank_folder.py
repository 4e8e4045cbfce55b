"""A bank's folder: ``bank.yaml``, the passage, one YAML file a topic, and media."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quizgen.model.bank import Bank, GlossaryEntry, Passage, Topic
from quizgen.model.diagnostics import Related, Report
from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.item import Item
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.source import Source
from quizgen.model.text import Image, Sound, Text, inline_runs
from quizgen.model.text.addresses import NEVER
from quizgen.project.layout import BANK_FILE, yaml_files
from quizgen.project.record_store import RecordStore
from quizgen.readers.files import read_source
from quizgen.readers.gc_pause import gc_paused
from quizgen.readers.item_keys import NAME, REFERENCE, TEXT
from quizgen.readers.kept_files import kept_passage, kept_topic
from quizgen.readers.keys import Key, KeyTable, Values, parse_root, read_root
from quizgen.readers.media import read_media
from quizgen.readers.named_file import read_named
from quizgen.readers.shapes import Flag, ListOf, PairsOf, Reading, WordShape
from quizgen.readers.shapes.words import RefusedPattern
from quizgen.readers.yaml import MappingNode, Node, ScalarNode

if TYPE_CHECKING:
    from quizgen.readers.read_files import ReadFiles

T = TypeVar("T")

MEDIA_FOLDER = "media"

LANGUAGE = WordShape(
    "a language code",
    pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"),
    "write a language tag, such as en, en-GB or ko",
)
FILE_NAME = WordShape(
    "a file of this folder", pattern(r"[^/\\\x00]{1,200}"), "name a file beside bank.yaml"
)

ID = Key("id", NAME, "the bank's name; part of every card's identity, so it never changes", True)
TITLE = Key("title", TEXT, "the bank's title for readers", required=True)
LANGUAGE_KEY = Key("language", LANGUAGE, "the language it is written in; en if not given")
PASSAGE = Key("passage", FILE_NAME, "the file of the reading text, such as passage.md")
PASSAGE_LANGUAGE = Key(
    "passage_language", LANGUAGE, "the language of the passage; the bank's if not given"
)
BANK_REFERENCE = Key(
    "reference",
    ListOf(TEXT, or_one=True),
    "the source of every question that names none of its own",
)
MATH = Key("math", Flag(), "true where $…$ is a formula in TeX; without it a dollar is money")
SPEAK = Key("speak", Flag(), "true: Anki says each question and its answer aloud")
GLOSSARY = Key(
    "glossary",
    PairsOf("words, one a line, as word: what it means", TEXT, TEXT),
    "words of the passage and what they mean, in the order they are printed in",
)
TOPICS = Key(
    "topics", ListOf(NAME), "the order of the topics; that of their file names if not given"
)
RELEASED = Key(
    "released",
    WordShape(
        "a day or true",
        pattern(r"\d{4}-\d{2}-\d{2}|true"),
        "write the day on which pupils first got a deck, such as 2026-09-01, or true",
    ),
    "since when pupils have decks of this bank: without its ledger, no build then starts anew",
)
SCHEME = WordShape(
    "the beginning of an address",
    pattern(r"[a-z][a-z0-9+.-]{1,30}"),
    "write it in small letters and without its colon, such as tel",
    refused=(
        RefusedPattern(
            pattern(rf"\A(?:{'|'.join(NEVER)})\Z"),
            "is not for links: it runs something",
            "leave it out",
        ),
    ),
)
LINK_SCHEMES = Key(
    "link_schemes",
    ListOf(SCHEME),
    "what links may begin with beside http, https and mailto, such as tel",
)
BANK_KEYS = KeyTable(
    "a bank",
    (
        *(ID, TITLE, LANGUAGE_KEY, PASSAGE, PASSAGE_LANGUAGE, BANK_REFERENCE, MATH, GLOSSARY),
        *(SPEAK, TOPICS, RELEASED, LINK_SCHEMES),
    ),
)


def read_bank(
    folder: Path,
    report: Report,
    records: RecordStore | None = None,
    files: ReadFiles | None = None,
) -> Bank | None:
    """Return the bank in `folder` with every item that can be read; add the faults to `report`.

    Topic files and a passage that have not changed are taken from `records`, if given; topic files
    from `files`, if this process has read them before. Return None where `folder` holds no bank:
    without ``bank.yaml``, or without a readable id or title there.
    """
    with gc_paused():
        source = read_source(folder / BANK_FILE, report)
        if source is None:
            return None
        root = parse_root(source, Reading(report))
        reading = _reading(root, report)
        values = BANK_KEYS.read(root, reading) if root else None
        topics = _read_topics(folder, reading, records, files)
        if values is None:
            return None
        word = values.get(PASSAGE_LANGUAGE)
        passage_language = word.value if word and word.value != reading.language else None
        passage = _read_passage(folder, values, reading, records, passage_language)
        return Bank(
            id=values[ID].value,
            title=values[TITLE],
            language=reading.language,
            topics=_sourced(_in_order(topics, values, report), values.get(BANK_REFERENCE, ())),
            passage=passage,
            passage_is_faulty=passage is None and PASSAGE.name in values,
            media=read_media(reading.pictures, folder / MEDIA_FOLDER, report),
            span=values[ID].span,
            glossary=tuple(
                GlossaryEntry(*pair, passage_language) for pair in values.get(GLOSSARY, ())
            ),
            released=values.get(RELEASED),
            link_schemes=tuple(word.value for word in values.get(LINK_SCHEMES, ())),
        )


def _reading(root: Node | None, report: Report) -> Reading:
    """Return a reading with the language, the math and the speech of the bank file `root`.

    They are needed before the first question of the bank can be read.
    """
    if not isinstance(root, MappingNode):
        return Reading(report)
    language = _value(LANGUAGE_KEY, root)
    return Reading(
        report,
        language.value if language else "en",
        _value(MATH, root) or False,
        _value(SPEAK, root) or False,
    )


def _value(key: Key[T], root: MappingNode) -> T | None:
    """Return the value of `key` in `root`, or None where it is missing or cannot be read.

    Faults go into a report that is thrown away: they are reported when all keys are read.
    """
    entry = root.entries.get(key.name)
    return key.shape.read(entry[1], Reading(Report())) if entry else None


def bank_id(file: Path) -> str | None:
    """Return the id in the bank file `file`, or None where it has none; report no faults."""
    report = Report()
    source = read_source(file, report)
    values = read_root(source, BANK_KEYS, Reading(report)) if source else None
    return values[ID].value if values else None


class _TopicFile(NamedTuple):
    """A topic and the file that it was read from."""

    topic: Topic
    source: Source


class _Topics(NamedTuple):
    """The topics of a folder.

    `faulty` are the names, without ``.yaml``, of files that gave no topic; the reasons are
    reported.
    """

    topics: list[Topic]
    faulty: set[str]


def _read_topics(
    folder: Path, reading: Reading, records: RecordStore | None, read_files: ReadFiles | None
) -> _Topics:
    """Return the topics of all topic files in `folder`, in the order of the files' names."""
    read = read_files.topic if read_files else kept_topic
    files: list[_TopicFile] = []
    paths = [path for path in yaml_files(folder) if path.name != BANK_FILE]
    for path in paths:
        source = read_source(path, reading.report)
        topic = read(source, reading, records) if source else None
        if topic is not None and source is not None:
            files.append(_TopicFile(topic, source))
    owners = {id(file) for file in _owners(files, reading.report)}
    good = [file for file in files if id(file) in owners]
    faulty = {path.stem for path in paths} - {file.source.path.stem for file in good}
    return _Topics([file.topic for file in good], faulty)


def _owners(files: list[_TopicFile], report: Report) -> list[_TopicFile]:
    """Return a file for each topic of `files`, and report every further file with the same topic.

    The file that is named for its topic is kept; without such a file, the first. Names that
    differ only in capitals are the same topic.
    """
    first: dict[str, _TopicFile] = {}
    for file in sorted(files, key=lambda file: file.source.path.stem != file.topic.id):
        owner = first.setdefault(file.topic.id.casefold(), file)
        if owner is not file:
            name, twin = file.topic.id, owner.topic.id
            report.error(
                "duplicate-topic",
                file.source.whole(),
                f"{owner.source.path.name} has the topic {twin!r} already"
                + ("" if twin == name else f", and {name!r} differs only in capitals"),
                "give the topic of this file another name, or move its questions there",
                related=(Related("the other file", owner.source.whole()),),
            )
    return list(first.values())


def _in_order(topics: _Topics, values: Values, report: Report) -> tuple[Topic, ...]:
    """Return `topics` in the order of bank.yaml's key ``topics``, those not named there last.

    `values` are those of bank.yaml. A name without a topic is reported, unless its file is
    faulty.
    """
    by_id = {topic.id: topic for topic in topics.topics}
    listed = values.get(TOPICS, ())
    for word in listed:
        if word.value not in by_id and word.value not in topics.faulty:
            report.error(
                "unknown-topic",
                word.span,
                f"no file of this bank has the topic {word.value!r}",
                did_you_mean(word.value, by_id) or f"the topics are: {', '.join(by_id)}",
            )
    first = [by_id.pop(word.value) for word in listed if word.value in by_id]
    return (*first, *by_id.values())


def _sourced(topics: tuple[Topic, ...], references: tuple[Text, ...]) -> tuple[Topic, ...]:
    """Return `topics`, where each item without evidence or references gets `references`."""
    if not references:
        return topics
    return tuple(
        replace(topic, items=tuple(_with_source(item, references) for item in topic.items))
        for topic in topics
    )


def _with_source(item: Item, references: tuple[Text, ...]) -> Item:
    """Return `item` with the bank's `references`, unless it has a source of its own."""
    if item.evidence or item.references:
        return item
    entry = item.entry
    if entry is not None:
        spans = [text.span for text in references]
        typed = [span.value for span in spans if isinstance(span, ScalarNode)]
        entry = entry.with_value(REFERENCE.name, typed[0] if len(typed) == 1 else typed)
    return replace(item, references=references, entry=entry)


def _read_passage(
    folder: Path,
    values: Values,
    reading: Reading,
    records: RecordStore | None,
    language: str | None,
) -> Passage | None:
    """Return the passage that bank.yaml's `values` name; None without one, or with faults.

    `language` is that of the passage where it differs from the bank's. The passage's pictures
    and sounds are added to ``reading.pictures``.
    """
    name = values.get(PASSAGE)
    source = read_named(name, folder, reading.report) if name else None
    if source is None:
        return None
    passage = kept_passage(source, reading, records, language)
    for text in passage.paragraphs if passage else ():
        pictures = [run for run in inline_runs(text.runs) if isinstance(run, Image | Sound)]
        reading.pictures.extend((picture, text.span) for picture in pictures)
    return passage
