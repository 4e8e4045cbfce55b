"""A record is believed only if this user's quizgen wrote it, under this name, as it stands."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from support import write_project

import quizgen
from quizgen.commands.cache.records import FOLDER, Records
from quizgen.project.layout import Project


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The caches of a user of their own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("QUIZGEN_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def project(tmp_path: Path, home: Path) -> Project:
    root = tmp_path / "project"
    root.mkdir()
    write_project(root)
    return Project(root)


def file(project: Project, name: str = "a") -> Path:
    return project.root / FOLDER / name


def test_what_was_written_is_read(project: Project) -> None:
    for content in (b"", b"\n", b"a\nb\n", bytes(range(256))):
        Records(project, "tool").write("a", content)
        assert Records(project, "tool").read("a") == content
    assert Records(project, "tool").read("b") is None
    assert (project.root / FOLDER / ".gitignore").read_text() == "*\n"


def _flip(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _link_out(path: Path) -> None:
    path.rename(path.parents[3] / "x")
    path.symlink_to("../../../x")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a bit": _flip,
    "nothing left": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "more": lambda path: path.write_bytes(path.read_bytes() + b"x"),
    "no signature": lambda path: path.write_bytes(b"content"),
    "of another record": lambda path: path.write_bytes(path.with_name("b").read_bytes()),
    "gone": lambda path: path.unlink(),
    "a folder": _folder,
    "a pipe": _pipe,
    "a link out": _link_out,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_record_is_none(project: Project, damage: Callable[[Path], object]) -> None:
    for name in ("a", "b"):
        Records(project, "tool").write(name, b"content")
    damage(file(project))
    assert Records(project, "tool").read("a") is None


def test_a_record_of_another_quizgen_is_none(project: Project) -> None:
    Records(project, "tool").write("a", b"content")
    assert Records(project, "too").read("a") is None
    assert Records(project, "tool a").read("") is None


def test_a_record_of_another_user_is_none(project: Project, home: Path) -> None:
    Records(project, "tool").write("a", b"content")
    shutil.rmtree(home)
    assert Records(project, "tool").read("a") is None
    Records(project, "tool").write("a", b"content")
    assert Records(project, "tool").read("a") == b"content"


def test_a_key_that_came_with_the_project_is_not_taken(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (project.root, project.root / "decks"):
        (folder / "quizgen").mkdir()
        (folder / "quizgen" / "key").write_bytes(b"k" * 32)
        monkeypatch.setenv("QUIZGEN_CACHE_HOME", str(folder))
        Records(project, "tool").write("a", b"content")
        assert Records(project, "tool").read("a") is None
        assert not file(project).exists()
    link = project.root.parent / "link"
    link.symlink_to(project.root)
    monkeypatch.setenv("QUIZGEN_CACHE_HOME", str(link))
    Records(project, "tool").write("a", b"content")
    assert not file(project).exists()


def test_the_key_is_nobody_elses(project: Project, home: Path) -> None:
    Records(project, "tool").read("a")
    key = home / "quizgen" / "key"
    assert len(key.read_bytes()) == 32
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b"k" * 31])
def test_a_damaged_key_is_replaced(project: Project, home: Path, damage: bytes) -> None:
    Records(project, "tool").write("a", b"content")
    (home / "quizgen" / "key").write_bytes(damage)
    assert Records(project, "tool").read("a") is None
    assert len((home / "quizgen" / "key").read_bytes()) == 32


def test_without_a_home_nothing_is_kept_and_everything_is_built(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.root.parent / "file").write_text("")
    monkeypatch.setenv("QUIZGEN_CACHE_HOME", str(project.root.parent / "file"))
    assert quizgen.build(project.root, built=1).files
    assert not (project.root / FOLDER).exists()


def test_the_key_lies_where_the_system_keeps_caches(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUIZGEN_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "someone"))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    Records(project, "tool").read("a")
    assert (tmp_path / "xdg/quizgen/key").is_file()
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    Records(project, "tool").read("a")
    assert (tmp_path / "someone/.cache/quizgen/key").is_file()
    monkeypatch.setattr("sys.platform", "darwin")
    Records(project, "tool").read("a")
    assert (tmp_path / "someone/Library/Caches/quizgen/key").is_file()
