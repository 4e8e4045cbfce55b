"""Settings that cannot be read, or have another name or place, are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support import CHOICE, write_project
from support.commands import run

ERROR = '[lint]\nerror = ["trailing-space"]\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path, CHOICE.rstrip() + " \n")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("name", ["quizgen.toml", "pyproject.toml"])
@pytest.mark.parametrize(
    ("put", "why"),
    [
        (lambda path: path.mkdir(), "a folder, not a file"),
        (lambda path: path.symlink_to("nowhere"), "does not exist"),
    ],
)
def test_what_is_no_file_stops_a_build(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    put: Callable[[Path], None],
    why: str,
    name: str,
) -> None:
    assert run("build") == 0  # which is remembered
    put(project / name)
    for command in ("build", "check"):
        assert run(command) == 2
        said = "".join(capsys.readouterr())
        assert f"{name}:1:1: error[unreadable-file]" in said
        assert why in said


@pytest.mark.parametrize(
    "path",
    [
        "quizgen (1).toml",
        "quizgen-LAPTOP.toml",
        "QuizGen.TOML",
        ".quizgen.toml",
        "quizgen.toml.txt",
        "decks/quizgen.toml",
        "question_bank/quizgen.toml",
        "question_bank/talks/quizgen.toml",
    ],
)
def test_settings_of_another_name_or_place_are_named(
    project: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    (project / path).write_text(ERROR)
    run("check", "--format", "concise")
    assert f"warning[file-not-read] {path} is not read" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["quizgens.toml", "ruff.toml", "quizgen.md", "quizgen.toml"])
def test_other_files_are_none_of_ours(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (project / name).write_text("")
    run("check", "--format", "concise")
    assert "file-not-read" not in capsys.readouterr().out
