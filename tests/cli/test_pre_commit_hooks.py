"""The hooks that pre-commit finds in this repository: what they run, and for which files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.paths import ROOT

from quizgen.cli import main
from quizgen.commands.scaffold import project_files

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text("utf-8"))
}


def run(hook: dict[str, Any]) -> int:
    program, *arguments = shlex.split(hook["entry"])
    assert program == "quizgen"
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with pytest.raises(SystemExit):
        main(["new", str(tmp_path / "project")])
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def test_check_stops_a_commit_with_a_warning(project: Path) -> None:
    assert run(HOOKS["quizgen-check"]) == 0
    reading = project / "question_bank/my-bank/reading.yaml"
    reading.write_text(
        reading.read_text("utf-8").replace("  difficulty: easy", "  difficulty: easy ")
    )
    assert run(HOOKS["quizgen-check"]) == 1
    assert run(HOOKS["quizgen-fix"]) == 0
    assert run(HOOKS["quizgen-check"]) == 0


@pytest.mark.parametrize("folder", [".", "project", "courses/spring/project"])
def test_the_hooks_work_where_the_project_is_a_part_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    with pytest.raises(SystemExit):
        main(["new", str(tmp_path / folder)])
    reading = next((tmp_path / folder).glob("question_bank/*/reading.yaml"))
    name = reading.relative_to(tmp_path).as_posix()
    assert all(re.search(hook["files"], name) for hook in HOOKS.values())
    text = reading.read_text("utf-8").replace("  difficulty: easy", "  difficulty: easy ")
    reading.write_text(text)
    monkeypatch.chdir(tmp_path)
    assert run(HOOKS["quizgen-check"]) == 1
    assert run(HOOKS["quizgen-fix"]) == 0
    assert run(HOOKS["quizgen-check"]) == 0


def test_a_hook_in_a_repository_without_a_project_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dist/question_bank").mkdir(parents=True)
    (tmp_path / "dist/decks").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(HOOKS["quizgen-check"]) == 2
    assert "not a quizgen project" in capsys.readouterr().err


def test_a_hook_runs_when_a_file_that_it_reads_changes() -> None:
    checked = [
        str(path)
        for path in project_files("project")
        if path.parts[0] in {"question_bank", "decks"}
    ]
    checked += ["question_bank/a/media/map.png", "decks/a.ledger", "quizgen.toml"]
    pattern = HOOKS["quizgen-check"]["files"]
    assert [path for path in checked if not re.search(pattern, path)] == []
    assert not re.search(pattern, "dist/a/a.apkg")
    assert not re.search(pattern, "README.md")


@pytest.mark.parametrize("hook", HOOKS.values(), ids=list(HOOKS))
def test_a_hook_says_what_pre_commit_needs(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
