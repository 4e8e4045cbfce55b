"""Checks run over a bank whose words are found once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, TypeVar

from quizgen.checks.base import StructureCheck
from quizgen.checks.nlp import About, AnalyzedBank
from quizgen.checks.rules import AnyRule, BankRule, ItemRule, PassageRule
from quizgen.model.diagnostics import Diagnostic

AnyCheck: TypeAlias = StructureCheck | AnyRule

R = TypeVar("R", ItemRule, PassageRule)


def run_checks(bank: AnalyzedBank, checks: Iterable[AnyCheck]) -> Iterator[Diagnostic]:
    """Yield what `checks` find in `bank`: of the whole bank first, then item by item."""
    checks = list(checks)
    for check in checks:
        if isinstance(check, StructureCheck):
            yield from check.find(bank.bank)
        elif isinstance(check, BankRule):
            yield from check.find(bank)
    of_items = {kind: _about(kind, checks, ItemRule) for kind in About}
    of_quotes = {kind: _about(kind, checks, PassageRule) for kind in About}
    for item in bank.items:
        for item_rule in of_items[item.about]:
            yield from item_rule.find(item)
        if bank.passage and item.item.evidence:
            for passage_rule in of_quotes[item.about]:
                yield from passage_rule.find(item, bank.passage)


def _about(kind: About, checks: list[AnyCheck], rule_class: type[R]) -> list[R]:
    """Return the rules of `rule_class` among `checks` that look at items of `kind`."""
    return [rule for rule in checks if isinstance(rule, rule_class) and kind in rule.about]
