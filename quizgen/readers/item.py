"""One entry of a topic file to an `Item`."""

from __future__ import annotations

from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.item import Item
from quizgen.model.source import Span
from quizgen.model.text import Text
from quizgen.model.translations import catalogue_for, translations_for
from quizgen.readers.item_keys import (
    CITE_LINES,
    DIFFICULTY,
    EVIDENCE,
    EXPLAIN,
    GUID,
    ID,
    LINT,
    NEVER_RENAMED,
    POINTS,
    REFERENCE,
    RENAMED_FROM,
    TAGS,
    TYPE,
    PointsWord,
)
from quizgen.readers.keys import beginning
from quizgen.readers.question_types import QUESTION_TYPES, QuestionType
from quizgen.readers.shapes import Reading, wrong_kind
from quizgen.readers.yaml import Mapping, Node, Scalar

_BY_NAME = {question_type.name: question_type for question_type in QUESTION_TYPES}


def read_item(node: Node, topic: str, reading: Reading) -> Item | None:
    """Return the item that the entry `node` of the topic `topic` describes.

    Return None once every fault of the entry is in ``reading.report``.
    """
    if not isinstance(node, Mapping):
        wrong_kind(node, "a question, written as keys with values", reading)
        return None
    question_type = _type_of(node, reading)
    if question_type is None:
        return None
    values = question_type.table.read(node, reading)
    if values is None:
        return None
    body = question_type.build(values, node, reading)
    if body is None:
        return None
    points = values.get(POINTS)
    former_id = values.get(RENAMED_FROM)
    is_new = former_id is not None and former_id.value == NEVER_RENAMED
    return Item(
        id=values[ID],
        type=question_type.name,
        topic=topic,
        stem=body.stem or _fixed_stem(question_type, reading),
        interaction=body.interaction,
        explain=values.get(EXPLAIN),
        evidence=(*values.get(EVIDENCE, ()), *body.evidence),
        references=values.get(REFERENCE, ()),
        difficulty=values.get(DIFFICULTY),
        tags=values.get(TAGS, ()),
        points=points if isinstance(points, int) else body.points,
        shows_points=not isinstance(points, PointsWord),
        renamed_from=None if is_new else former_id,
        guid=values.get(GUID),
        is_new=is_new,
        ignored=values.get(LINT, ()),
        span=Span(node.source, node.start, node.end),
        cites_lines=values.get(CITE_LINES, False),
        fixed_stem=body.stem is None,
        space=body.space,
    )


def _fixed_stem(question_type: QuestionType, reading: Reading) -> Text:
    """Return the question of all items of `question_type` in the language of the bank."""
    words = translations_for(catalogue_for(reading.language))
    return Text((words.question(question_type.stem),))


def _type_of(node: Mapping, reading: Reading) -> QuestionType | None:
    """Return the question type that `node` names, or None once its fault is reported."""
    names = list(_BY_NAME)
    type_node = node.get(TYPE.name)
    if isinstance(type_node, Scalar) and type_node.value in _BY_NAME:
        return _BY_NAME[type_node.value]
    if type_node is None:
        reading.report.error(
            "missing-key",
            beginning(node),
            "a question needs the key 'type'",
            f"write type: and one of {', '.join(names)}",
        )
    else:
        word = type_node.value if isinstance(type_node, Scalar) else ""
        guess = did_you_mean(word.replace(" ", "_").replace("-", "_"), names)
        reading.report.error(
            "unknown-type",
            type_node,
            f"there is no question type {word[:40]!r}" if word else "the type is not a word",
            guess or f"the types are: {', '.join(names)}",
        )
    return None
