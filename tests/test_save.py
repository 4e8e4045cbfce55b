"""All files, or none."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from quizgen.save import save


def everything(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_files_and_folders_are_made_and_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    save({tmp_path / "a": b"new", tmp_path / "deep" / "er" / "b": b"x"})
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
        save({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert everything(tmp_path) == {"a": b"old", "b": b"old"}


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(IsADirectoryError, match="is a folder"):
        save({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert everything(tmp_path) == {"a": b"old"}


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match="a"):
        save({tmp_path / "a" / "b": b"new"})
    assert everything(tmp_path) == {"a": b"old"}
