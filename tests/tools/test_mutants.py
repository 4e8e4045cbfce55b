"""Every mutant of the table still fits the code, and its tests are there."""

from __future__ import annotations

import pytest
from support.paths import ROOT

from tools.mutants.mutant import Mutant
from tools.mutants.table import MUTANTS


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda m: f"{m.file} {m.old[:30]}")
def test_a_mutant_can_be_put_in(mutant: Mutant) -> None:
    assert (ROOT / "quizgen" / mutant.file).read_text("utf-8").count(mutant.old) == 1
    assert mutant.old != mutant.new
    for path in mutant.tests.split():
        assert (ROOT / path).exists()


def test_there_are_enough() -> None:
    assert len(MUTANTS) >= 60
