"""What the items of a bank say to ignore: ``lint: {ignore: [clang]}``."""

from __future__ import annotations

import bisect
from collections import defaultdict

from quizgen.checks.ignorable import ignorable_names, refusal
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.item import Item, Word
from quizgen.model.source import Source, Span


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
    ignorable = ignorable_names()
    kept = []
    for diagnostic in report.diagnostics:
        words = places.ignoring(diagnostic) if diagnostic.name in ignorable else []
        for word in words:
            unused.pop(id(word), None)
        if not words:
            kept.append(diagnostic)
    report.diagnostics[:] = kept
    for word in unused.values():
        _report_unused(word, report)


def _report_unused(word: Word, report: Report) -> None:
    refused = refusal(word.value, to_ignore=True)
    if refused:
        report.warning(refused.name, word.span, refused.message, refused.help)
        return
    report.warning(
        "unused-ignore",
        word.span,
        f"there is no {word.value} to ignore in this question",
        "remove the name, or the whole of lint: if it is the only one",
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
