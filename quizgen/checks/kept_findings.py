"""What was found out about an item, kept as long as all that decides it stays as it is.

`quizgen.model.item_digests` says what that is: the item, the rest of its file, bank.yaml and the
passage. Checks with `of_items`, and rules, look at nothing else; what they find elsewhere because
of an item is not kept. What is kept of a topic file that has not changed is taken as it is.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, TypeAlias

from quizgen.checks.places import Place, place_of, span_of
from quizgen.model.bank import Bank, Topic
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import Item
from quizgen.model.item_digests import file_digest, item_digests, surroundings
from quizgen.project.record_store import RecordStore, record_name

MIN_ITEMS = 5
"""Items of a bank whose findings are worth keeping: of these, most stay when one is corrected."""

_SEVERITIES = {severity.value: severity for severity in Severity}

_Finding: TypeAlias = tuple[str, str, str, str | None, Place, tuple[tuple[str, Place], ...]]
"""A diagnostic without its file; lines count from the first of its item."""

Findings: TypeAlias = tuple[_Finding, ...]
"""All that was found in an item, as it is kept."""

Facts: TypeAlias = tuple[Any, ...]
"""What each `BankCheck` and `BankRule` has to know of an item."""

_Entry: TypeAlias = tuple[bytes | None, Findings | None, Facts | None]
"""The digest of an item, None where it has none, and what is known of it."""


class KeptFindings:
    """What is known of the items of `bank`, from an earlier check by way of `store`.

    `findings` and `facts` are those of each item, in the bank's order; None where they are not
    known. Which checks made them is no part of the key: `store` is that of one quizgen.
    """

    def __init__(self, bank: Bank, store: RecordStore) -> None:
        around, place = surroundings(bank), str(bank.span.source.path.absolute())
        self._topics = [_JudgedTopic(topic, place, around, store) for topic in bank.topics]
        entries = [entry for topic in self._topics for entry in topic.entries]
        self.findings = [findings for _, findings, _ in entries]
        self.facts = [facts for *_, facts in entries]

    def keep(self, findings: Iterable[Findings | None], facts: Iterable[Facts]) -> None:
        """Keep `findings` and `facts` of each item, in the bank's order.

        Findings are None where they can't be kept.
        """
        known = zip(findings, facts, strict=True)
        for topic in self._topics:
            topic.keep(known)


class _JudgedTopic:
    """What is kept of the items of `topic`: an entry for each, in their order."""

    def __init__(self, topic: Topic, place: str, around: bytes, store: RecordStore) -> None:
        self._name = record_name("findings", place, topic.id)
        self._store = store
        self._digest = file_digest(topic, around)
        before, entries = _entries(store.read(self._name) if self._digest else None)
        self._is_same = before == self._digest and len(entries) == len(topic.items)
        if not self._is_same:
            by_digest = {entry[0]: entry[1:] for entry in entries if entry[0]}
            digests = item_digests(topic, around) or repeat(None, len(topic.items))
            entries = [(one, *by_digest.get(one or b"", (None, None))) for one in digests]
        self.entries = entries

    def keep(self, known: Iterator[tuple[Findings | None, Facts]]) -> None:
        """Take from `known` what is known of its items now, and write it if anything is new."""
        entries = [(entry[0], *next(known)) for entry in self.entries]
        if self._digest and not (self._is_same and entries == self.entries):
            self._store.write(self._name, marshal.dumps((self._digest, entries)))


def _entries(record: bytes | None) -> tuple[bytes, list[_Entry]]:
    """Return the digest and the entries that `_JudgedTopic.keep` wrote.

    Nobody else can sign a record. Without a digest where `record` is none of these.
    """
    try:
        before, entries = marshal.loads(record or b"")
        return bytes(before), [(one, findings, facts) for one, findings, facts in entries]
    except (ValueError, EOFError, TypeError):
        return b"", []


def kept_findings(diagnostics: Sequence[Diagnostic], item: Item) -> Findings | None:
    """Return all `diagnostics` that were found in `item` as they are kept; None if one can't be."""
    rows = [row for diagnostic in diagnostics if (row := _row(diagnostic, item)) is not None]
    return tuple(rows) if len(rows) == len(diagnostics) else None


def found_before(findings: Findings, item: Item) -> list[Diagnostic]:
    """Return the diagnostics that were kept as the `findings` in `item`."""
    return [_diagnostic(row, item) for row in findings]


def _row(diagnostic: Diagnostic, item: Item) -> _Finding | None:
    """Return `diagnostic` as it is kept; None for one that can't be, such as one with a fix."""
    d = diagnostic
    place = None if d.fix else place_of(d.span, item)
    related = [(one.message, place_of(one.span, item)) for one in d.related]
    others = tuple([(message, other) for message, other in related if other is not None])
    if place is None or len(others) < len(related):
        return None
    return d.name, d.severity.value, d.message, d.help, place, others


def _diagnostic(row: _Finding, item: Item) -> Diagnostic:
    name, severity, message, help, place, related = row
    span = span_of(place, item)
    others = [Related(text, span_of(other, item)) for text, other in related]
    return Diagnostic(name, _SEVERITIES[severity], message, span, help, tuple(others))
