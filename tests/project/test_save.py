"""All files, or none."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizgen.project.save import recover, save


def save_all(root: Path, files: dict[Path, bytes]) -> None:
    save(files, root / "journal")


def everything(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_files_and_folders_are_made_and_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    save_all(tmp_path, {tmp_path / "a": b"new", tmp_path / "deep" / "er" / "b": b"x"})
    assert everything(tmp_path) == {"a": b"new", "deep/er/b": b"x"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("fails_at", [1, 2])
@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()]
)
def test_a_full_disk_or_ctrl_c_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, error: BaseException
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").write_bytes(b"old")
    calls = 0

    def fsync(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise error

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(type(error)):
        save_all(tmp_path, {tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert everything(tmp_path) == {"a": b"old", "b": b"old"}


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(IsADirectoryError, match="is a folder"):
        save_all(tmp_path, {tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert everything(tmp_path) == {"a": b"old"}


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match="a"):
        save_all(tmp_path, {tmp_path / "a" / "b": b"new"})
    assert everything(tmp_path) == {"a": b"old"}


def test_a_killed_save_is_finished_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / ".a.1.quizgen-tmp").write_bytes(b"new")
    (tmp_path / ".b.1.quizgen-tmp").write_bytes(b"new")
    moves = {f".{name}.1.quizgen-tmp": name for name in "ab"}
    steps = {"moves": moves, "removals": ["x-update.apkg"]}
    (tmp_path / "x-update.apkg").write_bytes(b"old")
    (tmp_path / "journal").write_text(json.dumps(steps))
    recover(tmp_path / "journal")
    assert everything(tmp_path) == {"a": b"new", "b": b"new"}
    recover(tmp_path / "journal")


@pytest.mark.parametrize("error", [PermissionError(13, "in use"), KeyboardInterrupt()])
@pytest.mark.parametrize("fails_at", [2, 3])
def test_an_interrupted_rename_is_finished_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, error: BaseException
) -> None:
    replace, calls = os.replace, 0

    def failing(source: str, target: str) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise error
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(type(error)):
        save_all(tmp_path, {tmp_path / name: b"new" for name in "abc"})
    monkeypatch.undo()
    recover(tmp_path / "journal")
    assert everything(tmp_path) == {"a": b"new", "b": b"new", "c": b"new"}


@pytest.mark.parametrize(
    "journal",
    [
        b"{",
        b"[]",
        b'{"moves": {}, "removals": ["victim"]}',
        b'{"moves": {}, "removals": ["victim.pdf"]}',
        b'{"moves": {"victim": "other"}, "removals": []}',
        b'{"moves": {"../.victim.1.quizgen-tmp": "victim"}, "removals": []}',
    ],
)
def test_a_journal_that_is_not_ours_is_not_obeyed(tmp_path: Path, journal: bytes) -> None:
    victims = [tmp_path / "victim", tmp_path / "victim.pdf"]
    for victim in victims:
        victim.write_bytes(b"precious")
    (tmp_path / "journal").write_bytes(journal)
    with pytest.raises(OSError, match="delete it and build again"):
        recover(tmp_path / "journal")
    assert [victim.read_bytes() for victim in victims] == [b"precious"] * 2


def test_copies_that_a_killed_save_left_are_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".a.xyz.quizgen-tmp").write_bytes(b"half")
    (tmp_path / ".other.tmp").write_bytes(b"not ours")
    save_all(tmp_path, {tmp_path / "a": b"new"})
    assert everything(tmp_path) == {"a": b"new", ".other.tmp": b"not ours"}


KILLED = """
import sys
from pathlib import Path
from quizgen.project.save import save
root = Path(sys.argv[1])
print("ready", flush=True)
for n in range(10_000):
    content = str(n).encode() * 2000
    files = {root / "dist" / name: content for name in "abc"}
    save({**files, root / "ledger": content}, root / "journal")
"""


def test_killed_at_any_instant_it_is_the_old_state_or_the_new(tmp_path: Path) -> None:
    rng = random.Random(7)
    for _ in range(40):
        command = [sys.executable, "-c", KILLED, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(rng.uniform(0.002, 0.03))
            process.kill()
        recover(tmp_path / "journal")
        paths = [*(tmp_path / "dist" / name for name in "abc"), tmp_path / "ledger"]
        found = {path.read_bytes() if path.exists() else b"" for path in paths}
        assert len(found) == 1, "some files are of one save and some of another"
    save_all(tmp_path, {tmp_path / "dist" / "a": b"x"})
    assert not list((tmp_path / "dist").glob(".a.*"))
