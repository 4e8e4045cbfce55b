"""What was worked out with one version of a library is not believed with another."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from quizgen.commands.cache.file_stamps import tool

EARLIER = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that comes first where libraries are looked for."""
    path = tmp_path / "first"
    path.mkdir()
    monkeypatch.setattr(sys, "path", [str(path), *sys.path])
    return path


def _install(folder: Path, version: str) -> None:
    """Install a library as ``pip install --target`` does, and keep the time of every folder."""
    package = folder / "markdown_it"
    package.mkdir(exist_ok=True)
    (package / "__init__.py").write_text(f"__version__ = {version!r}\n")
    for old in folder.glob("*.dist-info"):
        old.rmdir()
    metadata = folder / f"markdown_it_py-{version}.dist-info"
    metadata.mkdir()
    for path in (package / "__init__.py", package, metadata, folder):
        os.utime(path, (EARLIER, EARLIER))


def test_a_library_of_another_version_is_another_tool(folder: Path) -> None:
    without = tool.__wrapped__()
    _install(folder, "1.0")
    before = tool.__wrapped__()
    assert before != without
    assert tool.__wrapped__() == before
    _install(folder, "2.0")
    assert tool.__wrapped__() != before


def test_a_library_from_another_folder_is_another_tool(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with Nix, where every file has one time and the path alone tells versions apart."""
    _install(folder, "1.0")
    before = tool.__wrapped__()
    other = shutil.copytree(folder, folder.with_name("second"))
    monkeypatch.setattr(sys, "path", [str(other), *sys.path[1:]])
    os.utime(other, (EARLIER, EARLIER))
    assert tool.__wrapped__() != before


def test_a_library_without_metadata_is_seen(folder: Path) -> None:
    without = tool.__wrapped__()
    code = folder / "yaml" / "__init__.py"
    code.parent.mkdir()
    code.write_text("")
    before = tool.__wrapped__()
    assert before != without
    os.utime(code, (EARLIER, EARLIER))
    assert tool.__wrapped__() != before


def test_what_a_build_writes_beside_a_script_is_no_other_tool(folder: Path) -> None:
    before = tool.__wrapped__()
    (folder / "dist").mkdir()
    (folder / "script.py").write_text("import quizgen")
    (folder / "latex2mathml").write_text("a script with a library's name, as in bin/")
    assert tool.__wrapped__() == before


@pytest.mark.parametrize("name", ["gone", "gone/site-packages", "file-packages", "a\udce9", ""])
def test_a_folder_that_is_not_there_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "file-packages").write_text("no folder")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [name and str(tmp_path / name), *sys.path])
    tool.__wrapped__().encode()
