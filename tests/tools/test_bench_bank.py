"""The benchmarks' bank has no mistakes, and each measurement runs. No time is asserted here."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from support import mistakes

import quizgen
from quizgen.readers.question_types import QUESTION_TYPES
from tools.benchmarks import apkg, load_and_check, measure, rules, scaling, startup, worksheets
from tools.benchmarks.bank import BANK, PERCENT, write_project
from tools.benchmarks.typesetters import by_quizgen

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
    row = measure.Measurement("claim", measure.Sample(3), measure.Sample(2), ratio=1.5, target=1.2)
    assert measure.line(row).endswith("≤ 1.2  OVER")
    assert measure.line(row._replace(target=1.5)).endswith("≤ 1.5  OK")


def test_the_rules_are_measured() -> None:
    assert [row.target for row in rules.rows(items=10, rounds=1)] == [2.0, 2.15]


def test_worksheets_are_measured_on_as_many_pages_as_platypus_needs() -> None:
    (row,) = worksheets.against_platypus(sizes=((60, 1, 0.5),))
    assert min(row.ours.seconds, row.ours.peak) > 0
    assert row.ours.pages == pytest.approx(row.theirs.pages, abs=1)
    assert measure.line(row).split()[-3] == "pages/s"


def test_what_a_foot_and_tags_cost_is_measured() -> None:
    rows = list(worksheets.costs(count=10, rounds=1))
    assert [row.target for row in rows] == [1.05, 1.3]
    assert all(row.ours.pages == row.theirs.pages == 2 for row in rows)


def test_the_untagged_side_has_no_marked_content() -> None:
    sheet = by_quizgen.parsed(by_quizgen.written(3))
    tagged, untagged = by_quizgen.printed(sheet), by_quizgen.untagged(sheet)
    assert b"BDC" in page_code(tagged)
    assert b"BDC" not in page_code(untagged)
    assert by_quizgen.printed(sheet) == tagged


def page_code(file: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(file)) as document:
        return b"".join(page.Contents.read_bytes() for page in document.pages)


def test_every_measurement_has_rows() -> None:
    assert all(
        callable(claim.rows)
        for claim in (apkg, load_and_check, rules, scaling, startup, worksheets)
    )
