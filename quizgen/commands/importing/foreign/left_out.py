"""What is left out when a file changes a bank: of the file, and of the bank.

An export says what is left out of the file: what the questions have become is exported once more,
in the format of the file, and read back. Where that is not what the file has, something of the
change is not in the bank. What is left out of the bank are words that the format never had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quizgen.commands.importing.foreign.incoming import Incoming
from quizgen.commands.importing.foreign.present_bank import PresentBank
from quizgen.commands.importing.foreign.returned import ReturnedQuestions
from quizgen.commands.importing.foreign.since_export import changed_keys, exported
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.model.source import Source
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic
from quizgen.readers.yaml.emit import Value, emit

_STYLES = "*`^~"
"""Signs that begin a style in Markdown."""


class QuestionChange(NamedTuple):
    """A question `id`: as it came back from its export, and as the file has it.

    It was `present` in the bank, and becomes `values`. `stayed` are keys that stay
    as they are in the bank, which is told already.
    """

    id: str
    before: Incoming
    now: Incoming
    present: Mapping[str, Value]
    values: Mapping[str, Value]
    stayed: tuple[str, ...] = ()


def left_out(
    changes: Sequence[QuestionChange], returned: ReturnedQuestions, present: PresentBank
) -> Iterator[tuple[QuestionChange, list[str]]]:
    """Yield those of `changes` that left something out, with the keys that the file has otherwise.

    `evidence` stands for quotations.
    """
    if not changes:
        return
    after = returned.of_items(_items(changes, present), present)
    for change in changes:
        came = exported(change.now, after.get(change.id, ()))
        keys = [key for key in _keys(change.before, change.now) if key not in change.stayed]
        if came is not None:
            differing = _keys(came[0], change.now)
            keys = [key for key in keys if key in differing]
        if keys:
            yield change, keys


def texts_gone(change: QuestionChange) -> list[str]:
    """Return the texts of the bank that went with a change, though the format never had them.

    These are texts with styles, and reasons, hints and the like that the format has no place for.
    """
    became = "\n".join(_strings(change.values))
    exported_as = "\n".join((*_strings(change.before.values), *change.before.quotes))
    texts = dict.fromkeys(_strings(change.present))
    return [
        text
        for text in texts
        if (
            any(sign in text and sign not in became + exported_as for sign in _STYLES)
            if "{{c" in text  # words come with their gaps, which no other format has
            else text not in became and text not in exported_as
        )
    ]


def _strings(value: Value | Mapping[str, Value]) -> Iterator[str]:
    """Yield each text in `value`, also those that are keys in it, as the parts of pairs are."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
    else:
        yield str(value)


def _keys(one: Incoming, other: Incoming) -> list[str]:
    """Return the keys that are not alike in two versions of a question."""
    keys = changed_keys(one.values, other.values)
    return [*keys, "evidence"] if sorted(one.quotes) != sorted(other.quotes) else keys


def _items(changes: Sequence[QuestionChange], present: PresentBank) -> list[Item]:
    """Return what the questions of `changes` become, in the order of the bank."""
    values = {change.id: change.values for change in changes}
    items: list[Item] = []
    for topic in present.topics:
        questions = [{"id": id, **values[id]} for id in topic.ids if id in values]
        cases = [{"id": id, "stem": stem} for id, stem in topic.cases.items()]
        text = emit(
            {
                "topic": topic.topic,
                **({"cases": cases} if cases else {}),
                "questions": questions,
            }
        )
        reading = Reading(Report(), present.language or "en", math=present.math)
        read = read_topic(Source(topic.path, text), reading) if questions else None
        items += read.items if read is not None else ()
    return items
