"""Cards that move to another deck file: what the former one has handed out goes with them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import CHOICE, mistakes, write_project

from quizgen import build, check

FIRST = 1_700_000_000
PAPER = "worksheets: [{name: sheet, title: The talks, sections: [{title: All of it}]}]\n"
BOTH = f"bank: talks\nanki: {{deck: Talks}}\n{PAPER}"
CARDS = "bank: talks\nanki: {deck: Talks}\n"
GONE = "- {id: gone, type: flashcard, front: Two and two, back: Four, reference: r}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was built, of which one question is removed since."""
    root = write_project(tmp_path / "p", CHOICE + GONE, deck=BOTH)
    monkeypatch.chdir(root)
    assert build(root, built=FIRST).files
    return write_project(root, CHOICE, deck=BOTH)


def told_of(root: Path) -> list[tuple[str, str, str]]:
    return [(d.name, d.message, str(d.help)) for d in mistakes(check(root))]


def test_removed_questions_are_taken_away_by_the_deck_file_that_has_the_cards_now(
    root: Path,
) -> None:
    (root / "decks/talks.yaml").write_text(f"bank: talks\n{PAPER}")
    (root / "decks/cards.yaml").write_text(CARDS)
    [(name, message, help)] = told_of(root)
    assert name == "orphan-ledger"
    assert message.startswith("decks/talks.yaml has no `anki:` any more; deck files that hold")
    assert "cards.yaml" in message
    left = ("decks/talks.ledger", "dist/talks/talks.apkg")
    assert f"build, then delete {' and '.join(left)}" in help
    assert build(root, built=FIRST + 60).files
    assert (root / "dist/cards/cards-update.apkg").is_file()
    for path in left:
        (root / path).unlink()
    assert told_of(root) == []
    (root / "dist/cards/cards-update.apkg").unlink()
    assert build(root, built=FIRST + 120).files
    assert (root / "dist/cards/cards-update.apkg").is_file(), "its own ledger knows it by now"


def test_a_deck_file_that_turns_to_another_bank_leaves_its_cards_to_others(root: Path) -> None:
    shutil.copytree(root / "question_bank/talks", root / "question_bank/two")
    (root / "question_bank/two/bank.ledger").unlink()
    bank = root / "question_bank/two/bank.yaml"
    bank.write_text(bank.read_text().replace("id: talks", "id: two"))
    (root / "decks/talks.yaml").write_text(CARDS.replace("bank: talks", "bank: two"))
    (root / "decks/cards.yaml").write_text(CARDS)
    assert told_of(root) == []
    assert build(root, built=FIRST + 60).files
    assert (root / "dist/cards/cards-update.apkg").is_file()


def test_a_deck_file_with_a_mistake_still_has_its_ledger(root: Path) -> None:
    (root / "decks/talks.yaml").write_text("bank: talks\nanki: {dekc: Talks}\n")
    (root / "decks/cards.yaml").write_text(CARDS)
    assert "orphan-ledger" not in [name for name, _, _ in told_of(root)]


def test_a_ledger_without_cards_or_bank_is_named(root: Path) -> None:
    (root / "decks/talks.yaml").write_text(PAPER + "bank: new\n")
    (root / "question_bank/talks").rename(root / "question_bank/new")
    bank = root / "question_bank/new/bank.yaml"
    bank.write_text(bank.read_text().replace("id: talks", "id: new"))
    [(name, message, help)] = told_of(root)
    assert name == "orphan-ledger"
    assert message == ("decks/talks.yaml has no `anki:` any more, and there is no bank 'talks'")
    assert "delete talks.ledger" in help
