"""Diagnostics as the page shows them, beside the items that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Item
from quizgen.model.item_index import ItemIndex
from quizgen.model.source import Span
from quizgen.reporting.concise import format_place, printable


class PreviewDiagnostic(NamedTuple):
    """A diagnostic on the page.

    `item` is the key of the item that the diagnostic is about, or None. `place` is
    ``path:line:column``, and `line` the text of that line.
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
        """Whether the diagnostic is an error, not a warning."""
        return self.severity == Severity.ERROR.value


def item_key(bank: Bank, item: Item) -> str:
    """Return the key of `item` of `bank` on the page, which no other item of the project has."""
    return f"{bank.id}/{item.id.value}"


class ItemLocator:
    """Finds the items of `banks` by their places in files."""

    def __init__(self, banks: Iterable[Bank]) -> None:
        self._indexes = [(bank, ItemIndex(bank.items)) for bank in banks]

    def locate(self, diagnostic: Diagnostic) -> PreviewDiagnostic:
        """Return `diagnostic` with the key of the item whose entry its place is in."""
        span = diagnostic.span
        return PreviewDiagnostic(
            diagnostic.name,
            diagnostic.severity.value,
            printable(diagnostic.message),
            diagnostic.help,
            format_place(span),
            printable(span.source.line(span.line).strip()),
            self._key_at(span),
        )

    def _key_at(self, span: Span) -> str | None:
        """Return the key of the item whose entry `span` is in, or None."""
        for bank, index in self._indexes:
            item = index.at(span)
            if item is not None:
                return item_key(bank, item)
        return None
