"""What is kept in a folder of results may be damaged: grading says so, and never breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.commands import run
from support.scanner.prints import graded_project
from support.scanner.readings import kept_of, page_of

from quizgen.commands.grade.kept import kept_text, read_sheets

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return graded_project(tmp_path_factory.mktemp("fuzzed")) / "answer-sheets.json"


def damaged(record: Any, data: st.DataObject) -> Any:
    """`record` with one value, at any depth, in place of another."""
    if isinstance(record, dict) and record and data.draw(st.integers(0, 9)):
        key = data.draw(st.sampled_from(sorted(record)))
        return {**record, key: damaged(record[key], data)}
    if isinstance(record, list) and record and data.draw(st.integers(0, 9)):
        index = data.draw(st.integers(0, min(len(record), 6) - 1))
        return [*record[:index], damaged(record[index], data), *record[index + 1 :]]
    return data.draw(VALUES)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_readings_get_a_message(sheets: Path, tmp_path: Path, data: st.DataObject) -> None:
    prints = read_sheets(sheets)
    [one] = prints.values()
    kept = kept_of(prints, page_of(one, one.layouts[0], 1, "7"))
    record = damaged(json.loads(kept_text(kept)), data)
    folder = tmp_path / "results"
    folder.mkdir(exist_ok=True)
    (folder / "readings.json").write_text(json.dumps(record), encoding="utf-8")
    assert run("grade", "--out", str(folder), "--sheets", str(sheets)) in (0, 1, 2)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_decisions_get_a_message_or_do_nothing(
    sheets: Path, tmp_path: Path, data: st.DataObject
) -> None:
    prints = read_sheets(sheets)
    [one] = prints.values()
    kept = kept_of(prints, page_of(one, one.layouts[0], 1, "7"))
    folder = tmp_path / "decided"
    folder.mkdir(exist_ok=True)
    (folder / "readings.json").write_bytes(kept_text(kept))
    whole = {"pages": {"scan.pdf#1": {"rows": {"4": ["1"], "9": []}, "pupil": "3"}}}
    text = json.dumps(damaged(whole, data))
    (folder / "decisions.json").write_text(text, encoding="utf-8")
    assert run("grade", "--out", str(folder), "--sheets", str(sheets)) in (0, 2)
