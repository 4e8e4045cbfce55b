"""The questions of a bank that is there, as typed, and changes of single ones in their files."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from quizgen.commands.importing.foreign.entry_lines import (
    KeyLines,
    changed_lines,
    key_lines,
    lost_remarks,
)
from quizgen.model.bank import Passage
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.source import Source
from quizgen.project.layout import BANK_FILE, yaml_files
from quizgen.readers.bank_folder import FILE_NAME, MEDIA_FOLDER, PASSAGE
from quizgen.readers.files import read_bytes, read_source
from quizgen.readers.passage import read_passage
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode, parse_yaml
from quizgen.readers.yaml.emit import Value, emit


class Remark(NamedTuple):
    """A remark in the question `id`."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class PresentQuestion:
    """A question of a bank: its keys as typed, and where it stands.

    It has the lines from `first_line`, counted from 0, up to the one before `end_line`; `keys` are
    those of its keys.
    """

    id: str
    values: dict[str, Value]
    first_line: int
    end_line: int
    indent: int
    keys: KeyLines


@dataclass(slots=True)
class PresentTopic:
    """A topic file of a bank; `cases` are the stems of its cases by their ids.

    `questions` are those that an import can change, whose keys begin beside the dash; `ids` are
    those of all. `mark` and `line_end` are bytes at the beginning and at the end of each line.
    """

    path: Path
    topic: str
    source: Source
    cases: dict[str, Value]
    mark: bytes = b""
    line_end: bytes = b"\n"
    questions: list[PresentQuestion] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PresentBank:
    """A bank that is there: its topic files, its pictures, and whether it declares formulas.

    `passage` is its reading text. `reference` is its source for all questions, as typed: for a
    bank that was made by an import, the name of the file. `language` is the code of its language,
    empty without. `files` are the names of all its YAML files, and `diagnostics` say what of them
    cannot be read.
    """

    topics: tuple[PresentTopic, ...]
    math: bool
    media: Mapping[str, bytes] = field(default_factory=dict)
    passage: Passage | None = None
    reference: str = ""
    language: str = ""
    files: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_present_bank(folder: Path, *, with_media: bool = False) -> PresentBank:
    """Return the bank in `folder`; what cannot be read of it, a check of the bank tells.

    Only `with_media` are the files of its pictures and sounds read.
    """
    report = Report()
    settings = read_source(folder / BANK_FILE, report)
    root = parse_yaml(settings, report) if settings is not None else None
    math = root.get("math") if isinstance(root, MappingNode) else None
    paths = [path for path in yaml_files(folder) if path.name != BANK_FILE]
    topics = [topic for path in paths if (topic := _topic(path, report)) is not None]
    has_math = isinstance(math, ScalarNode) and math.value == "true"
    media = _media(folder / MEDIA_FOLDER, report) if with_media else {}
    source, language = (_scalar(root, key) for key in ("reference", "language"))
    names = tuple(path.name for path in paths)
    diagnostics = tuple(report.diagnostics)
    passage = _passage(folder, root, math=has_math)
    return PresentBank(
        tuple(topics), has_math, media, passage, source, language, names, diagnostics
    )


def _scalar(root: Node | None, key: str) -> str:
    """Return the text that the bank file `root` has for `key`, empty for none."""
    node = root.get(key) if isinstance(root, MappingNode) else None
    return node.value if isinstance(node, ScalarNode) else ""


def _passage(folder: Path, root: Node | None, *, math: bool) -> Passage | None:
    """Return the passage that the bank file `root` names; its faults are told by a check."""
    name = root.get(PASSAGE.name) if isinstance(root, MappingNode) else None
    if not isinstance(name, ScalarNode) or not FILE_NAME.pattern.fullmatch(name.value):
        return None
    source = read_source(folder / name.value, Report())
    return read_passage(source, Report(), math=math) if source is not None else None


