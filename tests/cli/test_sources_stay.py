"""No command that writes where its user says replaces a bank, a deck file or the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_project
from support.commands import run

CARD = "- {id: a, type: flashcard, front: f, back: b, reference: r}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "p", CARD, passage="# T\n\nSome words.\n")
    write_project(tmp_path / "other", CARD)
    (root / "quizgen.toml").write_text("")
    (root / "link").symlink_to("question_bank/talks")
    monkeypatch.chdir(root)
    return root


def _files(folder: Path) -> dict[Path, bytes]:
    files = (p for p in folder.parent.rglob("*") if p.is_file() and ".quizgen" not in p.parts)
    return {path: path.read_bytes() for path in files}


@pytest.mark.parametrize(
    "arguments",
    [
        "stats --html question_bank/talks/people.yaml",
        "stats --html question_bank/talks/bank.ledger talks",
        "stats --html link/people.yaml",
        "stats --html quizgen.toml",
        "stats --html ../other/decks/talks.yaml",
        "export csv --output question_bank/talks/passage.md",
        "export csv --output decks/talks.yaml",
        "export csv --output decks",
        "export csv --output ../other/question_bank/talks/bank.yaml",
        "build --out question_bank",
        "build --out decks --check",
    ],
)
def test_a_place_among_the_sources_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: str
) -> None:
    before = _files(project)
    assert run(*arguments.split()) == 2
    assert "give another place; nothing was written" in capsys.readouterr().err
    assert _files(project) == before


def test_a_place_beside_them_is_written_to(project: Path) -> None:
    assert run("stats", "--html", "stats.html") == 0
    assert run("export", "csv", "--output", "decks.csv") == 0
    assert run("build", "--out", "../handouts") == 0
    assert (project.parent / "handouts/talks/talks.apkg").is_file()


def test_an_answer_key_replaces_no_file_that_was_not_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = project / "quiz-key.md"
    key.write_text("mine")
    assert run("export", "markdown", "--output", "quiz.md") == 2
    assert "the answer key would replace quiz-key.md" in capsys.readouterr().err
    assert key.read_text() == "mine"
    assert not (project / "quiz.md").exists()
    key.unlink()
    for _ in range(2):
        assert run("export", "markdown", "--output", "quiz.md") == 0
    assert "Answer key" in key.read_text()
