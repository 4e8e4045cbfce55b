"""An accent can be a part of its letter, or a character of its own behind it.

Both look the same. But Anki compares typed answers character by character, and fonts draw
the second form less well. The first is the one that keyboards give: Unicode's form C
(UAX 15).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Change, Edit, Fix, Report
from quizgen.model.item import Item, Match, Order, interaction_texts
from quizgen.model.source import Position, Span
from quizgen.model.text import Text
from quizgen.readers.yaml import Scalar


def texts_are_composed(bank: Bank, report: Report) -> None:
    for item in bank.items:
        for text in _texts(item):
            node = text.span
            if isinstance(node, Scalar) and not _is_composed(node.value):
                report.warning(
                    "decomposed-text",
                    node,
                    "in this text, accents are characters of their own behind their letters",
                    "type them again, or let `quizgen check --fix` join them to their letters",
                    fix=_fix(node),
                )


def _texts(item: Item) -> Iterator[Text]:
    """The texts that may change in this way at no cost.

    Pairs and events are left out: by their words Anki knows the cards of each.
    """
    yield item.stem
    if not isinstance(item.interaction, (Match, Order)):
        yield from interaction_texts(item.interaction)
    if item.explain:
        yield item.explain
    yield from item.evidence
    yield from item.references


def _is_composed(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_TARGET = re.compile(r"\]\(\S*|<[^>]*>")
"""Where Markdown has the name of a picture, or the address of a page."""


def _signs(text: str) -> list[str]:
    """What is neither a letter, nor a mark on one, nor a digit."""
    return [c for c in text if unicodedata.category(c)[0] not in "LMN"]


def _fix(node: Scalar) -> Fix | None:
    """What composes the text as it is written.

    None where it is written in codes, and where it would mean something else: U+1FEF becomes
    a backtick, which is Markdown, and a picture or a page goes by the name that it has.
    """
    if _signs(_composed(node.value)) != _signs(node.value):
        return None
    if not all(map(_is_composed, _TARGET.findall(node.value))):
        return None
    numbers = range(node.line, node.end.line + 2)
    edits = tuple(edit for number in numbers for edit in _edit(node, number))
    if not edits:
        return None
    return Fix("Join accents to their letters", edits, (Change(node, _composed),))


def _edit(node: Scalar, number: int) -> Iterator[Edit]:
    """What composes the part that `node` has of a line."""
    line = node.source.line(number)
    start = node.start.column if number == node.line else 0
    end = node.end.column if number == node.end.line + 1 else len(line)
    written = line[start:end]
    if not _is_composed(written):
        place = Span(node.source, Position(number - 1, start), Position(number - 1, end))
        yield Edit(place, _composed(written))
