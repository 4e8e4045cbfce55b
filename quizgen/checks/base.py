"""What a check is: the diagnostics that it can find, with their pages, and what finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from quizgen.checks.nlp import AnalyzedBank, AnalyzedItem
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Fix, Related, Severity
from quizgen.model.item import Item
from quizgen.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosticKind:
    """A diagnostic that a check can find: its name, its severity and its page.

    `doc` is the page, in Markdown. It is what `quizgen explain NAME` shows.
    """

    name: str
    severity: Severity
    doc: str | None

    def at(
        self,
        span: Span,
        message: str,
        help: str,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Return a diagnostic of this kind about `span`; `help` says how to put it right."""
        return Diagnostic(self.name, self.severity, message, span, help, related, fix)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(DiagnosticKind):
    """A check that finds diagnostics of its own name, and of the kinds in `further`.

    Each subclass has a function `find`, which yields them and changes nothing. The subclasses
    differ in what `find` looks at.
    """

    further: tuple[DiagnosticKind, ...] = ()

    @property
    def kinds(self) -> tuple[DiagnosticKind, ...]:
        """Every kind of diagnostic that the check can find, its own first."""
        return (self, *self.further)


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureCheck(Check):
    """A check of a whole bank as it was read, for mistakes that have nothing to do with wording.

    Where it is `of_items`, what it finds in an item's entry depends on this item, the passage and
    ``bank.yaml``, and not on other items. It may look at titles and the like as well.
    """

    find: Callable[[Bank], Iterator[Diagnostic]]
    of_items: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BankCheck(Check):
    """A check that compares items of a bank, in two steps.

    `facts` returns what the check has to know of an item, or None for an item that it passes over.
    They are plain values that `marshal` writes (texts, numbers, tuples), and depend on the item
    and its bank's language: they are kept, so that after a correction one item is looked at again
    and not the bank.
    `find` takes the facts of all other items, each beside its item, in the bank's order. It looks
    at texts of few items, since these have to be read for that; places of stems can be facts, see
    `quizgen.checks.places`.
    """

    facts: Callable[[AnalyzedItem], Any]
    find: Callable[[AnalyzedBank, Sequence[tuple[Item, Any]]], Iterator[Diagnostic]]
