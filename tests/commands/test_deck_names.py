"""Deck files of one name are an error; each deck file can be named, whatever its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import DECK, write_project
from support.commands import run

CARD = "- {id: a, type: flashcard, front: f, back: b, reference: r}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path, CARD)
    (root / "bak").mkdir()
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("command", ["check", "build", "diff", "export csv", "build talks"])
@pytest.mark.parametrize("name", ["talks.yml", "Talks.yml"])
def test_two_deck_files_of_one_name_are_an_error(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, command: str
) -> None:
    (project / "decks" / name).write_text(DECK)
    assert run(*command.split()) == 1
    said = "".join(capsys.readouterr())
    assert "decks/talks.yaml:1:1: error[duplicate-deck-file]" in said
    assert f"decks/{name} has the same name" in said
    assert not (project / "dist").exists()


@pytest.mark.parametrize("decks", ["bak/talks.yaml", "talks bak/talks.yaml"])
def test_no_deck_file_from_elsewhere_is_built_over_another(
    project: Path, capsys: pytest.CaptureFixture[str], decks: str
) -> None:
    (project / "bak/talks.yaml").write_text(DECK)
    assert run("build", *decks.split()) == 1
    assert "bak/talks.yaml:1:1: error[duplicate-deck-file]" in capsys.readouterr().err
    assert run("build", "talks", "decks/talks.yaml") == 0
    assert not (project / "bak/talks.ledger").exists()


def test_a_copy_is_built_into_a_folder_of_its_own(project: Path) -> None:
    (project / "bak/talks.yaml").write_text(DECK)
    assert run("build", "bak/talks.yaml", "--out", "elsewhere") == 0
    assert (project / "elsewhere/talks/talks.apkg").is_file()


def test_a_deck_file_in_yml_goes_by_its_name(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "decks/talks.yaml").rename(project / "decks/talks.yml")
    for command in ("build", "check", "diff", "export csv"):
        assert run(*command.split(), "talks") == 0
    assert (project / "dist/talks/talks.apkg").is_file()
    (project / "decks/talks.yml").write_text("bank: nope\n")
    assert run("check", "talks") == 1
    assert "unknown-bank" in capsys.readouterr().out


def test_a_path_goes_before_a_name_in_decks(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "bak/talks.yaml").write_text("bank: nope\n")
    monkeypatch.chdir(project / "bak")
    assert run("build", "talks.yaml") == 1
    assert "unknown-bank" in capsys.readouterr().err


def test_what_was_built_of_a_deck_file_elsewhere_has_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "bak/old.yaml").write_text(DECK)
    assert run("build", "bak/old.yaml") == 0
    assert "gone" not in capsys.readouterr().err
    assert run("check", "--strict") == 0
    (project / "bak/old.yaml").unlink()
    assert run("check", "--strict") == 1
    assert "outputs-without-deck" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"sources": 1}', '{"sources": [1]}', "[" * 9999]
)
def test_a_damaged_manifest_names_no_deck_file(
    project: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    manifest = project / "dist/old/manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(content)
    assert run("check", "--strict") == 1
    assert "outputs-without-deck" in capsys.readouterr().out
