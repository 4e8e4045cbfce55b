"""Answers that another sign than a comma parts: ``[Rome; Bern; Paris]`` is one answer to YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.checks.base import StructureCheck
from quizgen.checks.signs import items_with
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Choice, Item, Match, Order, TextEntry
from quizgen.model.pattern import pattern
from quizgen.model.text import Text
from quizgen.readers.yaml import ScalarNode
from quizgen.readers.yaml.emit import in_brackets

_SIGNS = tuple(";；，、|/")
"""All that parts answers, but for the comma."""

_LIST_SEPARATOR = pattern(r"\s*[;；，、]\s*|\s+[|/]\s+")
"""What parts the items of a list elsewhere; a bar or a stroke only between spaces."""

_IN_ONE_TEXT = pattern(r"\s*[;；，、,|]\s*|\s+/\s+")
"""What parts answers in a text that is no list in brackets."""

_IN_TAGS = pattern(r"[,;，；、]")

MAX_WORDS = 4
"""Most words of a part: a clause behind a semicolon has more (judged)."""


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each answer or tag of `bank` that seems to be several."""
    having = {id(item) for item in items_with(_SIGNS, bank)}
    for item in bank.items:
        if id(item) in having or isinstance(item.interaction, TextEntry):  # a comma may part those
            yield from _of_interaction(item)
        for word in item.tags:
            if isinstance(word.span, ScalarNode) and _IN_TAGS.search(word.value):
                yield from _tag(word.span)


def _of_interaction(item: Item) -> Iterator[Diagnostic]:
    match item.interaction:
        case Choice(options=options):
            keys = [option.text for option in options if option.is_key]
            yield from _among([o.text for o in options if not o.is_key], keys)
        case TextEntry(answer=answer, accepted=accepted):
            separator = _IN_ONE_TEXT if len(accepted) == 1 else _LIST_SEPARATOR
            if not separator.search(answer.plain):
                for text in accepted:
                    yield from _several(text, separator)
        case Match(responses=responses):
            yield from _among(responses, ())
        case Order(events=events):
            yield from _among([event.text for event in events], ())
        case _:
            pass


def _among(texts: Sequence[Text], others: Sequence[Text]) -> Iterator[Diagnostic]:
    """Yield the diagnostic for the only one of `texts` and `others` with a sign of a list in it."""
    signed = [text for text in texts if _LIST_SEPARATOR.search(text.plain)]
    if len(signed) == 1 and not any(_LIST_SEPARATOR.search(other.plain) for other in others):
        yield from _several(signed[0], _LIST_SEPARATOR)


def _several(text: Text, separator: re.Pattern[str]) -> Iterator[Diagnostic]:
    """Yield the diagnostic for `text` if it is of short parts between `separator`, unquoted."""
    node = text.span
    if not isinstance(node, ScalarNode) or not _is_plain(node):
        return
    parts = separator.split(node.value.strip())
    if len(parts) < 2 or not all(0 < len(part.split()) <= MAX_WORDS for part in parts):
        return
    listed = in_brackets(parts)
    if listed is None or ("," in "".join(parts) and len(parts) == 2):
        return
    yield UNPARTED_ANSWERS.at(
        node,
        f"this is one answer, {node.value.strip()[:60]!r}: a comma and a space part two, in "
        "brackets",
        f'if they are {len(parts)}, write {listed}; if it is one, put it in quotes: "{node.value}"',
    )


def _tag(node: ScalarNode) -> Iterator[Diagnostic]:
    if not _is_plain(node):
        return
    parts = [part for part in _IN_TAGS.split(node.value) if part]
    yield UNPARTED_ANSWERS.at(
        node,
        f"this is one tag, {node.value[:60]!r}: in brackets, a comma and a space part two",
        f"if they are {len(parts)}, write [{', '.join(parts)}]; if it is one, put it in quotes: "
        f'"{node.value}"',
    )


def _is_plain(node: ScalarNode) -> bool:
    """Return whether `node` stands on one line without quotation marks."""
    line = node.source.line(node.line)
    return line[node.start_column : node.end_column] == node.value


UNPARTED_ANSWERS = StructureCheck(
    name="unparted-answers",
    severity=Severity.WARNING,
    doc="""
    An answer seems to be several: `[Rome; Bern; Paris]` is a list of one, and so are lists with a
    bar or a comma of Chinese or Japanese between the answers, and `accept: Rome, Roma` without
    brackets. A comma and a space part answers, in brackets: `[Rome, Bern, Paris]`. Tags are told in
    the same way: `a,b` is one tag. If it is one answer, put it in quotation marks.
    """,
    find=find,
    of_items=True,
)
