"""A topic file: ``topic:``, and a list of ``questions:``."""

from __future__ import annotations

from quizgen.model.bank import Topic
from quizgen.model.item import Item
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.readers.cases import CASES, Cases, cases_of
from quizgen.readers.item import read_item
from quizgen.readers.item_keys import ID, NAME, TEXT
from quizgen.readers.keys import Key, KeyTable, beginning, parse_root
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.shapes import ListOf, Reading
from quizgen.readers.yaml import MappingNode, Node, SequenceNode


class RawEntry:
    """The shape of a question's entry, kept as a node until `read_item` knows its topic."""

    noun = "a question"

    def read(self, node: Node, reading: Reading) -> Node | None:
        """Return `node` itself."""
        return node


TOPIC = Key("topic", NAME, "the topic's name, which selections use", required=True)
TITLE = Key("title", TEXT, "the topic's title for readers; its name if not given")
QUESTIONS: Key[tuple[Node, ...]] = Key(
    "questions", ListOf(RawEntry()), "the questions, each behind a dash", required=True
)
_INNER = {key.name for question_type in QUESTION_TYPES for key in question_type.table.keys}
_NEEDED = {key.name for kind in QUESTION_TYPES for key in kind.table.keys if key.required}
TOPIC_KEYS = KeyTable("a topic file", (TOPIC, TITLE, CASES, QUESTIONS), inner=_INNER)


def read_topic(source: Source, reading: Reading) -> Topic | None:
    """Return the topic in `source`, with every question that can be read.

    Return None where `source` is no topic file. Faults are added to ``reading.report``.
    """
    root = parse_root(source, reading)
    if root is None:
        return None
    if isinstance(root, SequenceNode):
        reading.report.error(
            "wrong-kind",
            beginning(root),
            "this file begins with a list, and not with the name of its topic",
            "write `topic: …` and `questions:` above the first dash, each on a line of its own",
        )
        for node in root.items:
            read_item(node, "", reading)
        return None
    values = TOPIC_KEYS.read(root, reading)
    if values is None:
        _read_questions_anyway(root, reading)
        return None
    topic = values[TOPIC].value
    nodes = values[QUESTIONS]
    if isinstance(root, MappingNode) and _goes_on_too_far_left(root):
        nodes = nodes[:-1]  # its keys are not inside it, which is told
    declared = values.get(CASES, ())
    has_all = CASES.name in values or not (
        isinstance(root, MappingNode) and CASES.name in root.entries
    )
    cases = cases_of(declared, reading) if has_all else Cases()
    items = [read_item(node, topic, reading, cases) for node in nodes]
    return Topic(topic, values.get(TITLE, Text((topic,))), _good(items), declared)


def _goes_on_too_far_left(root: MappingNode) -> bool:
    """Return whether keys that the last question needs stand in `root`, without indentation."""
    return ID.name not in root.entries and any(name in _NEEDED for name in root.entries)


def _read_questions_anyway(root: Node, reading: Reading) -> None:
    """Report the faults of the questions below `root`, a file without a readable topic."""
    questions = root.get(QUESTIONS.name) if isinstance(root, MappingNode) else None
    if isinstance(questions, SequenceNode):
        for node in questions.items:
            read_item(node, "", reading)


def _good(items: list[Item | None]) -> tuple[Item, ...]:
    return tuple(item for item in items if item is not None)
