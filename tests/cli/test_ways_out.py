"""A message that stops a build says how to go on; what a build left behind is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, write_project
from support.commands import run

NEGATIVE = CHOICE.replace("In which city did they meet?", "Which city is not in Japan?")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "p")
    monkeypatch.chdir(root)
    return root


def test_an_error_that_may_be_silenced_says_how_and_that_works(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project, NEGATIVE)
    assert run("build") == 1
    said = capsys.readouterr().err
    assert "`lint: {ignore: [negative-stem]}` in the question" in said
    assert '`warning = ["negative-stem"]` below [lint] in quizgen.toml' in said
    write_project(project, NEGATIVE.rstrip() + "\n  lint: {ignore: [negative-stem]}\n")
    assert run("build") == 0
    write_project(project, NEGATIVE)
    (project / "quizgen.toml").write_text('[lint]\nwarning = ["negative-stem"]\n')
    assert run("build") == 0


def test_an_error_of_the_settings_names_the_settings(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project, CHOICE.rstrip() + " \n")
    (project / "quizgen.toml").write_text('[lint]\nerror = ["trailing-space"]\n')
    assert run("build") == 1
    said = capsys.readouterr().err
    assert "`lint: {ignore: [trailing-space]}`" in said
    assert "take it out of `error` in the project's settings" in said


def test_an_error_that_must_not_be_silenced_offers_no_way(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project, CHOICE.replace("answer: Seoul", "answer: Tokyo"))
    assert run("build") == 1
    assert "lint:" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "build"])
def test_strict_says_how_to_leave_a_warning_out(
    project: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project, CHOICE.rstrip() + " \n")
    assert run(command, "--strict") == 1
    assert "--ignore NAME" in capsys.readouterr().err
    assert run(command, "--strict", "--ignore", "trailing-space") == 0


def test_outputs_of_a_renamed_deck_file_are_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    assert run("check", "--strict") == 0
    (project / "decks/talks.yaml").rename(project / "decks/meetings.yaml")
    capsys.readouterr()
    assert run("build") == 0
    assert "dist/talks was built of a deck file that is gone" in capsys.readouterr().err
    run("check", "--format", "concise")
    said = capsys.readouterr().out
    assert "outputs-without-deck" in said
    assert "dist/talks" in said
    run("check")
    assert "delete dist/talks;" in capsys.readouterr().out
    assert (project / "dist/talks/talks.apkg").is_file()


@pytest.mark.parametrize(
    ("arguments", "way"),
    [
        ("", "run: quizgen build"),
        ("talks", "run: quizgen build"),
        ("--columns 2", "run this command again without --check"),
        ("--out elsewhere", "run this command again without --check"),
        ("--resend host-city", "run this command again without --check"),
    ],
)
def test_the_command_that_brings_up_to_date_does_so(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: str, way: str
) -> None:
    assert run("build", "--check", *arguments.split()) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"to bring everything up to date, {way}"
    assert run("build", *(arguments.split() if "--check" in way else [])) == 0
    if "--resend" not in arguments:
        assert run("build", "--check", *arguments.split()) == 0


def test_a_check_tells_what_sending_again_would_write(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    assert run("build", "--check") == 0
    assert run("build", "--check", "--resend", "host-city") == 1
    assert "dist/talks/talks.apkg is not what a build makes now" in capsys.readouterr().out
    assert run("build", "--check", "--resend", "nope") == 2
