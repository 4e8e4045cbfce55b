"""Checks run over a bank whose words are found once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import TypeAlias, TypeVar

from quizgen.checks.base import StructureCheck
from quizgen.checks.kept_findings import KeptFindings
from quizgen.checks.nlp import About, AnalyzedBank
from quizgen.checks.rules import AnyRule, BankRule, ItemRule, PassageRule
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Item
from quizgen.model.item_index import ItemIndex

AnyCheck: TypeAlias = StructureCheck | AnyRule

R = TypeVar("R", ItemRule, PassageRule)


def run_checks(
    bank: AnalyzedBank, checks: Iterable[AnyCheck], kept: KeptFindings | None = None
) -> Iterator[Diagnostic]:
    """Yield what `checks` find in `bank`: of the whole bank first, then item by item.

    Items whose findings are in `kept` are not looked at again by checks that look at one item,
    and what is found in the others goes there.
    """
    checks = list(checks)
    for check in checks:
        if isinstance(check, StructureCheck):
            if not check.of_items:
                yield from check.find(bank.bank)
        elif isinstance(check, BankRule):
            yield from check.find(bank)
    known = {id(item): kept.of(item) for item in bank.bank.items} if kept else {}
    new = [item for item in bank.bank.items if known.get(id(item)) is None]
    findings = _in_items(bank, checks, new)
    yield from findings.pop(None, ())
    for item in bank.bank.items:
        earlier = known.get(id(item))
        if earlier is not None:
            yield from earlier
            continue
        diagnostics = findings.get(id(item), [])
        if kept:
            kept.keep(item, diagnostics)
        yield from diagnostics
    if kept:
        kept.save()


def _in_items(
    bank: AnalyzedBank, checks: list[AnyCheck], items: list[Item]
) -> dict[int | None, list[Diagnostic]]:
    """Return what `checks` find in each of `items` of `bank` by its id, and elsewhere by None."""
    findings: dict[int | None, list[Diagnostic]] = defaultdict(list)
    ids = set(map(id, items))
    # 1. What structure checks find, by its place.
    index = ItemIndex(items)
    part = _with_items(bank.bank, ids)
    for check in checks:
        if isinstance(check, StructureCheck) and check.of_items:
            for diagnostic in check.find(part):
                item = index.at(diagnostic.span)
                findings[id(item) if item else None].append(diagnostic)
    # 2. What rules find, by the item that they look at.
    of_items = {kind: _about(kind, checks, ItemRule) for kind in About}
    of_quotes = {kind: _about(kind, checks, PassageRule) for kind in About}
    for analyzed in bank.items if items else ():
        if id(analyzed.item) not in ids:
            continue
        results = findings[id(analyzed.item)]
        for item_rule in of_items[analyzed.about]:
            results.extend(item_rule.find(analyzed))
        if analyzed.item.evidence and bank.passage:
            for passage_rule in of_quotes[analyzed.about]:
                results.extend(passage_rule.find(analyzed, bank.passage))
    return findings


def _with_items(bank: Bank, ids: Set[int]) -> Bank:
    """Return `bank` with those of its items whose ids are in `ids`."""
    topics = [
        replace(topic, items=tuple([item for item in topic.items if id(item) in ids]))
        for topic in bank.topics
    ]
    return replace(bank, topics=tuple(topics))


def _about(kind: About, checks: list[AnyCheck], rule_class: type[R]) -> list[R]:
    """Return the rules of `rule_class` among `checks` that look at items of `kind`."""
    return [rule for rule in checks if isinstance(rule, rule_class) and kind in rule.about]
