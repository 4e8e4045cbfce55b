"""What rules over a bank know of its items is kept, and makes no difference to what they find."""

from __future__ import annotations

import marshal
import random
from pathlib import Path

import pytest
from support.faulty_bank import Dict, bank_in, edited, findings, write_faults

from quizgen.checks import RULES
from quizgen.checks.explain import examples
from quizgen.checks.nlp import AnalyzedBank
from quizgen.checks.rules import BankRule
from quizgen.model.item import Item


@pytest.fixture(autouse=True)
def _every_bank_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.checks.MIN_ITEMS", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_faults(tmp_path)


BANK_RULES = [rule for rule in RULES if isinstance(rule, BankRule)]


@pytest.mark.parametrize("rule", BANK_RULES, ids=lambda rule: rule.name)
def test_rules_over_a_bank_find_the_same_after_any_change(folder: Path, rule: BankRule) -> None:
    """The rest of the bank is as in the rule's own example, whose facts are kept."""
    (folder / "faults.yaml").unlink()
    path, chance, store = folder / "rules.yaml", random.Random(rule.name), Dict()
    example = f"topic: rules\nquestions:\n{examples(rule).bad}"
    counts = []
    for _ in range(12):
        path.write_text(example)
        assert rule.name in str(findings(folder, store))
        for _ in range(chance.randrange(1, 4)):
            path.write_text(edited(path.read_text(), chance))
        try:
            expected = findings(folder, None)
        except AssertionError:
            continue
        assert findings(folder, store) == expected
        counts.append(str(expected).count(repr(rule.name)))
    assert len(set(counts)) > 1, "no change made a difference to the rule"


def test_facts_are_plain_and_kept_as_they_are(folder: Path) -> None:
    bank = AnalyzedBank(bank_in(folder)[0])
    for rule in BANK_RULES:
        facts = [rule.facts(bank.analyzed(item)) for item in bank.bank.items]
        assert marshal.loads(marshal.dumps(facts)) == facts
        assert any(one is not None for one in facts), rule.name


def test_the_words_of_an_item_that_has_not_changed_are_not_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, path = Dict(), folder / "faults.yaml"
    findings(folder, store)
    path.write_text(path.read_text().replace("Which one", "Now which one", 1))
    looked_at: set[str] = set()
    analyzed = AnalyzedBank.analyzed

    def spy(bank: AnalyzedBank, item: Item) -> object:
        looked_at.add(item.id.value)
        return analyzed(bank, item)

    monkeypatch.setattr(AnalyzedBank, "analyzed", spy)
    findings(folder, store)
    assert "comma" in looked_at
    assert len(looked_at) < 12, (
        "those whose findings have a fix or are told of, and the changed one"
    )
