"""What was found in an item, kept as long as all that decides it stays as it is.

That is the item's own lines, the rest of its file but for other items, ``bank.yaml`` and the
passage. Checks with `of_items` look at nothing else.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.hashes import blake2b
from quizgen.model.item import Item
from quizgen.model.pattern import pattern
from quizgen.model.source import NOWHERE, Position, Source, Span
from quizgen.project.record_store import RecordStore

MIN_ITEMS = 5
"""Items of a bank whose findings are worth keeping: of these, most stay when one is corrected."""

_Place: TypeAlias = tuple[int, int, int, int]
_Finding: TypeAlias = tuple[str, str, str, str | None, _Place, tuple[tuple[str, _Place], ...]]
"""A diagnostic without its file; lines count from the first of its item."""

_ANCHOR = pattern(r"(?:^|[\s\[{,])&[^\s,\[\]{}]+(?=\s|$)", re.MULTILINE)
"""A YAML anchor: in such a file, an item may hold what stands elsewhere."""


class KeptFindings:
    """The findings in the items of `bank`, those that `store` has from an earlier check.

    Which checks found them is no part of the key: `store` is that of one quizgen.
    """

    def __init__(self, bank: Bank, store: RecordStore) -> None:
        path = str(bank.span.source.path.absolute())
        self._store = store
        self._name = f"findings-{_digest(path.encode()).hex()[:32]}"
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


def _digest(content: bytes, key: bytes = b"") -> bytes:
    return blake2b(content, key=key, digest_size=16).digest()


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
    around = _digest("\0".join(_circumstances(bank)).encode("utf-8", "surrogatepass"))
    for topic in bank.topics:
        sources = {id(item.span.source): item.span.source for item in topic.items}
        if len(sources) != 1:
            continue
        (source,) = sources.values()
        if source is NOWHERE.source or _ANCHOR.search(source.text):
            continue
        entries = [_lines_of(item, source) for item in topic.items]
        rest = _digest(_without(entries, source).encode("utf-8", "surrogatepass"), around)
        for item, (start, end) in zip(topic.items, entries, strict=True):
            yield id(item), _digest(source.text[start:end].encode("utf-8", "surrogatepass"), rest)


def _circumstances(bank: Bank) -> Iterator[str]:
    """Yield what decides the findings in every item of `bank`."""
    yield bank.span.source.text
    if bank.passage:
        yield repr((bank.passage.language, bank.passage.numbers))
        yield from (text.plain for text in (bank.passage.title, *bank.passage.paragraphs))
    else:
        yield repr(bank.passage_is_faulty)


def _lines_of(item: Item, source: Source) -> tuple[int, int]:
    """Return the offsets in the text of `source` where the lines of `item` begin and end."""
    start, end = item.span.start, item.span.end
    last = end.line
    if last > start.line and not source.line(last + 1)[: end.column].strip():
        last -= 1
    return source.offset(start.line), source.offset(last + 1)


def _without(entries: list[tuple[int, int]], source: Source) -> str:
    """Return the text of `source` without the lines between the offsets of `entries`."""
    parts, place = [], 0
    for start, end in sorted(entries):
        parts.append(source.text[place:start])
        place = max(place, end)
    return "\0".join((*parts, source.text[place:]))


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
