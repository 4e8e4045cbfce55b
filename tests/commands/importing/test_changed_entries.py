"""What of a question's lines stays when a file changes the question."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank

from quizgen.commands.importing import ImportResult, import_file
from quizgen.commands.importing.report import as_text

BANK = """\
# about the sea
- id: depth
  # the deepest point
  type: numeric
  question: How deep is the sea?  # in the mean
  answer: 40

  # measured by the ship Tara
  tolerance: 5
  unit: m
  hint: think of a tower
  reference: Atlas  # page 3
# the end
"""


def _bring(tmp_path: Path, table: str) -> ImportResult:
    path = tmp_path / "talks.csv"
    path.write_text(table)
    return import_file(path, tmp_path / "p", "talks")


def _file(tmp_path: Path) -> Path:
    (path,) = [p for p in (tmp_path / "p/question_bank/talks").glob("*.yaml") if p.stem != "bank"]
    return path


def test_only_the_lines_of_changed_values_change(tmp_path: Path) -> None:
    write_bank(tmp_path / "p", BANK)
    before = _file(tmp_path).read_text()
    result = _bring(
        tmp_path,
        "ID,Type,Question,Answer,Tolerance,Explanation\n"
        "depth,numeric,How deep is the sea?,44,5,It was measured.\n",
    )
    assert not result.errors
    after = _file(tmp_path).read_text()
    expected = before.replace("answer: 40", "answer: 44").replace(
        "# page 3\n", "# page 3\n  explain: It was measured.\n"
    )
    assert after == expected
    assert "went with them" not in as_text(result)


def test_a_remark_beside_a_changed_value_is_told(tmp_path: Path) -> None:
    write_bank(tmp_path / "p", BANK)
    result = _bring(
        tmp_path, "ID,Question,Answer,Tolerance\ndepth,How deep is the sea of Korea?,40,5\n"
    )
    assert "remarks beside values that changed" in as_text(result)
    assert "in the mean" in as_text(result)
    text = _file(tmp_path).read_text()
    assert "# the deepest point" in text
    assert "# measured by the ship Tara" in text


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_ends_of_lines_and_the_mark_at_the_beginning_stay(tmp_path: Path, mark: bytes) -> None:
    write_bank(tmp_path / "p", BANK)
    path = _file(tmp_path)
    path.write_bytes(mark + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    _bring(tmp_path, "ID,Question,Answer\ndepth,How deep is the sea?,44\n")
    expected = before.replace(b"answer: 40", b"answer: 44").replace(b"  tolerance: 5\r\n", b"")
    assert path.read_bytes() == expected


def test_keys_that_the_new_type_does_not_have_go(tmp_path: Path) -> None:
    write_bank(tmp_path / "p", BANK)
    result = _bring(
        tmp_path,
        "ID,Question,Answer,Wrong 1,Wrong 2\ndepth,How deep is the sea?,deep,flat,dry\n",
    )
    assert not result.errors
    bank, faults = load_bank(tmp_path / "p/question_bank/talks")
    (item,) = bank.items
    assert not faults
    assert item.hint is not None
    assert "unit:" not in _file(tmp_path).read_text()


TIMELINE = """\
- id: wars
  type: timeline
  question: Put these in order.
  events:
    1945: the war ends
    1950: another begins
  reference: Atlas
"""
ORDER = "ID,Type,Question,Answer\nwars,ordering,Put these in order.,"


def test_an_order_of_the_same_events_keeps_the_dates(tmp_path: Path) -> None:
    write_bank(tmp_path / "p", TIMELINE)
    result = _bring(tmp_path, f'{ORDER}"1. the war ends\n2. another begins"\n')
    assert result.files == ()
    assert not result.errors


def test_other_events_without_dates_are_told(tmp_path: Path) -> None:
    write_bank(tmp_path / "p", TIMELINE)
    before = _file(tmp_path).read_text()
    result = _bring(tmp_path, f'{ORDER}"1. a war ends\n2. another begins"\n')
    assert not result.errors
    assert "the file has no dates" in as_text(result)
    assert _file(tmp_path).read_text() == before


def test_an_entry_in_braces_is_written_anew(tmp_path: Path) -> None:
    write_bank(
        tmp_path / "p",
        "- {id: depth, type: numeric, question: How deep is the sea?, answer: 40, unit: m}\n",
    )
    _bring(tmp_path, "ID,Question,Answer\ndepth,How deep is the sea?,44\n")
    text = _file(tmp_path).read_text()
    assert "answer: 44" in text
    assert "unit: m" in text
