"""The item writer's rules, run over a bank whose words are found once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from quizgen.checks.nlp import About, AnalyzedBank
from quizgen.checks.rules import RULES, AnyRule, BankRule, Finding, ItemRule, PassageRule
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report

R = TypeVar("R", ItemRule, PassageRule)


def item_writing(bank: Bank, report: Report) -> None:
    for rule, finding in findings(AnalyzedBank(bank), RULES):
        report.diagnostics.append(
            Diagnostic(
                rule.name,
                rule.severity,
                finding.message,
                finding.span,
                finding.help,
                finding.related,
                finding.fix,
            )
        )


def findings(bank: AnalyzedBank, rules: Iterable[AnyRule]) -> Iterator[tuple[AnyRule, Finding]]:
    """What `rules` find in `bank`, each with its rule."""
    rules = list(rules)
    for rule in rules:
        if isinstance(rule, BankRule):
            yield from ((rule, finding) for finding in rule.find(bank))
    of_items = {kind: _about(kind, rules, ItemRule) for kind in About}
    of_quotes = {kind: _about(kind, rules, PassageRule) for kind in About}
    for item in bank.items:
        for item_rule in of_items[item.about]:
            for finding in item_rule.find(item):
                yield item_rule, finding
        if bank.passage and item.item.evidence:
            for passage_rule in of_quotes[item.about]:
                for finding in passage_rule.find(item, bank.passage):
                    yield passage_rule, finding


def _about(kind: About, rules: list[AnyRule], sort: type[R]) -> list[R]:
    """Those of `rules` of one `sort` that look at items of `kind`."""
    return [rule for rule in rules if isinstance(rule, sort) and kind in rule.about]
