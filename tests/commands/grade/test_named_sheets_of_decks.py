"""Sheets with names of several deck files, and of forms that a list gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.commands import run

LIST = "id,name,form\n7,Ada Lovelace,{}\n8,Emmy Noether,\n"


@pytest.fixture
def project(graded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, and the current folder."""
    root = tmp_path / "project"
    shutil.copytree(graded, root)
    (root / "class.csv").write_text(LIST.format("B"), encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def _written(root: Path) -> list[str]:
    return sorted(one.name for one in (root / "rs").glob("*.pdf"))


@pytest.mark.parametrize("name", ["test", "TEST"])
def test_worksheets_of_one_name_have_a_file_for_each_deck(project: Path, name: str) -> None:
    text = (project / "decks/class.yaml").read_text(encoding="utf-8")
    other = text.replace("name: test", f"name: {name}")
    (project / "decks/other.yaml").write_text(other, encoding="utf-8")
    assert run("sheets", "class.csv", "--out", "rs") == 0
    assert _written(project) == [
        "class-test-answer-sheets.pdf",
        f"other-{name}-answer-sheets.pdf",
    ]


def test_a_deck_that_is_named_twice_counts_once(project: Path) -> None:
    assert run("sheets", "class.csv", "class", "decks/class.yaml", "--out", "rs") == 0
    assert _written(project) == ["test-answer-sheets.pdf"]


def test_a_form_that_the_worksheet_does_not_have_is_an_error(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "class.csv").write_text(LIST.format("C"), encoding="utf-8")
    assert run("sheets", "class.csv", "--out", "rs") == 1
    printed = capsys.readouterr().err
    assert "class.csv:2" in printed
    assert "bad-roster" in printed
    assert not _written(project)
