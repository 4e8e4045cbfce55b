"""Diagnostics as the page shows them: beside the item that they are about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from os.path import abspath
from typing import NamedTuple

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Item
from quizgen.model.source import Span
from quizgen.reporting.concise import place, printable


class Finding(NamedTuple):
    """One diagnostic. `item` is the key of the item it belongs beside, None for no item's.

    `place` is ``path:line:column``, and `line` the text of that line.
    """

    name: str
    severity: str
    message: str
    help: str | None
    place: str
    line: str
    item: str | None

    @property
    def is_error(self) -> bool:
        return self.severity == Severity.ERROR.value


def item_key(bank: Bank, item: Item) -> str:
    """What the page calls `item`: no other one of the project has this name."""
    return f"{bank.id}/{item.id.value}"


class _Start(NamedTuple):
    """Where an item's entry begins: the line of its dash, from 1, and the dash's indent."""

    line: int
    indent: int
    item: str


class _File(NamedTuple):
    lines: list[str]
    starts: list[_Start]


class Places:
    """Which item stands where in the files of some banks."""

    def __init__(self, banks: Iterable[Bank]) -> None:
        self._files: dict[str, _File] = {}
        for bank in banks:
            for topic in bank.topics:
                if topic.items:
                    source = topic.items[0].id.span.source
                    lines = source.text.split("\n")
                    starts = [
                        _start(item.id.span, item_key(bank, item), lines) for item in topic.items
                    ]
                    self._files[abspath(source.path)] = _File(lines, starts)

    def finding(self, diagnostic: Diagnostic) -> Finding:
        """`diagnostic`, beside the item whose entry it points into."""
        span = diagnostic.span
        return Finding(
            diagnostic.name,
            diagnostic.severity.value,
            printable(diagnostic.message),
            diagnostic.help,
            place(span),
            printable(span.source.line(span.line).strip()),
            self._item(span),
        )

    def _item(self, span: Span) -> str | None:
        """The item at `span`; None between items, as in an entry that could not be read."""
        file = self._files.get(abspath(span.source.path))
        index = bisect_right(file.starts, span.line, key=lambda start: start.line) if file else 0
        if file is None or index == 0:
            return None
        start = file.starts[index - 1]
        below = file.lines[start.line : span.line]
        in_another = any(_begins_entry(line, start.indent) for line in below)
        return None if in_another else start.item


def _start(id: Span, item: str, lines: Sequence[str]) -> _Start:
    """Where the entry of the item with `id` begins.

    Keys come in any order, so that others may stand above `id`; all are indented deeper than
    the dash.
    """
    for number in range(id.line, 0, -1):
        indent = _indent(lines[number - 1])
        if indent < id.column - 1 and _begins_entry(lines[number - 1], indent):
            return _Start(number, indent, item)
    return _Start(id.line, id.column - 1, item)


def _begins_entry(line: str, indent: int) -> bool:
    return line.startswith("-", indent) and _indent(line) == indent


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
