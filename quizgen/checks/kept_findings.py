"""What was found in an item, kept as long as all that decides it stays as it is.

`quizgen.model.item_digests` says what that is. Checks with `of_items` look at nothing else.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import Item
from quizgen.model.item_digests import item_digests, surroundings
from quizgen.model.source import Position, Span
from quizgen.project.record_store import RecordStore, record_name

MIN_ITEMS = 5
"""Items of a bank whose findings are worth keeping: of these, most stay when one is corrected."""

_Place: TypeAlias = tuple[int, int, int, int]
_Finding: TypeAlias = tuple[str, str, str, str | None, _Place, tuple[tuple[str, _Place], ...]]
"""A diagnostic without its file; lines count from the first of its item."""


class KeptFindings:
    """The findings in the items of `bank`, those that `store` has from an earlier check.

    Which checks found them is no part of the key: `store` is that of one quizgen.
    """

    def __init__(self, bank: Bank, store: RecordStore) -> None:
        self._store = store
        self._name = record_name("findings", str(bank.span.source.path.absolute()))
        self._keys = dict(_keys(bank))
        self._earlier: dict[bytes, tuple[_Finding, ...]] = _read(store.read(self._name))
        self._now: dict[bytes, tuple[_Finding, ...]] = {}

    def of(self, item: Item) -> list[Diagnostic] | None:
        """Return what was found in `item`; None where that is not known."""
        key = self._keys.get(id(item))
        if key is None or key not in self._earlier:
            return None
        rows = self._now[key] = self._earlier[key]
        return [_diagnostic(row, item) for row in rows]

    def keep(self, item: Item, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep `diagnostics` as all that was found in `item`, if they can be kept."""
        key = self._keys.get(id(item))
        if key is not None:
            rows = [_row(diagnostic, item) for diagnostic in diagnostics]
            if None not in rows:
                self._now[key] = tuple([row for row in rows if row is not None])

    def save(self) -> None:
        """Write what is kept now, without the findings in items that are gone."""
        if self._now != self._earlier:
            self._store.write(self._name, marshal.dumps(self._now))


def _read(record: bytes | None) -> dict[bytes, Any]:
    """Return what `KeptFindings.save` wrote, which nobody else can sign."""
    if not record:
        return {}
    try:
        kept = marshal.loads(record)
    except (ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _keys(bank: Bank) -> Iterator[tuple[int, bytes]]:
    """Yield the id of each item of `bank` that is in a file, and a digest of what decides it."""
    around = surroundings(bank)
    for topic in bank.topics:
        digests = item_digests(topic, around)
        if digests is not None:
            yield from zip(map(id, topic.items), digests, strict=True)


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
