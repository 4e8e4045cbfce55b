"""Items in whose lines a sign was typed, so that a check of rare signs need not walk all texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import dropwhile

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
    bank whose own file has a sign below its first comments, since its ``reference`` may serve
    for all.
    """
    signs = (*signs, *_CODES)
    typed = _without_first_comments(bank.span.source.text)
    for topic, source in _files(bank, any(sign in typed for sign in signs)):
        yield from _on_lines(_lines_with(signs, source), topic) if source else topic.items


def items_beyond_ascii(bank: Bank) -> Iterator[Item]:
    """Yield the items of `bank` that may have a character beyond ASCII in a text, in its order."""
    for topic, source in _files(bank, not _is_plain(bank.span.source.text)):
        if source is None:
            yield from topic.items
        elif not _is_plain(source.text):
            for item in topic.items:
                start, end = item.span.start_line, item.span.end_line + 1
                if not _is_plain(source.text[source.offset(start) : source.offset(end)]):
                    yield item


def _files(bank: Bank, everywhere: bool) -> Iterator[tuple[Topic, Source | None]]:
    """Yield each topic of `bank` with its file, or None where all its items are to be looked at.

    That is so `everywhere`, if given, and where an item may hold what was typed elsewhere.
    """
    for topic in bank.topics:
        source = file_of(topic)
        is_whole = everywhere or source is None or has_anchors(source.text)
        yield topic, None if is_whole else source


def _without_first_comments(text: str) -> str:
    """Return the YAML `text` without the comments above it: an editor's ``$schema`` is no sign."""
    return "".join(dropwhile(lambda line: line.startswith("#"), text.splitlines(keepends=True)))


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
        place = bisect_left(lines, item.span.start_line)
        if place < len(lines) and lines[place] <= item.span.end_line:
            yield item
