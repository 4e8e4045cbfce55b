"""The rules of item writing are right, and see what they saw, on realistic questions."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
import yaml

from quizgen.checks.rules import RULES
from tools.benchmarks import advice

MIN_PRECISION = 0.85
MIN_RECALL = {"clang": 0.87, "keys-often-longest": 0.6}
"""Where not all is seen: German compounds, and keys that are only a little longer."""

LEAST = {"en": 120, "de": 60, "fr": 60, "es": 60}


@cache
def scores() -> dict[str, advice.Score]:
    return advice.scores()


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_most_of_what_a_rule_says_is_deserved(rule: str) -> None:
    score = scores().get(rule)
    assert score is None or score.precision >= MIN_PRECISION


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_a_rule_sees_what_it_saw(rule: str) -> None:
    score = scores().get(rule)
    assert score is None or score.recall >= MIN_RECALL.get(rule, 1)


def test_the_questions_are_many_in_each_language() -> None:
    counts: Counter[str] = Counter()
    for file in advice.bank_files():
        counts[file.parent.name] += len(yaml.safe_load(file.read_text("utf-8")))
    assert {
        language: counts[language] >= least for language, least in LEAST.items()
    } == dict.fromkeys(LEAST, True)


def test_each_remark_names_a_question_below_it() -> None:
    for file in advice.bank_files():
        remarks = re.findall(r"^# deserves: ", file.read_text("utf-8"), re.MULTILINE)
        assert len(remarks) == len({finding.item for finding in advice.deserved(file)} - {"bank"})


def test_the_table_has_a_line_for_each_rule() -> None:
    lines = [*advice.lines()]
    assert lines[0].split() == ["rule", "right", "needless", "missed", "precision", "recall"]
    assert len(lines) >= 2 + len(scores())
