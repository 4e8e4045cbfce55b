"""Hostile class lists through ``quizgen sheets`` and ``grade``. ``QUIZGEN_HOSTILE=all``: all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.corpus import some_named
from support.corpus.class_lists import CLASS_LISTS, LISTS
from support.corpus.exports import acts_of_pdf, assert_safe
from support.corpus.trees import PLACES
from support.corpus.trying import try_commands
from support.scanner.prints import graded_project
from support.scanner.readings import kept_of, page_of

from quizgen.commands.grade.kept import kept_text, read_sheets

CHOSEN = list(dict.fromkeys([*some_named(CLASS_LISTS, 10), *some_named(LISTS, 12)]))
MESSAGE = re.compile(r"^class\.\w+:\d+:\d+: (?:error|warning)\[[a-z-]+\] .+", re.MULTILINE)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose sheets are built, with the readings of a page, and the current folder."""
    root = tmp_path / "project"
    prints = read_sheets(graded_project(root) / "answer-sheets.json")
    [sheets] = prints.values()
    (root / "results").mkdir()
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "1"))
    (root / "results/readings.json").write_bytes(kept_text(kept))
    monkeypatch.chdir(root)
    return root


def try_list(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    """Print sheets for the class list `name` of the project at `root`, and grade by it."""
    written = {path.name for path in (root / "results").iterdir()}
    exits = {}
    for line in (("sheets", name, "--out", "paper"), ("grade", "--out", "results")):
        is_grade = line[0] == "grade"
        command = (*line, "--roster", name) if is_grade else line
        printed: list[str] = []
        code = try_commands(root, capsys, [command], printed)[" ".join(command)]
        folder = root / ("results" if is_grade else "paper")
        before = written if is_grade else set[str]()
        files = {path.name for path in folder.iterdir()} if folder.exists() else set()
        if code:
            assert MESSAGE.search(printed[0]), printed[0][:2000]
            assert is_grade or "help: " in printed[0]
            assert files == before, "nothing is written where the list has an error"
        else:
            assert files > before
        exits[line[0]] = code
    for path in (*(root / "results").rglob("*"), *(root / "paper").rglob("*")):
        if path.is_file():
            assert_safe(path.name, path.read_bytes())
            assert not acts_of_pdf(path.read_bytes()), path.name
    return exits


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(CLASS_LISTS) >= 100


@pytest.mark.parametrize("name", CHOSEN)
def test_every_command_answers(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = CLASS_LISTS[name]
    (project / sample.file).write_bytes(sample.make())
    try_list(project, sample.file, capsys)


@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_class_list_is_told(
    project: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    PLACES[place](project / "class.csv")
    assert set(try_list(project, "class.csv", capsys).values()) <= {1, 2}


@pytest.mark.parametrize(
    ("line", "column", "name"),
    [
        ("1," + "a" * 81, 3, "bad-roster"),
        ("x y,Ada", 1, "bad-roster"),
        ('1,"Ada, the first",7b,AB', 23, "bad-roster"),
        ("1,Ada,7b,B\n1,Emmy", 3, "duplicate-pupil"),
        (",,7b,", 2, "bad-roster"),
    ],
)
def test_the_place_is_that_of_the_cell(
    project: Path, line: str, column: int, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "class.csv").write_text(f"id,name,class,form\n{line}\n", encoding="utf-8")
    printed: list[str] = []
    try_commands(project, capsys, [("sheets", "class.csv", "--out", "paper")], printed)
    at = 2 + line.count("\n")
    assert f"class.csv:{at}:{column}: error[{name}]" in printed[0]


def test_a_folder_of_sheets_that_is_a_link_out_is_not_written_to(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "class.csv").write_bytes(b"id,name\n1,Ada\n")
    (project.parent / "outside").mkdir()
    (project / "paper").symlink_to("../outside")
    line = ("sheets", "class.csv", "--out", "paper")
    assert try_commands(project, capsys, [line]) == {" ".join(line): 2}
    assert not list((project.parent / "outside").iterdir())
