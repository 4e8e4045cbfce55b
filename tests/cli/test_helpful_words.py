"""Words that a user types, or is to type: taken as meant, or answered with what is meant."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from support import CHOICE, write_project
from support.commands import run

from quizgen.commands.fix import WRITABLE


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "p")
    monkeypatch.chdir(root)
    return root


def test_a_misspelt_command_gets_the_one_that_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("chek") == 2
    assert "there is no command 'chek': did you mean 'check'?" in capsys.readouterr().err


def test_check_takes_the_names_that_build_takes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "talks") == 0
    write_project(project, CHOICE.replace("answer: Seoul", "answr: Seoul"))
    assert run("check", "talks", "--format", "concise") == 1
    assert "question_bank/talks/people.yaml:6:3: error[unknown-key]" in capsys.readouterr().out
    assert run("check", "tlaks") == 2


def test_findings_are_counted_by_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(project, CHOICE.replace("answer:", "answr:") + CHOICE.replace("host", "a"))
    run("check", "--statistics", "--format", "concise")
    counts = [line.split() for line in capsys.readouterr().out.splitlines() if line[:1] == " "]
    assert ["1", "unknown-key"] in counts


@pytest.mark.parametrize("name", ["my project", "Class 9 – Dämme", "it's"])
def test_new_prints_a_line_that_can_be_pasted(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("quizgen.cli.new_command.print_info", click.echo)  # as at a terminal
    assert run("new", name) == 0
    line = capsys.readouterr().out.splitlines()[-1].removeprefix("Now: ")
    quizgen = f"{shlex.quote(sys.executable)} -m quizgen"
    pasted = line.replace("&& quizgen", f"&& {quizgen}")
    assert subprocess.run(["sh", "-c", pasted], cwd=tmp_path, check=False).returncode == 0


def test_a_write_protected_file_is_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic = project / "question_bank/talks/people.yaml"
    topic.write_text(topic.read_text().replace("topic: people\n", "topic: people  \n"))
    before = topic.read_bytes()
    topic.chmod(topic.stat().st_mode & ~WRITABLE)
    assert run("check", "--fix") == 2
    assert topic.read_bytes() == before
    assert "write-protected" in capsys.readouterr().err
