"""Digests of all that decides an item: what was found out about it holds as long as they stay.

That is the item's own lines, the rest of its file but for other items, ``bank.yaml`` and the
passage. What depends on more, such as on pictures or a ledger, must compare that too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model.bank import Bank, Topic
from quizgen.model.hashes import blake2b
from quizgen.model.item import Item
from quizgen.model.pattern import pattern
from quizgen.model.source import NOWHERE, Source

_ANCHOR = pattern(r"(?:^|[\s\[{,:])&[^\s,\[\]{}]+(?=\s|$)", re.MULTILINE)
"""A YAML anchor: in such a file, an item may hold what stands elsewhere."""


def digest(content: bytes, key: bytes = b"") -> bytes:
    """Return sixteen bytes that stand for `content` and, if given, the digest `key`."""
    return blake2b(content, key=key, digest_size=16).digest()


def surroundings(bank: Bank) -> bytes:
    """Return a digest of what decides every item of `bank`: ``bank.yaml`` and the passage."""
    return digest(_encoded("\0".join(_circumstances(bank))))


def file_digest(topic: Topic, around: bytes) -> bytes | None:
    """Return a digest of what decides the items of `topic`, all together.

    `around` stands for what is outside of their file, such as the `surroundings` of their bank.
    None for items that are not of one file.
    """
    source = file_of(topic)
    return digest(source.digest, around) if source else None


def item_digests(topic: Topic, around: bytes) -> list[bytes] | None:
    """Return a digest of what decides each item of `topic`; `around` is as for `file_digest`.

    None for items that are not of one file, or in one whose items may hold each other's parts.
    """
    source = file_of(topic)
    if source is None or has_anchors(source.text):
        return None
    text = source.text
    entries = [_lines_of(item, source) for item in topic.items]
    rest = digest(_encoded(_without(entries, text)), around)
    columns = [item.span.start_column for item in topic.items]  # several items may share a line
    return [
        digest(_encoded(f"{column}\0{text[start:end]}"), rest)
        for column, (start, end) in zip(columns, entries, strict=True)
    ]


def has_anchors(text: str) -> bool:
    """Return whether `text`, of a file in YAML, may have an anchor."""
    return "&" in text and _ANCHOR.search(text) is not None


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def file_of(topic: Topic) -> Source | None:
    """Return the file that all items of `topic` are in; None where they have none, or several."""
    sources = {id(item.span.source): item.span.source for item in topic.items}
    if len(sources) != 1:
        return None
    (source,) = sources.values()
    return None if source is NOWHERE.source else source


def _circumstances(bank: Bank) -> Iterator[str]:
    """Yield what decides every item of `bank`."""
    yield bank.span.source.text
    if bank.passage:
        yield repr((bank.passage.language, bank.passage.numbers))
        yield from (text.plain for text in (bank.passage.title, *bank.passage.paragraphs))
    else:
        yield repr(bank.passage_is_faulty)


def _lines_of(item: Item, source: Source) -> tuple[int, int]:
    """Return the offsets in the text of `source` where the lines of `item` begin and end."""
    first, last = item.span.start_line, item.span.end_line
    start, begin = source.offset(first), source.offset(last)
    if last > first and not source.text[begin : begin + item.span.end_column].strip():
        return start, begin
    return start, source.offset(last + 1)


def _without(entries: list[tuple[int, int]], text: str) -> str:
    """Return `text` without the lines between the offsets of `entries`."""
    parts, place = [], 0
    for start, end in sorted(entries):
        parts.append(text[place:start])
        place = max(place, end)
    return "\0".join((*parts, text[place:]))
