"""An accent can be a part of its letter, or a character of its own behind it.

Both look the same. But Anki compares typed answers character by character, and fonts draw
the second form less well. The first is the one that keyboards give: Unicode's form C
(UAX 15).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.checks.signs import items_beyond_ascii
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Change, Diagnostic, Edit, Fix, Severity
from quizgen.model.item import Item, Match, Order, interaction_texts
from quizgen.model.pattern import pattern
from quizgen.model.source import Position, Span
from quizgen.model.text import Text
from quizgen.readers.yaml import ScalarNode


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text of `bank` that Unicode's form C would change."""
    for item in items_beyond_ascii(bank):
        for text in _texts(item):
            node = text.span
            if isinstance(node, ScalarNode) and not _is_composed(node.value):
                yield DECOMPOSED_TEXT.at(
                    node,
                    "in this text, accents are characters of their own behind their letters",
                    "type them again, or let `quizgen check --fix` join them to their letters",
                    fix=_fix(node),
                )


def _texts(item: Item) -> Iterator[Text]:
    """Yield the texts of `item` whose spelling may change without changing a card's identity.

    Pairs and events are left out: Anki knows the card of each by its words.
    """
    yield item.stem
    if not isinstance(item.interaction, (Match, Order)):
        yield from interaction_texts(item.interaction)
    yield from (text for text in (item.hint, item.explain) if text)
    yield from item.evidence
    yield from item.references


def _is_composed(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_TARGET = pattern(r"\]\(\S*|<[^>]*>")
"""The places where Markdown has the name of a picture or the address of a page."""


def _symbols(text: str) -> list[str]:
    """Return the characters of `text` that are no letters, marks on letters or digits."""
    return [c for c in text if unicodedata.category(c)[0] not in "LMN"]


def _fix(node: ScalarNode) -> Fix | None:
    r"""Return the fix that composes the text of `node` in its file.

    Return None where the text is written with codes such as "\u0301", and where composing would
    change its meaning: U+1FEF becomes a backtick, which is Markdown, and a picture or a page is
    found by the exact spelling of its name.
    """
    if _symbols(_composed(node.value)) != _symbols(node.value):
        return None
    if not all(map(_is_composed, _TARGET.findall(node.value))):
        return None
    numbers = range(node.line, node.end.line + 2)
    edits = tuple(edit for number in numbers for edit in _edit(node, number))
    if not edits:
        return None
    return Fix("Join accents to their letters", edits, (Change(node, _composed),))


def _edit(node: ScalarNode, number: int) -> Iterator[Edit]:
    """Yield the edit, if one is needed, that composes the part of `node` on line `number`."""
    line = node.source.line(number)
    start = node.start.column if number == node.line else 0
    end = node.end.column if number == node.end.line + 1 else len(line)
    written = line[start:end]
    if not _is_composed(written):
        place = Span(node.source, Position(number - 1, start), Position(number - 1, end))
        yield Edit(place, _composed(written))


DECOMPOSED_TEXT = StructureCheck(
    name="decomposed-text",
    severity=Severity.WARNING,
    doc="""
    In this text an accent is a character of its own behind its letter, as happens when text is
    copied from a PDF. It looks the same, but a typed answer may not count as equal. `quizgen check
    --fix` joins them (Unicode's form NFC). Ids, tags, pairs and events are left as they are: Anki
    knows pupils' cards by them. So are texts in which a picture's name or an address has such an
    accent, and those in which a sign of its own would become another.
    """,
    find=find,
    of_items=True,
)
