"""The banks' ledgers while a build goes from one deck file to the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizgen.model.bank import Bank
from quizgen.model.ledger import Ledger, format_ledger
from quizgen.project.layout import BANK_LEDGER


class BankLedgers:
    """The banks' ledgers as the deck files of one build leave them, one after the other.

    `resend` are ids of questions that are to be sent again.
    """

    def __init__(self, resend: frozenset[str]) -> None:
        self._resend = resend
        self._ledgers: dict[Path, Ledger] = {}

    def current(self, before: Ledger, bank: Bank) -> Ledger:
        """Return the ledger of `bank` now; `before`, from the disk, where none has advanced it."""
        return self._ledgers.get(bank.span.source.path, before)

    def advance(self, ledger: Ledger, bank: Bank) -> None:
        """Take `ledger` as that of `bank` from now on."""
        self._ledgers[bank.span.source.path] = ledger

    def resent(self, ledger: Ledger, bank: Bank) -> frozenset[str]:
        """Return the identities of the questions of `bank` that are to be sent again."""
        if not self._resend:
            return frozenset()
        return frozenset(
            ledger.identities(item for item in bank.items if item.id.value in self._resend)
        )

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """Yield the path and the content of each ledger file."""
        for bank_file, ledger in self._ledgers.items():
            yield bank_file.with_name(BANK_LEDGER), format_ledger(ledger).encode()
