"""Write the topics and questions of an imported bank as the files of a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath

from quizgen.model.dataclass import dataclass
from quizgen.model.source import Position, Source, Span
from quizgen.project.layout import BANK_FILE, BANKS, DECKS, YAML_ENDINGS
from quizgen.readers.bank_folder import MEDIA_FOLDER
from quizgen.readers.yaml.emit import Value, emit

PASSAGE_FILE = "passage.md"
_QUESTION = "- id: "
"""How `emit` begins each question, without an indent; no other line begins so."""


@dataclass(slots=True)
class NewTopic:
    """A topic file to be written. `title` is Markdown, empty where the id is the title too.

    `cases` are the stems of its cases, in Markdown, by their ids.
    """

    id: str
    title: str = ""
    questions: list[dict[str, Value]] = field(default_factory=list)
    cases: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewBank:
    """The content of a bank's files and of its deck file.

    `folder` is the name of the bank's folder in question_bank/, `deck` the name of its deck in
    Anki. `language` is empty where it is not known, and `passage_language` where it is the same.
    `title`, `reference`, `description` and `passage` are Markdown, or empty.
    """

    folder: str
    id: str
    title: str
    language: str
    math: bool
    reference: str
    topics: list[NewTopic]
    deck: str
    subdecks: bool
    flips: bool
    description: str
    passage: str
    media: Mapping[str, bytes]
    passage_language: str = ""


def bank_files(bank: NewBank) -> dict[PurePosixPath, bytes]:
    """Return the content of each file of `bank`, by its path below the project's folder."""
    folder = PurePosixPath(BANKS) / bank.folder
    files = {folder / BANK_FILE: _bank_yaml(bank).encode()}
    if bank.passage:
        files[folder / PASSAGE_FILE] = bank.passage.encode()
    for name, topic in _file_names(bank.topics):
        files[folder / name] = topic_yaml(topic).encode()
    for name, content in sorted(bank.media.items()):
        files[folder / MEDIA_FOLDER / name] = content
    files[PurePosixPath(DECKS) / f"{bank.folder}.yaml"] = _deck_yaml(bank).encode()
    return files


def places_of_questions(files: Mapping[PurePosixPath, bytes]) -> dict[str, Span]:
    """Return where the question with each id begins in the topic files among `files`.

    `files` are as from `bank_files`; the paths of the places are those of `files`.
    """
    places = {}
    for path, content in files.items():
        if path.parts[0] != BANKS or path.suffix not in YAML_ENDINGS or path.name == BANK_FILE:
            continue
        source = Source(Path(path), content.decode())
        is_below = False
        for number, line in enumerate(source.text.split("\n")):
            is_below |= line.startswith("questions:")
            if is_below and line.startswith(_QUESTION):
                end = Position(number, len(line))
                span = Span(source, Position(number, len(_QUESTION)), end)
                places[line.removeprefix(_QUESTION).strip("'\"")] = span
    return places


def _bank_yaml(bank: NewBank) -> str:
    values: dict[str, Value] = {"id": bank.id, "title": bank.title}
    if bank.language:
        values["language"] = bank.language
    if bank.passage:
        values["passage"] = PASSAGE_FILE
        if bank.passage_language:
            values["passage_language"] = bank.passage_language
    if bank.reference:
        values["reference"] = bank.reference
    if bank.math:
        values["math"] = "true"
    if len(bank.topics) > 1:
        values["topics"] = [topic.id for topic in bank.topics]
    return emit(values)


def topic_yaml(topic: NewTopic) -> str:
    """Return the content of the file of `topic`."""
    values: dict[str, Value] = {"topic": topic.id}
    if topic.title and topic.title != topic.id:
        values["title"] = topic.title
    if topic.cases:
        values["cases"] = [{"id": name, "stem": stem} for name, stem in topic.cases.items()]
    return emit({**values, "questions": topic.questions})


def _deck_yaml(bank: NewBank) -> str:
    anki: dict[str, Value] = {"deck": bank.deck}
    if bank.subdecks:
        anki["subdecks"] = "topic"
    if bank.flips:
        anki["flip_after_choosing"] = "true"
    if bank.description:
        anki["description"] = bank.description
    return emit({"bank": bank.folder, "anki": anki})


def _file_names(topics: list[NewTopic]) -> Iterator[tuple[str, NewTopic]]:
    """Yield a file name for each topic; no two are the same on a disk that ignores case."""
    taken = {BANK_FILE}
    for topic in topics:
        stem, number = topic.id, 1
        while f"{stem}.yaml".casefold() in taken:
            number += 1
            stem = f"{topic.id}-{number}"
        taken.add(f"{stem}.yaml".casefold())
        yield f"{stem}.yaml", topic
