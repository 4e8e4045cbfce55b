"""Results and named sheets get into no folder that others get."""

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
    (root / "class.csv").write_text("id,name\n7,Ada\n", encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def _refused(folder: str, capsys: pytest.CaptureFixture[str], scans: str = "class.csv") -> None:
    assert run("sheets", "class.csv", "--out", folder) == 2
    assert "results" in capsys.readouterr().err
    assert run("grade", scans, "--out", folder) == 2
    assert "others get" in capsys.readouterr().err or folder == "."


@pytest.mark.parametrize(
    "folder", ["results/../dist/names", "results/../decks", "x/../../project/question_bank/y"]
)
def test_a_path_with_dots_is_seen_through(
    project: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _refused(folder, capsys)
    assert not (project / "dist/names").exists()


def test_a_link_into_the_output_is_seen_through(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "dist/names").mkdir()
    (project / "results").symlink_to(project / "dist/names")
    _refused("results", capsys)
    _refused("results/7b", capsys)
    assert not list((project / "dist/names").iterdir())


def test_an_output_that_is_a_link_itself_is_seen_through(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "dist").rename(tmp_path / "site")
    (project / "dist").symlink_to(tmp_path / "site")
    _refused("dist/names", capsys)
    _refused(str(tmp_path / "site/names"), capsys)


def test_the_folders_of_another_project_are_none_for_results(
    project: Path, graded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(graded, other)
    _refused(str(other / "dist/names"), capsys)


def test_a_folder_beside_them_is_taken(project: Path) -> None:
    assert run("sheets", "class.csv", "--out", "decks/../results") == 0
    assert (project / "results/test-answer-sheets.pdf").is_file()
