"""Checks run over a bank whose words are found once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import TypeAlias, TypeVar

from quizgen.checks.base import BankCheck, StructureCheck
from quizgen.checks.kept_findings import KeptFindings, found_before, kept_findings
from quizgen.checks.nlp import About, AnalyzedBank
from quizgen.checks.rules import AnyRule, BankRule, ItemRule, PassageRule
from quizgen.checks.side_by_side import Judgements, judged, place_and_words
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Item
from quizgen.model.item_index import ItemIndex

AnyCheck: TypeAlias = StructureCheck | BankCheck | AnyRule
WithFacts: TypeAlias = BankCheck | BankRule

R = TypeVar("R", ItemRule, PassageRule)


def run_checks(
    bank: AnalyzedBank,
    checks: Iterable[AnyCheck],
    kept: KeptFindings | None = None,
    jobs: int = 1,
) -> Iterator[Diagnostic]:
    """Yield what `checks` find in `bank`: of the whole bank first, then item by item.

    Items of which `kept` knows enough are not looked at again, and what is found out about the
    others goes there. Many items are looked at in up to `jobs` processes.
    """
    checks = list(checks)
    items = list(bank.bank.items)
    nothing = [None] * len(items)
    known_findings = kept.findings if kept else nothing
    known_facts = kept.facts if kept else nothing
    # 1. Look at the items of which too little is known.
    with_facts = _with_facts(checks)
    unjudged = [
        item
        for item, *known in zip(items, known_findings, known_facts, strict=True)
        if None in known
    ]
    new = judged(unjudged, partial(_judge, bank, checks), jobs)
    facts = [
        new.facts[id(item)] if known is None else known
        for item, known in zip(items, known_facts, strict=True)
    ]
    # 2. Look at the whole bank.
    for check in checks:
        if isinstance(check, StructureCheck) and not check.of_items:
            yield from check.find(bank.bank)
        elif isinstance(check, WithFacts):
            n = with_facts.index(check)
            pairs = [
                (item, one[n]) for item, one in zip(items, facts, strict=True) if one[n] is not None
            ]
            yield from check.find(bank, pairs)
    # 3. Bring together what is known of each item and what was found now.
    yield from new.findings.pop(None, ())
    for item, known in zip(items, known_findings, strict=True):
        yield from new.findings.get(id(item), []) if known is None else found_before(known, item)
    if kept:
        new_findings = {} if new.reaches_out else new.findings
        findings = [
            kept_findings(new_findings[id(item)], item)
            if known is None and id(item) in new_findings
            else known
            for item, known in zip(items, known_findings, strict=True)
        ]
        kept.keep(findings, facts)


def _judge(bank: AnalyzedBank, checks: Sequence[AnyCheck], items: Sequence[Item]) -> Judgements:
    """Return what `checks` find in `items` of `bank`, and the facts that rules over it need."""
    findings: dict[int | None, list[Diagnostic]] = defaultdict(list)
    # 1. What structure checks find, by its place.
    index = ItemIndex(items)
    for diagnostic in _structure_findings(bank, checks, items):
        item = index.at(diagnostic.span)
        findings[id(item) if item else None].append(diagnostic)
    reaches_out = None in findings and bool(
        set(map(place_and_words, findings[None]))
        - set(map(place_and_words, _structure_findings(bank, checks, ())))
    )
    # 2. What rules find, by the item that they look at: its words are forgotten with it.
    with_facts = _with_facts(checks)
    of_items = {kind: _about(kind, checks, ItemRule) for kind in About}
    of_quotes = {kind: _about(kind, checks, PassageRule) for kind in About}
    facts = {}
    for item in items:
        analyzed = bank.analyzed(item)
        facts[id(item)] = tuple([rule.facts(analyzed) for rule in with_facts])
        results = findings[id(item)]
        for item_rule in of_items[analyzed.about]:
            results.extend(item_rule.find(analyzed))
        if item.evidence and bank.passage:
            for passage_rule in of_quotes[analyzed.about]:
                results.extend(passage_rule.find(analyzed, bank.passage))
    return Judgements(findings, facts, reaches_out)


def _structure_findings(
    bank: AnalyzedBank, checks: Iterable[AnyCheck], items: Iterable[Item]
) -> Iterator[Diagnostic]:
    """Yield what structure checks that look at items find in `items`, and outside of all items."""
    part = _with_items(bank.bank, set(map(id, items)))
    for check in checks:
        if isinstance(check, StructureCheck) and check.of_items:
            yield from check.find(part)


def _with_facts(checks: Iterable[AnyCheck]) -> list[WithFacts]:
    """Return those of `checks` that need facts, in the order in which facts are kept."""
    return [check for check in checks if isinstance(check, WithFacts)]


def _with_items(bank: Bank, ids: Set[int]) -> Bank:
    """Return `bank` with those of its items whose ids are in `ids`."""
    topics = [
        replace(topic, items=tuple([item for item in topic.items if id(item) in ids]))
        for topic in bank.topics
    ]
    return replace(bank, topics=tuple(topics))


def _about(kind: About, checks: Sequence[AnyCheck], rule_class: type[R]) -> list[R]:
    """Return the rules of `rule_class` among `checks` that look at items of `kind`."""
    return [rule for rule in checks if isinstance(rule, rule_class) and kind in rule.about]
