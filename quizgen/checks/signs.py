"""Items in whose lines a sign was typed, so that a check of rare signs need not walk all texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quizgen.model.bank import Bank, Topic
from quizgen.model.item import Item
from quizgen.model.item_digests import file_of, has_anchors
from quizgen.model.source import Source

_CODES = ("\\", "&")
"""What begins a code, YAML's or Markdown's, that may stand for any sign: ``\\u0024``, ``&#36;``."""


def items_with(signs: Sequence[str], bank: Bank) -> Iterator[Item]:
    """Yield the items of `bank` that may have one of `signs` in a text, in the bank's order.

    A sign is one character, or several that stand side by side in one line. The search is for
    lines, at the speed of `str.find`, so an item may be among them that has the sign elsewhere.
    All items are, where one may hold what was typed elsewhere: in a file with anchors, and in a
    bank whose own file has a sign, since its ``reference`` may serve for all.
    """
    signs = (*signs, *_CODES)
    everywhere = any(sign in bank.span.source.text for sign in signs)
    for topic in bank.topics:
        source = file_of(topic)
        if everywhere or source is None or has_anchors(source.text):
            yield from topic.items
        else:
            yield from _on_lines(_lines_with(signs, source), topic)


def items_beyond_ascii(bank: Bank) -> Iterator[Item]:
    """Yield the items of `bank` that may have a character beyond ASCII in a text, in its order."""
    everywhere = not _is_plain(bank.span.source.text)
    for topic in bank.topics:
        source = file_of(topic)
        if everywhere or source is None or has_anchors(source.text):
            yield from topic.items
        elif not _is_plain(source.text):
            for item in topic.items:
                lines = source.text[
                    source.offset(item.span.start.line) : source.offset(item.span.end.line + 1)
                ]
                if not _is_plain(lines):
                    yield item


def _is_plain(text: str) -> bool:
    return text.isascii() and not any(code in text for code in _CODES)


def _lines_with(signs: Sequence[str], source: Source) -> list[int]:
    """Return the lines of `source`, from 0 and in their order, that have one of `signs`."""
    lines: set[int] = set()
    for sign in signs:
        offset = source.text.find(sign)
        while offset >= 0:
            line = source.position(offset).line
            lines.add(line)
            offset = source.text.find(sign, source.offset(line + 1))
    return sorted(lines)


def _on_lines(lines: list[int], topic: Topic) -> Iterator[Item]:
    """Yield the items of `topic` whose entries are on one of `lines`."""
    for item in topic.items if lines else ():
        place = bisect_left(lines, item.span.start.line)
        if place < len(lines) and lines[place] <= item.span.end.line:
            yield item
