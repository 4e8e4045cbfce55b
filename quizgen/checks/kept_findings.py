"""What was found out about an item, kept as long as all that decides it stays as it is.

`quizgen.model.item_digests` says what that is. Checks with `of_items`, and rules, look at nothing
else of an item. What is kept of a topic file that has not changed is taken as it is.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any, TypeAlias

from quizgen.model.bank import Bank, Topic
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import Item
from quizgen.model.item_digests import file_digest, item_digests, surroundings
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Position, Span
from quizgen.project.record_store import RecordStore, record_name

MIN_ITEMS = 5
"""Items of a bank whose findings are worth keeping: of these, most stay when one is corrected."""

_Place: TypeAlias = tuple[int, int, int, int]
_Finding: TypeAlias = tuple[str, str, str, str | None, _Place, tuple[tuple[str, _Place], ...]]
"""A diagnostic without its file; lines count from the first of its item."""

_Known: TypeAlias = tuple[Any, Any]
"""The fields of a `Judgement`, as marshal writes them."""

_Entry: TypeAlias = tuple[bytes | None, _Known | None]
"""The digest of an item, None where it has none, and what is known of it."""


class Judgement(NamedTuple):
    """What was found out about an item.

    `findings` are None where they can't be kept, and `facts` are those of each `BankRule`.
    """

    findings: tuple[_Finding, ...] | None
    facts: tuple[Any, ...]

    @classmethod
    def of(cls, item: Item, findings: Iterable[Diagnostic], facts: tuple[Any, ...]) -> Judgement:
        """Return what `findings` in `item`, and the `facts` of it, are kept as."""
        rows = [_row(diagnostic, item) for diagnostic in findings]
        known = tuple([row for row in rows if row is not None])
        return cls(known if len(known) == len(rows) else None, facts)

    def diagnostics(self, item: Item) -> list[Diagnostic]:
        """Return the findings in `item`."""
        return [_diagnostic(row, item) for row in self.findings or ()]


class KeptFindings:
    """What is known of the items of `bank`, from an earlier check by way of `store`.

    Which checks found it is no part of the key: `store` is that of one quizgen.
    """

    def __init__(self, bank: Bank, store: RecordStore) -> None:
        around, place = surroundings(bank), str(bank.span.source.path.absolute())
        self._topics = [_KeptTopic(topic, place, around, store) for topic in bank.topics]

    def known(self) -> list[Judgement | None]:
        """Return what is known of each item, in the bank's order; None of one that is new."""
        return [judgement for topic in self._topics for judgement in topic.known()]

    def keep(self, judgements: Iterable[Judgement]) -> None:
        """Keep `judgements` of all items, in the bank's order."""
        rest = iter(judgements)
        for topic in self._topics:
            topic.keep(rest)


class _KeptTopic:
    """What is kept of the items of `topic`, and was kept until now."""

    def __init__(self, topic: Topic, place: str, around: bytes, store: RecordStore) -> None:
        self._name = record_name("findings", place, topic.id)
        self._store = store
        self._digest = file_digest(topic, around)
        before, entries = _entries(store.read(self._name) if self._digest else None)
        self._is_same = before == self._digest and len(entries) == len(topic.items)
        if not self._is_same:
            by_digest = dict(entries)
            digests = item_digests(topic, around) or repeat(None, len(topic.items))
            entries = [(one, by_digest.get(one) if one else None) for one in digests]
        self._entries = entries

    def known(self) -> Iterator[Judgement | None]:
        """Yield what is known of each item."""
        return (Judgement(*known) if known else None for _, known in self._entries)

    def keep(self, judgements: Iterator[Judgement]) -> None:
        """Take those of its items from `judgements`, and write them if any of them is new."""
        entries: list[_Entry] = [
            (one, (judgement.findings, judgement.facts))
            for (one, _), judgement in zip(self._entries, judgements, strict=False)
        ]
        if self._digest and not (self._is_same and entries == self._entries):
            self._store.write(self._name, marshal.dumps((self._digest, entries)))


def _entries(record: bytes | None) -> tuple[bytes, list[_Entry]]:
    """Return the digest and the entries that `_KeptTopic.keep` wrote, which nobody else can sign.

    Without a digest where `record` is none of these.
    """
    if not record:
        return b"", []
    try:
        before, entries = marshal.loads(record)
        return bytes(before), [(one, known) for one, known in entries]
    except (ValueError, EOFError, TypeError):
        return b"", []


def _row(diagnostic: Diagnostic, item: Item) -> _Finding | None:
    """Return `diagnostic` as it is kept; None for one that can't be, such as one with a fix."""
    places = [diagnostic.span, *(related.span for related in diagnostic.related)]
    if diagnostic.fix or any(place.source is not item.span.source for place in places):
        return None
    first, *others = [_place(place, item) for place in places]
    related = tuple(
        (one.message, place) for one, place in zip(diagnostic.related, others, strict=True)
    )
    d = diagnostic
    return d.name, d.severity.value, d.message, d.help, first, related


def _place(span: Span, item: Item) -> _Place:
    line, start, end = item.span.start.line, span.start, span.end
    return start.line - line, start.column, end.line - line, end.column


def _diagnostic(row: _Finding, item: Item) -> Diagnostic:
    name, severity, message, help, place, related = row
    return Diagnostic(
        name,
        Severity(severity),
        message,
        _span(place, item),
        help,
        tuple([Related(text, _span(other, item)) for text, other in related]),
    )


def _span(place: _Place, item: Item) -> Span:
    line = item.span.start.line
    first, column, last, end = place
    return Span(item.span.source, Position(line + first, column), Position(line + last, end))
