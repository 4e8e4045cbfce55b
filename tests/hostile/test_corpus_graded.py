"""Hostile readings, decisions, codes and scans through ``quizgen grade``.

``QUIZGEN_HOSTILE=all`` tries all of them (some minutes).
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from support.corpus import some_named
from support.corpus.exports import acts_of_pdf, assert_safe
from support.corpus.graded import CODES, DECIDED, FORMS, KEPT, RECORDS, SCANS, TEXTS
from support.corpus.trees import PLACES
from support.corpus.trying import try_commands
from support.scanner.prints import graded_project
from support.scanner.readings import kept_of, page_of

from quizgen.commands.grade.kept import kept_text, read_sheets

GRADE = ("grade", "--jobs", "1", "--out", "results", "--sheets", "answer-sheets.json")
LINKS = [name for name in PLACES if "link" in name or "pipe" in name or "folder" in name]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a page that was graded."""
    sheets = graded_project(tmp_path_factory.mktemp("graded")) / "answer-sheets.json"
    prints = read_sheets(sheets)
    [one] = prints.values()
    page = page_of(one, one.layouts[0], 1, "7", other={"mc1": ("0", "1")})
    return {
        "answer-sheets.json": sheets.read_bytes(),
        "results/readings.json": kept_text(kept_of(prints, page)),
        "results/decisions.json": json.dumps(DECIDED).encode(),
        "results/codes.json": json.dumps(CODES).encode(),
        "results/forms.json": json.dumps(FORMS).encode(),
    }


@pytest.fixture
def folder(tmp_path: Path, records: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with results, and the current one."""
    root = tmp_path / "work"
    (root / "results").mkdir(parents=True)
    for name, content in records.items():
        (root / name).write_bytes(content)
    monkeypatch.chdir(root)
    return root


def state(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def grade(root: Path, capsys: pytest.CaptureFixture[str], *scans: str) -> tuple[int, str]:
    """Grade in the folder `root`; return the exit code and what was printed.

    With 2 no file has changed. What was written does not act.
    """
    before, printed = state(root), list[str]()
    line = (*GRADE, "--", *scans)
    code = try_commands(root, capsys, [line], printed)[" ".join(line)]
    after = state(root)
    assert code != 2 or after == before
    for name, content in after.items():
        if name not in before and not name.endswith((".json", ".html")):
            assert_safe(name, content)
            assert not acts_of_pdf(content), name
        if name.endswith("review.html"):
            assert b"<img src=x" not in content
    return code, printed[0]


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(RECORDS) + len(SCANS) + len(TEXTS) >= 200


@pytest.mark.parametrize("name", some_named(RECORDS, 25))
def test_a_record_that_lies_is_told_and_kept(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, change = RECORDS[name]
    path = folder / "results" / file
    path.write_bytes(change(path.read_bytes()))
    code, printed = grade(folder, capsys)
    if code == 2:
        assert re.search(rf"results/{file}(?::\d+:\d+:)? .*; put back a copy", printed), printed


@pytest.mark.parametrize("file", KEPT)
@pytest.mark.parametrize("place", LINKS)
def test_a_record_that_is_no_file_is_told(
    folder: Path, file: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken link is no decision that was never made."""
    (folder / "results" / file).unlink()
    PLACES[place](folder / "results" / file)
    code, printed = grade(folder, capsys)
    assert code == 2
    assert f"results/{file} cannot be read: " in printed
    assert "put back a copy" in printed


def test_the_place_of_the_damage_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "results/decisions.json").write_text('{"pages": {\n "a#1" {}}}')
    code, printed = grade(folder, capsys)
    assert code == 2
    assert "results/decisions.json:2:8: this file is damaged here" in printed


def test_a_pile_whose_pages_are_all_dropped_has_tables_without_pupils(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grade(folder, capsys)
    assert (folder / "results/pupils.pdf").exists()
    (folder / "results/decisions.json").write_text('{"pages": {"scan.pdf#1": {"drop": true}}}')
    code, _ = grade(folder, capsys)
    assert code in {0, 1}
    assert not (folder / "results/pupils.pdf").exists(), "an old one would still name pupils"
    assert len((folder / "results/results.csv").read_text("utf-8-sig").splitlines()) == 2


@pytest.mark.parametrize("place", LINKS)
def test_a_journal_that_is_no_file_is_named(
    folder: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    PLACES[place](folder / "results/.quizgen-journal")
    code, printed = grade(folder, capsys)
    assert code in {0, 1} or "results/.quizgen-journal" in printed


@pytest.mark.parametrize("name", some_named(SCANS, 18))
def test_a_scan_that_is_none_is_told_by_its_name(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / os.fsdecode(os.fsencode(name))).write_bytes(SCANS[name]())
    code, printed = grade(folder, capsys, name)
    assert code == 1
    is_unreadable = "warning[unreadable-page]" in printed
    assert is_unreadable or "warning[blank-page]" in printed
    assert "quizgen grade" not in printed, "what was read before is graded"
    assert (folder / "results/results.csv").exists()
    _, printed = grade(folder, capsys)
    is_open = "warning[unreadable-page]" in printed
    assert is_open is is_unreadable, "the page is still one that could not be read"


@pytest.mark.parametrize("name", some_named(TEXTS, 18))
def test_a_text_without_a_right_code_is_told_by_its_name(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_bytes(TEXTS[name]())
    code, printed = grade(folder, capsys, name)
    assert code == 1
    assert "warning[unreadable-code]" in printed
    assert (folder / "results/results.csv").exists()


@pytest.mark.parametrize("name", ["x.png", "x.pdf", "x.txt", "x.eml"])
@pytest.mark.parametrize("place", LINKS)
def test_a_scan_or_text_that_is_no_file_is_told(
    folder: Path, name: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    PLACES[place](folder / name)
    code, printed = grade(folder, capsys, name)
    is_folder = (folder / name).is_dir()
    assert code == 1 or is_folder
    assert f"{name}:1:1: warning[unreadable-" in printed or is_folder


def test_pictures_of_rows_go_to_no_folder_of_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("crops", "results.csv"):
        (folder.parent / name).mkdir()
    (folder / "results/crops").symlink_to("../../crops")
    (folder / "results/results.csv").symlink_to("../../results.csv")
    grade(folder, capsys)
    assert not list((folder.parent / "crops").iterdir())
    assert not list((folder.parent / "results.csv").iterdir())
