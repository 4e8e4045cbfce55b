"""What is wrong with a roster is told by its line, and never with a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.model.diagnostics import Report
from quizgen.readers.roster.read import read_roster


def told(folder: Path, content: bytes, name: str = "class.csv") -> list[tuple[str, int]]:
    path = folder / name
    path.write_bytes(content)
    report = Report()
    read_roster(path, report)
    assert all(d.help for d in report.diagnostics)
    assert not any("Anna" in f"{d.message} {d.help}" for d in report.diagnostics)
    return [(d.name, d.span.line) for d in report.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Lee\nAnna Kim\n", ("unknown-roster-column", 1)),
        ("mail,phone\nAnna,2\n", ("unknown-roster-column", 1)),
        ("Name,Klase\nAnna,7b\n", ("unknown-roster-column", 1)),
        ("name,id\nAnna,1\n,2\n", ("bad-roster", 3)),
        ("name,id\nAnna,1 2\n", ("bad-roster", 2)),
        ("name,form\nAnna,AB\n", ("bad-roster", 2)),
        ("name,form\nAnna,2\n", ("bad-roster", 2)),
        ("name\n" + "Anna" * 30 + "\n", ("bad-roster", 2)),
        ("name\nAnna\x07\n", ("bad-roster", 2)),
        ("name,id\nAnna,1\nAnna K,1\n", ("duplicate-pupil", 3)),
        ("name,class\nAnna,a\nAnna,b\nAnna,a\n", ("duplicate-pupil", 4)),
        ("name,id\n", ("empty-roster", 1)),
        ("", ("empty-roster", 1)),
    ],
)
def test_each_fault_has_its_line(tmp_path: Path, text: str, expected: tuple[str, int]) -> None:
    assert told(tmp_path, text.encode()) == [expected]


def test_letters_that_were_guessed_are_told(tmp_path: Path) -> None:
    text = "name\nAnna\nMüller\n"
    assert told(tmp_path, text.encode("cp1252")) == [("guessed-encoding", 3)]
    assert told(tmp_path, text.encode("utf-8-sig")) == []
    assert told(tmp_path, text.encode("utf-16")) == []


def test_what_is_no_table_or_not_there_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, b"PK\3\4 xl/workbook rest", "a.xlsx") == [("unreadable-file", 1)]
    report = Report()
    assert read_roster(tmp_path / "none.csv", report) is None
    assert [d.name for d in report.diagnostics] == ["unreadable-file"]


def test_a_roster_may_lie_outside_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "project" / "question_bank").mkdir(parents=True)
    outside = tmp_path / "class.csv"
    outside.write_text("name\nKim\n")
    report = Report()
    roster = read_roster(tmp_path / "project" / ".." / "class.csv", report)
    assert roster
    assert report.diagnostics == []
