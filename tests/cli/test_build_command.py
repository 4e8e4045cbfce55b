"""`quizgen build`: what it writes, when, and what it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from support import CHOICE, write_project
from support.commands import outputs, run

from quizgen.cli import build_command
from quizgen.model.assessment import EditionName, Paper
from quizgen.project.file_names import EDITIONS


def test_build_writes_the_deck_and_both_pdfs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    assert sorted(outputs(project)) == ["manifest.json", "sheet-key.pdf", "sheet.pdf", "talks.apkg"]
    assert capsys.readouterr() == ("", "")  # quiet into a pipe


def test_build_prints_the_editions_papers_and_columns_that_are_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    usual = outputs(project)
    asked = ("--edition", "large-print", "--edition", "dyslexia", "--paper", "letter")
    assert run("build", "--out", "other", "--columns", "2", *asked) == 0
    found = {path.name: path for path in (project / "other").rglob("*.pdf")}
    assert sorted(found) == [
        "sheet-dyslexia.pdf",
        "sheet-large-print-key.pdf",
        "sheet-large-print.pdf",
    ]
    for path in found.values():
        with pikepdf.open(path) as pdf:
            assert [float(one) for one in pdf.pages[0].mediabox] == [0, 0, 612, 792]
    assert run("build", "--edition", "standard") == 0
    assert outputs(project)["sheet.pdf"] == usual["sheet.pdf"]
    assert capsys.readouterr() == ("", "")


def test_the_build_command_knows_every_edition_and_paper() -> None:
    assert tuple(edition.value for edition in EditionName) == EDITIONS
    assert [paper.value for paper in Paper] == build_command.PAPERS


def test_build_twice_gives_the_same_bytes(project: Path) -> None:
    run("build")
    first = outputs(project)
    run("build", "--force")
    assert outputs(project) == first


def test_a_build_with_nothing_to_do_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    assert run("build", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"files": [], "diagnostics": []}
    state = project / ".quizgen"
    after = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    assert {p: t for p, t in after.items() if state not in p.parents} == {
        p: t for p, t in before.items() if state not in p.parents
    }


def test_a_correction_is_built_at_once(project: Path) -> None:
    run("build")
    first = outputs(project)
    topic = next((project / "question_bank").rglob("people.yaml"))
    topic.write_text(topic.read_text().replace("Canberra", "Busan"))
    assert run("build") == 0
    assert outputs(project).keys() == first.keys()
    assert outputs(project) != first


def test_warnings_are_not_forgotten_when_nothing_has_changed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project, CHOICE.replace("  evidence: sat down in Seoul\n", ""))
    run("build")
    first = capsys.readouterr().err
    assert "no-source" in first
    assert run("build") == 0
    assert "warnings of the last build" in capsys.readouterr().err
    assert run("build", "--strict") == 1
    assert run("build", "--json") == 0
    assert "no-source" in capsys.readouterr().out


def test_build_of_one_deck_elsewhere(project: Path, tmp_path: Path) -> None:
    (project / "decks" / "other.yaml").write_text("bank: talks\nanki: {deck: Other}\n")
    assert run("build", "other", "--out", str(tmp_path / "out")) == 0
    made = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.*"))
    assert made == ["other/manifest.json", "other/other.apkg"]
    assert run("build", "decks/other.yaml") == 0


def test_build_from_a_folder_inside_the_project(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "question_bank" / "talks")
    assert run("build") == 0
    assert "talks.apkg" in outputs(project)


def test_a_build_that_fails_leaves_dist_as_it_was(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    before = outputs(project)
    write_project(project, CHOICE.replace("answer: Seoul", "answr: Seoul"))
    assert run("build") == 1
    assert outputs(project) == before
    out, err = capsys.readouterr()
    assert out == ""
    assert "question_bank/talks/people.yaml:6:3: error[unknown-key]" in err
    assert "did you mean 'answer'?" in err
    assert "1 error\n" in err


def test_a_deck_file_gets_only_what_it_asks_for(project: Path) -> None:
    (project / "decks" / "talks.yaml").write_text("bank: talks\nanki: {deck: Talks}\n")
    assert run("build") == 0
    assert sorted(outputs(project)) == ["manifest.json", "talks.apkg"]


def test_build_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [Path(name).name for name in told["files"]] == [
        "talks.apkg",
        "talks.ledger",
        "sheet.pdf",
        "sheet-key.pdf",
        "manifest.json",
        "bank.ledger",
    ]
    assert told["diagnostics"] == []
