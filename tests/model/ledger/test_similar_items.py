from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, mistakes, told, write_project

from quizgen import build, check


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path, CHOICE + CHOICE.replace("host-city", "other"))
    monkeypatch.chdir(root)
    assert build(root, built=1_700_000_000).files
    return root


def test_an_item_that_seems_renamed_is_asked_about(built: Path) -> None:
    write_project(built, CHOICE.replace("host-city", "capital"))
    (finding,) = check(built)
    assert told([finding]) == ["looks-renamed@3:7"]
    assert "renamed_from: host-city" in str(finding.help)


def test_an_item_that_is_really_new_is_not(built: Path) -> None:
    write_project(built, "- {id: n, type: flashcard, front: Quite new, back: Indeed, reference: r}")
    assert mistakes(check(built)) == []


def test_the_author_can_say_that_an_item_is_new(built: Path) -> None:
    new = CHOICE.replace("id: host-city", "id: capital\n  renamed_from: none")
    other = CHOICE.replace("host-city", "other")
    write_project(built, new + other)
    assert mistakes(check(built)) == []
    build(built, built=1_700_000_100)
    ledger = (built / "question_bank/talks/bank.ledger").read_text()
    assert "renamed" not in ledger
    assert "note\tcapital\t" in ledger
    write_project(built, CHOICE.replace("host-city", "capital") + other)
    assert mistakes(check(built)) == []


def test_renamed_from_settles_it_and_is_remembered(built: Path) -> None:
    moved = CHOICE.replace("id: host-city", "id: capital\n  renamed_from: host-city")
    write_project(built, moved + CHOICE.replace("host-city", "other"))
    assert mistakes(check(built)) == []
    ledger = built / "question_bank/talks/bank.ledger"
    build(built, built=1_700_000_100)
    assert "renamed\tcapital\thost-city\n" in ledger.read_text()
    assert "note\thost-city\t" in ledger.read_text()
    forgotten = moved.replace("\n  renamed_from: host-city", "")
    write_project(built, forgotten + CHOICE.replace("host-city", "other"))
    assert mistakes(check(built)) == []
    build(built, built=1_700_000_200)
    assert "retired" not in ledger.read_text()
