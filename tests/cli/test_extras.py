"""What is told where a package is missing that not everyone installs."""

from __future__ import annotations

import importlib.util
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest
from support.commands import run
from support.paths import ROOT

from quizgen.cli.extras import EXTRAS, install_command, needs
from quizgen.readers.scans.packages import PACKAGES


def test_the_line_installs_into_the_python_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(click.UsageError, match="needs starlette") as told, needs("preview"):
        raise ModuleNotFoundError(name="starlette.routing")
    line = told.value.message.partition("with: ")[2]
    python, *rest = shlex.split(line)
    assert rest == ["-m", "pip", "install", "quizgen[preview]"]
    assert Path(python).samefile(sys.executable)
    ran = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
    assert ran.returncode == 0


def test_where_there_is_no_pip_the_line_is_one_of_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    command = shlex.split(install_command("preview"))
    assert command == ["uv", "pip", "install", "--python", sys.executable, "quizgen[preview]"]


def test_another_missing_module_is_a_bug_and_not_an_extra() -> None:
    with pytest.raises(ModuleNotFoundError), needs("preview"):
        raise ModuleNotFoundError(name="quizgen.nothing")


IMPORTED_AS = {"opencv-python-headless": "cv2", "zxing-cpp": "zxingcpp"}


def test_every_extra_is_one_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["optional-dependencies"]
    for extra, packages in EXTRAS.items():
        names = {line.partition(">")[0].partition("=")[0].strip() for line in declared[extra]}
        assert {IMPORTED_AS.get(name, name) for name in names} <= packages


def test_grading_without_a_package_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scan.png").write_bytes(b"")
    there = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "cv2" else there(name)
    )
    assert run("grade", "scan.png", "--out", "results") == 2
    assert "this needs cv2, which is not installed" in capsys.readouterr().err
    assert not list((tmp_path / "results").rglob("*.*"))
    assert {*PACKAGES, "openpyxl"} == EXTRAS["grade"]
