"""A record whose rows do not fit its questions is told with its file, and no pupil is bothered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.commands import run
from support.practice_page import ONE_OF_EACH, build_page
from support.sent_codes import code_of, pages_of

RECORD = "practice-sheets.json"


def rows_of(record: Any) -> Any:
    return record["sheets"][0]["pages"][0]["fields"]


def with_bubble(record: Any) -> None:
    row = next(one for one in rows_of(record) if one[0] == "city")
    row[4][0][2] = "77"


def with_row_twice(record: Any) -> None:
    rows_of(record).append(rows_of(record)[0])


def without_options(record: Any) -> None:
    next(one for one in record["questions"] if one["name"] == "truth").update(options=[], key=[])


def without_a_gap(record: Any) -> None:
    next(one for one in record["questions"] if one["name"] == "gaps")["accepted"].pop()


DAMAGES = with_bubble, with_row_twice, without_options


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is no project, with a code and the record of its page."""
    (tmp_path / "made").mkdir()
    build_page(tmp_path / "made", ONE_OF_EACH, "key: none")
    code = code_of(pages_of(tmp_path / "made")[0], "Ada")
    (tmp_path / "codes.txt").write_text(code, encoding="utf-8")
    (tmp_path / "made/dist/talks" / RECORD).rename(tmp_path / RECORD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def damage(path: Path, change: Callable[[Any], None]) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    change(record["prints"][0] if "prints" in record else record)
    path.write_text(json.dumps(record), encoding="utf-8")


@pytest.mark.parametrize("change", DAMAGES)
def test_a_damaged_record_is_told_with_its_file(
    folder: Path, change: Callable[[Any], None], capsys: pytest.CaptureFixture[str]
) -> None:
    named = "--sheets", RECORD
    assert run("grade", "codes.txt", "--out", "results", *named) == 0
    damage(folder / "results/codes.json", change)
    assert run("grade", "--out", "results") == 2
    error = " ".join(capsys.readouterr().err.split())
    assert "results/codes.json is damaged" in error
    assert "put back a copy of it" in error
    damage(folder / RECORD, change)
    assert run("grade", "codes.txt", "--out", "later", *named) == 2
    error = " ".join(capsys.readouterr().err.split())
    assert f"{RECORD} cannot be used" in error
    assert "ask for the code" not in error


def test_a_whole_code_that_does_not_fit_its_record_is_not_to_be_sent_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(folder / RECORD, without_a_gap)
    assert run("grade", "codes.txt", "--out", "results", "--sheets", RECORD) == 1
    error = " ".join(capsys.readouterr().err.split())
    assert "more answers than the page has questions: the record of the page is damaged" in error
    assert f"put back a copy of the {RECORD}" in error
    assert "ask for the code" not in error
