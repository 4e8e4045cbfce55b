"""What a wheel of quizgen holds: the files of the repository, and nothing of earlier builds."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from support.clients import missing
from support.paths import ROOT

MIN_SETUPTOOLS = 77
"""The first that reads our `license`; `build-system` in pyproject.toml asks for it."""


def wheel_of(root: Path, folder: Path) -> Path:
    """Build the repository at `root` as `pip install .` does, into `folder`, without a network."""
    try:
        is_new = int(version("setuptools").partition(".")[0]) >= MIN_SETUPTOOLS
    except PackageNotFoundError:
        is_new = False
    if not is_new:
        missing(f"no setuptools >= {MIN_SETUPTOOLS} in this environment; `make test` installs it")
    offline = ["--no-build-isolation", "--no-deps", "--no-index"]
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", *offline, "-w", str(folder), "."]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of what a wheel is made of."""
    root = tmp_path / "repository"
    shutil.copytree(
        ROOT / "quizgen", root / "quizgen", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, root / name)
    return root


def test_a_wheel_holds_no_file_of_an_earlier_build(repository: Path, tmp_path: Path) -> None:
    leftover = repository / "build" / "lib" / "quizgen"
    leftover.mkdir(parents=True)
    (leftover / "gone.py").write_text("raise SystemExit\n")
    # Later than the source, so setuptools takes it for up to date.
    (leftover / "__main__.py").write_text("raise SystemExit\n")
    with zipfile.ZipFile(wheel_of(repository, tmp_path / "wheels")) as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("quizgen/")}
        main = wheel.read("quizgen/__main__.py")
    files = {p.relative_to(repository).as_posix() for p in (repository / "quizgen").rglob("*.py")}
    assert {name for name in packed if name.endswith(".py")} == files
    assert main == (ROOT / "quizgen" / "__main__.py").read_bytes()
