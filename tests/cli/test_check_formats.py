"""`quizgen check`: formats, colours, and what is printed where nothing is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import CHOICE, write_project
from support.commands import run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "project", CHOICE.replace("answer: Seoul", "answr: Seoul"))
    monkeypatch.chdir(root)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return root


def test_sarif_and_json_and_github(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--format", "sarif") == 1
    assert len(json.loads(capsys.readouterr().out)["runs"][0]["results"]) == 1
    assert run("check", "--format", "json") == 1
    printed = capsys.readouterr().out
    assert len(json.loads(printed)) == 1
    assert run("check", "--json") == 1
    assert capsys.readouterr().out == printed
    assert run("check", "--format", "github") == 1
    assert capsys.readouterr().out.count("::error title=quizgen ") == 1
    assert run("build", "--format", "github") == 1
    assert capsys.readouterr().err.count("::error title=quizgen ") == 1


@pytest.mark.parametrize(
    ("form", "printed"),
    [("full", ""), ("concise", ""), ("github", ""), ("json", "[]\n"), ("sarif", None)],
)
def test_where_nothing_is_wrong(
    project: Path, form: str, printed: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project)
    assert run("check", "--format", form) == 0
    out, err = capsys.readouterr()
    assert err == ""
    if printed is None:
        assert json.loads(out)["runs"][0]["results"] == []
    else:
        assert out == printed


@pytest.mark.parametrize(
    ("variables", "terminal", "coloured"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_for_terminals(
    project: Path,
    variables: dict[str, str],
    terminal: bool,
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in {"TERM": "xterm", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    run("check")
    assert ("\x1b[" in capsys.readouterr().out) == coloured
