"""The questions of a bank that is there, as typed, and changes of single ones in their files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.project.layout import BANK_FILE, yaml_files
from quizgen.readers.bank_folder import MEDIA_FOLDER
from quizgen.readers.files import read_bytes, read_source
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode, parse_yaml
from quizgen.readers.yaml.emit import Value, emit


@dataclass(frozen=True, slots=True)
class PresentQuestion:
    """A question of a bank: its keys as typed, and where it stands, lines from 0."""

    id: str
    values: dict[str, Value]
    first_line: int
    indent: int


@dataclass(slots=True)
class PresentTopic:
    """A topic file of a bank; `cases` are the stems of its cases by their ids."""

    path: Path
    topic: str
    source: Source
    cases: dict[str, Value]
    questions: list[PresentQuestion] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PresentBank:
    """A bank that is there: its topic files, its pictures, and whether it declares formulas.

    `reference` is its source for all questions, as typed: for a bank that was made by an import,
    the name of the file.
    """

    topics: tuple[PresentTopic, ...]
    math: bool
    media: Mapping[str, bytes] = field(default_factory=dict)
    reference: str = ""


def read_present_bank(folder: Path, *, with_media: bool = False) -> PresentBank:
    """Return the bank in `folder`; what cannot be read of it, a check of the bank tells.

    Only `with_media` are the files of its pictures and sounds read.
    """
    report = Report()
    settings = read_source(folder / BANK_FILE, report)
    root = parse_yaml(settings, report) if settings is not None else None
    math = root.get("math") if isinstance(root, MappingNode) else None
    topics = [
        topic
        for path in yaml_files(folder)
        if path.name != BANK_FILE and (topic := _topic(path, report)) is not None
    ]
    has_math = isinstance(math, ScalarNode) and math.value == "true"
    media = _media(folder / MEDIA_FOLDER, report) if with_media else {}
    reference = root.get("reference") if isinstance(root, MappingNode) else None
    source = reference.value if isinstance(reference, ScalarNode) else ""
    return PresentBank(tuple(topics), has_math, media, source)


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
    topic = PresentTopic(path, name.value, source, _cases(root))
    for node in questions.items:
        identity = node.get("id") if isinstance(node, MappingNode) else None
        line = source.line(node.line)
        dash = re.match(r"( *)-( +)", line)
        if isinstance(node, MappingNode) and isinstance(identity, ScalarNode) and dash:
            values = _value(node)
            assert isinstance(values, dict)
            topic.questions.append(
                PresentQuestion(identity.value, values, node.line - 1, len(dash[1]))
            )
    return topic


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

    `changed` are the new keys of questions by their ids. All other lines stay as they are.
    """
    lines = topic.source.text.rstrip("\n").split("\n")
    ends = [*(question.first_line for question in topic.questions[1:]), len(lines)]
    for question, end in reversed(list(zip(topic.questions, ends, strict=True))):
        if question.id in changed:
            last = _last_line(lines, question, end)
            lines[question.first_line : last] = _entry(changed[question.id], question.indent)
    indent = topic.questions[-1].indent if topic.questions else 0
    for values in added:
        lines += _entry(values, indent)
    return ("\n".join(lines) + "\n").encode()


def _last_line(lines: list[str], question: PresentQuestion, end: int) -> int:
    """Return the line behind `question`: blank lines and remarks before the next one stay."""
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
