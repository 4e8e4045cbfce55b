"""The benchmarks' bank has no mistakes, and each measurement runs. No time is asserted here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from support import mistakes

import quizgen
from benchmarks import apkg, load_and_check, measure, rules, scaling, startup
from benchmarks.bank import BANK, PERCENT, write_project
from quizgen.readers.question_types import QUESTION_TYPES

ITEMS = 200


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    write_project(folder, ITEMS)
    return folder


def test_the_project_checks_clean(root: Path) -> None:
    assert mistakes(quizgen.check(root)) == []


def test_every_type_is_there_as_often_as_the_mixture_says(root: Path) -> None:
    bank = quizgen.load(root / BANK).bank
    assert bank is not None
    found = Counter(item.type for item in bank.items)
    wanted = {write.__name__.strip("_"): percent for percent, write in PERCENT}
    assert found == {name: percent * ITEMS // 100 for name, percent in wanted.items()}
    assert set(found) == {question_type.name for question_type in QUESTION_TYPES}


def test_about_one_text_in_ten_has_markup(root: Path) -> None:
    bank = quizgen.load(root / BANK).bank
    assert bank is not None
    explanations = [item.explain for item in bank.items if item.explain]
    marked = [text for text in explanations if any(not isinstance(run, str) for run in text.runs)]
    assert 0.05 < len(marked) / len(explanations) < 0.2


def test_the_same_number_gives_the_same_project(root: Path, tmp_path: Path) -> None:
    write_project(tmp_path, ITEMS)
    paths = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.*"))
    assert paths
    assert all((tmp_path / path).read_bytes() == (root / path).read_bytes() for path in paths)


def test_loading_is_measured() -> None:
    row, *_ = load_and_check.rows(items=10, rounds=1)
    assert min(row.ours.seconds, row.theirs.seconds, row.ours.peak, row.theirs.peak) > 0


def test_packaging_is_measured() -> None:
    (row,) = apkg.rows(sizes=((10, 1.5),), rounds=1)
    assert row.ratio > 0


def test_a_row_says_how_it_stands() -> None:
    row = measure.Row("claim", measure.Sample(3), measure.Sample(2), ratio=1.5, target=1.2)
    assert measure.line(row).endswith("≤ 1.2  OVER")
    assert measure.line(row._replace(target=1.5)).endswith("≤ 1.5  OK")


def test_the_rules_are_measured() -> None:
    assert [row.target for row in rules.rows(items=10, rounds=1)] == [2.0, 2.15]


def test_every_measurement_has_rows() -> None:
    assert all(callable(claim.rows) for claim in (apkg, load_and_check, rules, scaling, startup))
