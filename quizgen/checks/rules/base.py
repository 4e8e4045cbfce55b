"""What an item writer's rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem, AnalyzedPassage
from quizgen.model.diagnostics import Fix, Related, Severity
from quizgen.model.source import Span


class Finding(NamedTuple):
    """One place that breaks a rule, the way out, and what a program can do about it."""

    span: Span
    message: str
    help: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`name` is the diagnostic's, and `doc` its page: the docstring of the rule's file.

    A page begins with a sentence, says why, names its source, and ends with two examples
    of YAML, indented, below ``Bad:`` and ``Good:``. The tests check both.
    """

    name: str
    doc: str | None
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRule(Rule):
    """Looks at one item at a time, of the kinds in `about`."""

    about: tuple[About, ...]
    find: Callable[[AnalyzedItem], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRule(Rule):
    """Looks at one item beside the passage that it quotes; of items without quotes, at none."""

    about: tuple[About, ...]
    find: Callable[[AnalyzedItem, AnalyzedPassage], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankRule(Rule):
    """Looks at all items together. It takes time in proportion to their number."""

    find: Callable[[AnalyzedBank], Iterator[Finding]]


AnyRule: TypeAlias = ItemRule | PassageRule | BankRule