def _media(folder: Path, report: Report) -> dict[str, bytes]:
    """Return the files in `folder` by their names, those that can be read."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    contents = {p.name: read_bytes(p, report) for p in paths if p.is_file()}
    return {name: content for name, content in contents.items() if content is not None}


def _cases(root: MappingNode) -> dict[str, Value]:
    node = root.get("cases")
    values = [_value(n) for n in node.items] if isinstance(node, SequenceNode) else []
    return {str(v["id"]): v.get("stem", "") for v in values if isinstance(v, dict) and "id" in v}


def _topic(path: Path, report: Report) -> PresentTopic | None:
    source = read_source(path, report)
    root = parse_yaml(source, report) if source is not None else None
    if source is None or not isinstance(root, MappingNode):
        return None
    name, questions = root.get("topic"), root.get("questions")
    if not isinstance(name, ScalarNode) or not isinstance(questions, SequenceNode):
        return None
    topic = PresentTopic(path, name.value, source, _cases(root), *_frame(path))
    for node in questions.items:
        identity = node.get("id") if isinstance(node, MappingNode) else None
        line = source.line(node.line)
        dash = re.match(r"( *)-( +)", line)
        if isinstance(identity, ScalarNode):
            topic.ids.append(identity.value)
        if isinstance(node, MappingNode) and isinstance(identity, ScalarNode) and dash:
            values = _value(node)
            assert isinstance(values, dict)
            place = node.line - 1, _end_line(node), len(dash[1])
            keys = key_lines(node)
            topic.questions.append(PresentQuestion(identity.value, values, *place, keys))
    return topic


def _end_line(node: MappingNode) -> int:
    """Return the line behind `node`, from 0: that of what follows it, or the next one."""
    before = node.source.line(node.end.line + 1)[: node.end.column]
    return node.end.line + 1 if before.strip(" -") else node.end.line


def _value(node: Node) -> Value:
    """Return what `node` holds, as `emit` takes it."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [_value(inner) for inner in node.items]
    assert isinstance(node, MappingNode)
    return {key: _value(inner) for key, (_, inner) in node.entries.items()}


def changed_file(
    topic: PresentTopic, changed: Mapping[str, Mapping[str, Value]], added: list[dict[str, Value]]
) -> bytes:
    """Return the content of the file of `topic` with some questions changed, and others added.

    `changed` are the new keys of questions by their ids. All other lines stay as they are. What is
    added stands behind the last question.
    """
    lines = topic.source.text.rstrip("\n").split("\n")
    last_question = topic.questions[-1]
    place = _last_line(lines, last_question)
    lines[place:place] = [line for values in added for line in _entry(values, last_question.indent)]
    for question in reversed(topic.questions):
        if question.id in changed:
            last = _last_line(lines, question)
            new = changed[question.id]
            entry = (
                changed_lines(lines, question.keys, last, question.values, new)
                if question.keys.keys
                else _entry(new, question.indent)
            )
            lines[question.first_line : last] = list(entry)
    return topic.mark + ("\n".join(lines) + "\n").encode().replace(b"\n", topic.line_end)


def remarks_of(topic: PresentTopic, changed: Mapping[str, Mapping[str, Value]]) -> Iterator[Remark]:
    """Yield the remarks in `topic` that go with values that are `changed`."""
    lines = topic.source.text.rstrip("\n").split("\n")
    for question in topic.questions:
        if question.id in changed:
            place = (lines, question.keys, _last_line(lines, question))
            for text in lost_remarks(*place, question.values, changed[question.id]):
                yield Remark(question.id, text)


def _frame(path: Path) -> tuple[bytes, bytes]:
    """Return the byte-order mark of the file at `path`, if it has one, and the end of its lines."""
    content = read_bytes(path, Report()) or b""
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return mark, b"\r\n" if 2 * content.count(b"\r\n") > content.count(b"\n") else b"\n"


def _last_line(lines: list[str], question: PresentQuestion) -> int:
    """Return the line behind `question`: blank lines and remarks before the next one stay."""
    end = min(question.end_line, len(lines))
    while end > question.first_line + 1:
        line = lines[end - 1]
        is_remark = line.lstrip().startswith("#") and _indent(line) <= question.indent
        if line.strip() and not is_remark:
            return end
        end -= 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _entry(values: Mapping[str, Value], indent: int) -> Iterator[str]:
    for line in emit({"questions": [values]}).split("\n")[1:-1]:
        yield f"{' ' * indent}{line}" if line else ""
