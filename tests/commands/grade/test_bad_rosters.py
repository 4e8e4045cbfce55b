"""A class list with an error stops a command before it writes anything."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.commands import run


@pytest.fixture
def project(graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, and the current folder."""
    root = tmp_path / "project"
    shutil.copytree(graded, root)
    monkeypatch.chdir(root)
    return root


ROSTERS = {
    "twice": "id,name\n7,Ada\n7,Emmy\n",
    "nameless": "id,name\n7,\n8,Ada\n",
    "none": "x\n1\n",
}


@pytest.mark.parametrize("text", ROSTERS.values(), ids=ROSTERS)
def test_a_bad_roster_stops_with_nothing_written(
    project: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "class.csv").write_text(text, encoding="utf-8")
    (project / "scan.png").write_bytes(b"no picture")
    for extra in ([], ["--json"]):
        assert run("grade", "scan.png", "--out", "results", "--roster", "class.csv", *extra) == 1
    printed = capsys.readouterr()
    assert "class.csv" in printed.err
    assert "nothing was written" in printed.err
    assert '"error"' in printed.out
    assert not (project / "results").exists() or not list((project / "results").iterdir())


@pytest.mark.parametrize("ids", [("7", "007"), ("x1", "X1"), ("0", "00")])
@pytest.mark.parametrize("command", ["sheets", "grade"])
def test_ids_that_are_one_on_a_sheet_are_told(
    project: Path, ids: tuple[str, str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "class.csv").write_text(f"id,name\n{ids[0]},Ada\n{ids[1]},Emmy\n", encoding="utf-8")
    (project / "scan.png").write_bytes(b"no picture")
    arguments = {"sheets": ["class.csv"], "grade": ["scan.png", "--roster", "class.csv"]}[command]
    assert run(command, *arguments, "--out", "results") == 1
    printed = capsys.readouterr().err
    assert "class.csv:3" in printed
    assert "duplicate-pupil" in printed
    assert "Emmy" not in printed or command == "sheets"  # which shows the line
    assert not (project / "results").exists()
