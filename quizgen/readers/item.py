"""One entry of a topic file to an `Item`."""

from __future__ import annotations

import re

from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.entry import UNKNOWN_KEY
from quizgen.model.item import Item
from quizgen.model.source import Span
from quizgen.model.text import Text
from quizgen.readers.author_entry import author_entry
from quizgen.readers.cases import Cases
from quizgen.readers.item_keys import (
    BONUS,
    CITE_LINES,
    DIFFICULTY,
    EVIDENCE,
    EXPLAIN,
    GUID,
    HINT,
    ID,
    LINT,
    NAME,
    NEVER_RENAMED,
    POINTS,
    QUESTION,
    REFERENCE,
    RENAMED_FROM,
    SPEAK,
    TAGS,
    TYPE,
    PointsWord,
)
from quizgen.readers.keys import Values, beginning
from quizgen.readers.question_types import QUESTION_TYPES, QuestionType
from quizgen.readers.shapes import Reading, wrong_kind
from quizgen.readers.unknown_keys import foreign_keys, likely_key
from quizgen.readers.yaml import MappingNode, Node, ScalarNode

_UNKNOWN_CASES = Cases()
_BY_NAME = {question_type.name: question_type for question_type in QUESTION_TYPES}
_ALL_KEYS = frozenset(key.name for kind in QUESTION_TYPES for key in kind.table.keys)


def read_item(
    node: Node, topic: str, reading: Reading, cases: Cases = _UNKNOWN_CASES
) -> Item | None:
    """Return the item that the entry `node` of the topic `topic` describes, in one of `cases`.

    Return None once every fault of the entry is in ``reading.report``.
    """
    if not isinstance(node, MappingNode):
        help = "write its keys below the dash, each as `key: value`: `- id: host-city`"
        if isinstance(node, ScalarNode) and re.match(r"[\w-]+\s*[：﹕∶]", node.value):
            help = "write a common colon and a space behind each key, as in `id: host-city`"
        wrong_kind(node, "a question, written as keys with values", reading, help)
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
    case = cases.of(values, reading)
    defaults = {SPEAK.name: "true"} if reading.speak and SPEAK.name not in values else {}
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
        is_bonus=values.get(BONUS, False),
        renamed_from=None if is_new else former_id,
        guid=values.get(GUID),
        is_new=is_new,
        ignored=values.get(LINT, ()),
        span=Span(node.source, node.start, node.end),
        cites_lines=values.get(CITE_LINES, False),
        fixed_stem=body.stem is None,
        hint=values.get(HINT),
        speaks=values.get(SPEAK, reading.speak),
        space=body.space,
        case=case,
        entry=author_entry(node, case, defaults, _unread(node, values, question_type)),
    )


def _unread(node: MappingNode, values: Values, question_type: QuestionType) -> tuple[str, ...]:
    """Return the keys of `node` that are not among `values`, as an `AuthorEntry` has them."""
    names = [name for name in node.entries if name not in values]
    if not names:
        return ()
    known = {key.name for key in question_type.table.keys}
    return tuple([name if name in known else UNKNOWN_KEY for name in names])


def _fixed_stem(question_type: QuestionType, reading: Reading) -> Text:
    """Return the question of all items of `question_type` in the language of the bank."""
    from quizgen.model.translations import catalogue_for, translations_for

    words = translations_for(catalogue_for(reading.language))
    return Text((words.question(question_type.stem),))


def _type_of(node: MappingNode, reading: Reading) -> QuestionType | None:
    """Return the question type that `node` names, or None once its fault is reported."""
    names = list(_BY_NAME)
    type_node = node.get(TYPE.name)
    if type_node is None and node.is_faulty:
        return _type_as_typed(node)
    if type_node is None:
        return _type_by_another_key(node, reading)
    word = type_node.value if isinstance(type_node, ScalarNode) else ""
    if word in _BY_NAME:
        return _BY_NAME[word]
    bare = word.strip("\"'“”„«»‘’ ")
    meant = bare.replace(" ", "_").replace("-", "_")
    guess = did_you_mean(meant, names)
    if bare != word and guess:
        guess = f"{guess} It needs no quotation marks"
    reading.report.error(
        "unknown-type",
        type_node,
        f"there is no question type {word[:40]!r}" if word else "the type is not a word",
        guess or f"the types are: {', '.join(names)}",
    )
    # The other mistakes of the question are told too, if there is no doubt what it is.
    return _BY_NAME.get(meant.lower()) if NAME.accepts(word) else None


def _type_as_typed(node: MappingNode) -> QuestionType | None:
    """Return the type that a line of the faulty `node` seems to name, as in ``type:cloze``."""
    lines = map(node.source.line, range(node.line, node.end.line + 2))
    typed = (re.match(r"[ ]*(?:-[ ]+)?type\W+(\w+)", line) for line in lines)
    return next((_BY_NAME[match[1]] for match in typed if match and match[1] in _BY_NAME), None)


def _type_by_another_key(node: MappingNode, reading: Reading) -> QuestionType | None:
    """Return the type of `node`, an entry without the key ``type``, or None once that is reported.

    A key such as ``Type`` may have it; that is reported when the keys are read.
    """
    types = ", ".join(_BY_NAME)
    unknown = [name for name in node.entries if name not in _ALL_KEYS]
    meant = next((name for name in unknown if likely_key(name, [TYPE.name], ())), None)
    value = node.get(meant) if meant else None
    if isinstance(value, ScalarNode) and value.value in _BY_NAME:
        return _BY_NAME[value.value]
    if len([name for name in unknown if name != meant]) > 1:
        known = [key.name for key in (ID, TYPE, QUESTION)]
        message, help = foreign_keys("a question", unknown, [*known, "answer", "…"])
        reading.report.error(
            "unknown-key", node.key(unknown[0]), message, f"{help}; the types are: {types}"
        )
    elif meant:
        reading.report.error(
            "unknown-key",
            node.key(meant),
            f"a question has no key {meant!r}",
            f"write type: and one of {types}",
        )
    else:
        reading.report.error(
            "missing-key",
            beginning(node),
            "a question needs the key 'type'",
            f"write type: and one of {types}",
        )
    return None
