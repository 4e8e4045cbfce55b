"""What the items of a bank say to ignore: ``lint: {ignore: [clang]}``."""

from __future__ import annotations

import bisect
from collections import defaultdict

from quizgen.bank import Bank
from quizgen.catalogue import entries
from quizgen.checks.rules import RULES
from quizgen.diagnostics import Diagnostic, Report
from quizgen.item import Item, Word
from quizgen.nearest import nearest
from quizgen.source import Source, Span


def leave_out_ignored(bank: Bank, report: Report) -> None:
    """Take out of `report` what an item ignores, whether it is about that item or also about it.

    Only advice can be ignored: warnings, and what the item writer's rules find. Names that
    are unknown, cannot be ignored or have nothing to ignore are reported.
    """
    ignoring = [item for item in bank.items if item.ignored]
    if not ignoring:
        return
    places = _Places(ignoring)
    unused = {id(word): word for item in ignoring for word in item.ignored}
    advice = _advice()
    kept = []
    for diagnostic in report.diagnostics:
        words = places.ignoring(diagnostic) if diagnostic.name in advice else []
        for word in words:
            unused.pop(id(word), None)
        if not words:
            kept.append(diagnostic)
    report.diagnostics[:] = kept
    for word in unused.values():
        _report_unused(word, advice, report)


def _advice() -> set[str]:
    """The names that can be ignored."""
    rules = {rule.name for rule in RULES}
    return rules | {entry.name for entry in entries() if "warning" in entry.severity}


def _report_unused(word: Word, advice: set[str], report: Report) -> None:
    known = {entry.name for entry in entries()}
    if word.value in advice:
        report.warning(
            "unused-ignore",
            word.span,
            f"there is no {word.value} to ignore in this question",
            "remove the name, or the whole of lint: if it is the only one",
        )
    elif word.value in known:
        report.warning(
            "cannot-ignore",
            word.span,
            f"{word.value} is no advice: it stands for a card or a page that would be wrong",
            "put right what it says; then remove the name here",
        )
    else:
        report.warning(
            "unknown-rule",
            word.span,
            f"there is no diagnostic {word.value!r}",
            nearest(word.value, advice) or "quizgen explain lists them all",
        )


class _Places:
    """Finds the item that a place in a file belongs to."""

    def __init__(self, items: list[Item]) -> None:
        self._items: dict[Source, list[Item]] = defaultdict(list)
        for item in items:
            self._items[item.span.source].append(item)
        for found in self._items.values():
            found.sort(key=lambda item: _point(item.span))

    def ignoring(self, diagnostic: Diagnostic) -> list[Word]:
        """The words by which the items that `diagnostic` is about ignore it."""
        spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
        items = [item for span in spans if (item := self._at(span)) is not None]
        return [word for item in items for word in item.ignored if word.value == diagnostic.name]

    def _at(self, span: Span) -> Item | None:
        items = self._items.get(span.source, [])
        index = bisect.bisect_right(items, _point(span), key=lambda item: _point(item.span)) - 1
        if index < 0 or _point(span) >= (items[index].span.end.line, items[index].span.end.column):
            return None
        return items[index]


def _point(span: Span) -> tuple[int, int]:
    return span.start.line, span.start.column
