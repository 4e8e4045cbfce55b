"""What rules over a bank know of its items is kept, and makes no difference to what they find."""

from __future__ import annotations

import marshal
import random
from pathlib import Path

import pytest
from support.faulty_bank import Dict, bank_in, edited, findings

from quizgen.checks import CHECKS, RULES, check_bank
from quizgen.checks.base import BankCheck
from quizgen.checks.explain import examples
from quizgen.checks.nlp import AnalyzedBank
from quizgen.checks.rules import BankRule
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.readers import kept_values
from quizgen.readers.bank_folder import read_bank

WITH_FACTS = [check for check in (*CHECKS, *RULES) if isinstance(check, BankCheck | BankRule)]

NUMBERED = """
- {id: a1, type: short_answer, question: 1. Who wrote it?, answer: Ann Lee, reference: x}
- {id: a2, type: short_answer, question: "2) Who read it?", answer: Bo Ek, reference: x}
- {id: a3, type: short_answer, question: Who sold it?, answer: Cy Dow, reference: x}
- {id: a4, type: true_false, question: "Question 4: It was sold.", answer: true, reference: x}
"""


@pytest.mark.parametrize("rule", WITH_FACTS, ids=lambda rule: rule.name)
def test_checks_of_a_bank_find_the_same_after_any_change(
    folder: Path, rule: BankRule | BankCheck
) -> None:
    """The rest of the bank is as in the rule's own example, whose facts are kept."""
    (folder / "faults.yaml").unlink()
    path, chance, store = folder / "rules.yaml", random.Random(rule.name), Dict()
    entries = examples(rule).bad if isinstance(rule, BankRule) else NUMBERED
    example = f"topic: rules\nquestions:\n{entries}"
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
    for rule in WITH_FACTS:
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


def test_no_text_is_read_but_of_items_that_are_judged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of items as they were, a message about many needs no text of them."""
    (folder / "faults.yaml").unlink()  # signs that a check looks at in the whole file
    monkeypatch.setattr(kept_values, "GROUP_SIZE", 1)
    store, path = Dict(), folder / "rules.yaml"
    for text in ("Ice closed", "Ice barred", "Ice shut"):
        path.write_text(path.read_text().replace("Ice closed", text, 1))
        checked = read_bank(folder, Report(), store)
        assert checked is not None
        check_bank(checked, (), store)
    read, judged = set[str](), set[str]()
    analyzed, read_rest = AnalyzedBank.analyzed, kept_values._ItemGroup.__call__

    def judging(bank: AnalyzedBank, item: Item) -> object:
        judged.add(item.id.value)
        return analyzed(bank, item)

    def reading(group: kept_values._ItemGroup, item: Item) -> None:
        read.add(item.id.value)
        read_rest(group, item)

    monkeypatch.setattr(AnalyzedBank, "analyzed", judging)
    monkeypatch.setattr(kept_values._ItemGroup, "__call__", reading)
    path.write_text(path.read_text().replace("Ice shut", "Ice stopped", 1))
    bank = read_bank(folder, Report(), store)
    assert bank is not None
    names = {d.name for d in check_bank(bank, (), store)}
    assert {"hinged-items", "repeated-question", "key-position"} <= names
    assert "s1" in judged
    assert read - judged <= {"q1"}, "key-position points at an option of its first item"
    assert len(judged) < len(list(bank.items)) / 4
