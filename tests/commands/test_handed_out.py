"""What was handed out is kept in files that no build can make again: these are never lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.commands import run
from support.corrections import correct
from support.practice_page import ONE_OF_EACH, build_page
from support.scanner.prints import graded_project

from quizgen.project.regular_files import MAX_HANDED_OUT_SIZE

RECORD = "practice-sheets.json"
EARLIER = "practice-sheets-earlier.jsonl"


def too_large(path: Path) -> None:
    path.write_bytes(b"{}\n")
    os.truncate(path, MAX_HANDED_OUT_SIZE + 1)  # without a byte on the disk


def a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


@pytest.mark.parametrize("unreadable", [too_large, a_folder, a_pipe])
@pytest.mark.parametrize("name", [RECORD, EARLIER])
def test_a_build_tells_a_record_that_it_would_lose(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    unreadable: Callable[[Path], None],
) -> None:
    page = build_page(tmp_path, ONE_OF_EACH, "key: none")
    monkeypatch.chdir(tmp_path)
    correct(tmp_path, "They met twice.", "They met thrice.")
    path = page.with_name(name)
    unreadable(path)
    before = path.stat(), page.read_bytes()
    assert run("build") == 2
    error = " ".join(capsys.readouterr().err.split())
    assert f"dist/talks/{name}:1:1: error[unreadable-file] this file is" in error
    assert "what pupils may have in hand" in error
    assert (path.stat(), page.read_bytes()) == before
    path.rmdir() if path.is_dir() else path.unlink()
    assert run("build") == 0
    assert page.read_bytes() != before[1]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    graded_project(tmp_path)
    (tmp_path / "class.csv").write_text("id,name\n7,Ada\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("unreadable", [too_large, a_folder, a_pipe])
@pytest.mark.parametrize("name", ["answer-sheets.json", "answer-sheets-earlier.jsonl"])
def test_named_sheets_are_written_only_where_they_are_kept(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    unreadable: Callable[[Path], None],
) -> None:
    path = project / "dist/class" / name
    unreadable(path)
    before = path.stat()
    assert run("sheets", "class.csv", "--out", "out") == 2
    assert f"{name}:1:1: error[unreadable-file] this file is" in capsys.readouterr().err
    assert path.stat() == before
    assert not (project / "out").exists()
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert run("sheets", "class.csv", "--out", "out") == 0
    assert len(list((project / "out").iterdir())) == 1
