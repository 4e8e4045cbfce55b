"""The cache does not grow for ever, and what goes is what nobody needs."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from support import write_project

from quizgen.commands.cache import pruning
from quizgen.commands.cache.records import FOLDER, MIN_AGE_TO_MARK, Records
from quizgen.project.layout import Project

DAY = 24 * 3600


def name(number: int) -> str:
    return f"topic-{number:032x}"


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    monkeypatch.setenv("QUIZGEN_CACHE_HOME", str(tmp_path / "home"))
    root = tmp_path / "project"
    root.mkdir()
    write_project(root)
    return Records(Project(root), "tool")


@pytest.fixture
def folder(records: Records, tmp_path: Path) -> Path:
    records.write("builds", b"{}")
    return tmp_path / "project" / FOLDER


def age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_a_record_that_nobody_used_goes_with_the_next_new_one(
    records: Records, folder: Path
) -> None:
    for number in (1, 2, 3):
        records.write(name(number), b"content")
    age(folder / name(1), pruning.MAX_UNUSED + DAY)
    age(folder / name(2), pruning.MAX_UNUSED - DAY)
    records.write(name(3), b"another content")  # no new name: nothing is looked for
    assert records.read(name(1)) is not None
    age(folder / name(1), pruning.MAX_UNUSED + DAY)
    records.write(name(4), b"content")
    assert [records.read(name(number)) for number in (1, 2, 3, 4)] == [
        None,
        b"content",
        b"another content",
        b"content",
    ]


def test_reading_a_record_keeps_it(records: Records, folder: Path) -> None:
    records.write(name(1), b"content")
    age(folder / name(1), pruning.MAX_UNUSED + DAY)
    assert records.read(name(1)) == b"content"
    records.write(name(2), b"content")
    assert records.read(name(1)) == b"content"


def test_a_record_is_marked_once_a_day(records: Records, folder: Path) -> None:
    records.write(name(1), b"content")
    age(folder / name(1), MIN_AGE_TO_MARK - 3600)
    before = (folder / name(1)).stat().st_mtime
    records.read(name(1))
    assert (folder / name(1)).stat().st_mtime == before


def test_all_records_together_have_a_size_and_the_latest_stay(
    records: Records, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "MAX_FOLDER_SIZE", 40_000)
    for number in range(8):
        records.write(name(number), bytes(10_000))
        age(folder / name(number), 100 - number)
    records.write(name(8), bytes(10_000))
    kept = [number for number in range(9) if records.read(name(number)) is not None]
    assert kept == [6, 7, 8]
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 40_000


def test_what_a_killed_command_left_goes_and_what_one_is_writing_stays(
    records: Records, folder: Path
) -> None:
    left, begun = folder / f"{name(1)}.123", folder / f"{name(1)}.124"
    left.write_bytes(b"half"), begun.write_bytes(b"half")
    age(left, pruning.MAX_UNFINISHED + 60)
    records.write(name(2), b"content")
    assert not left.exists()
    assert begun.exists()


def test_nothing_but_records_is_removed(records: Records, folder: Path, tmp_path: Path) -> None:
    others = [folder / "notes.txt", folder / f"{name(1)}.txt", folder / "topic-1", tmp_path / "far"]
    for path in others:
        path.write_text("mine")
        age(path, 10 * pruning.MAX_UNUSED)
    (folder / name(5)).symlink_to(tmp_path / "far")
    (folder / name(6)).mkdir()
    age(folder / ".gitignore", 10 * pruning.MAX_UNUSED)
    records.write(name(2), b"content")
    assert all(path.exists() for path in (*others, folder / ".gitignore", folder / name(6)))
    assert (folder / name(5)).is_symlink()


def test_a_folder_that_cannot_be_listed_is_no_failure(tmp_path: Path) -> None:
    pruning.prune(tmp_path / "nowhere")
