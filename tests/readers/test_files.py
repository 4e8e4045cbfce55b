"""Files as they come from editors, and files that are none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import told

from quizgen.model.diagnostics import Report
from quizgen.readers import files
from quizgen.readers.files import read_source


def read(path: Path) -> tuple[str | None, Report]:
    report = Report()
    source = read_source(path, report)
    return (source.text if source else None), report


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"\xef\xbb\xbfa: b\n", "a: b\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\nb"),
        ("서울".encode(), "서울"),
        (b"", ""),
    ],
)
def test_what_editors_leave_behind_is_taken_away(tmp_path: Path, content: bytes, text: str) -> None:
    (tmp_path / "f").write_bytes(content)
    assert read(tmp_path / "f") == (text, Report())


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"a: b\nc: caf\xe9\n", "unreadable-file@2:7", "0xE9"),
        (b"\xef\xbb\xbfcaf\xe9\n", "unreadable-file@1:4", "0xE9"),
        (b"a: b\rc: caf\xe9\r", "unreadable-file@2:7", "0xE9"),
        ("a: b".encode("utf-16"), "unreadable-file@1:1", "UTF-16"),
    ],
)
def test_what_is_not_utf8(tmp_path: Path, content: bytes, place: str, words: str) -> None:
    (tmp_path / "f").write_bytes(content)
    text, report = read(tmp_path / "f")
    assert text is None
    assert told(report.diagnostics) == [place]
    assert words in report.diagnostics[0].message
    assert "UTF-8" in str(report.diagnostics[0].help)


def test_what_is_not_a_file(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "missing", "does not exist"),
        (tmp_path, "is a folder"),
        (Path("a\0b"), "cannot be read"),
    ):
        text, report = read(path)
        assert text is None
        assert words in report.diagnostics[0].message


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f"
    path.write_text("a")

    def refuse(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "open", refuse)  # the tests may run as root
    _, report = read(path)
    assert "may not be read" in report.diagnostics[0].message


def test_a_file_beyond_all_measure(tmp_path: Path) -> None:
    with (tmp_path / "f").open("wb") as file:
        os.truncate(file.fileno(), files.MAX_FILE_SIZE + 1)
    _, report = read(tmp_path / "f")
    assert "larger than 64 MB" in report.diagnostics[0].message
