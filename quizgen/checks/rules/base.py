"""What an item writer's rule is: a check that gives advice on wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from quizgen.checks.base import Check
from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem, AnalyzedPassage
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Check):
    """A check whose page `doc` is the docstring of the rule's file.

    A page begins with a sentence, says why, names its source, and ends with two examples
    of YAML, indented, below ``Bad:`` and ``Good:``. The tests check both.
    """

    severity: Severity = Severity.WARNING
    habit: str = ""
    """What is said of `{count}` questions at once: most authors do it always, or never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRule(Rule):
    """A rule that looks at one item at a time, of the kinds in `about`."""

    about: tuple[About, ...]
    find: Callable[[AnalyzedItem], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRule(Rule):
    """A rule that looks at one item beside the passage that the item quotes.

    Items without quotes, and of other kinds than those in `about`, are not looked at.
    """

    about: tuple[About, ...]
    find: Callable[[AnalyzedItem, AnalyzedPassage], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankRule(Rule):
    """A rule that looks at all items together, in time proportional to their number.

    `facts` and `find` are as for a `BankCheck`.
    """

    facts: Callable[[AnalyzedItem], Any]
    find: Callable[[AnalyzedBank, Sequence[tuple[Item, Any]]], Iterator[Diagnostic]]


AnyRule: TypeAlias = ItemRule | PassageRule | BankRule
