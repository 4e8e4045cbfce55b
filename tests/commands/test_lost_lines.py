"""Ledgers of which lines are gone: a disk was full, or a program copied half of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support import mistakes, write_project

from quizgen import build, check
from quizgen.model.diagnostics import Diagnostic

FIRST = 1_700_000_000
BANK_LEDGER, DECK_LEDGER = "question_bank/talks/bank.ledger", "decks/talks.ledger"
CARD = "- {{id: {0}, type: flashcard, front: Front of {0}, back: b, reference: r}}\n"
IDS = "one", "two", "three"
DECK = "bank: talks\nanki: {deck: Talks}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was built, with both ledgers."""
    root = write_project(tmp_path / "p", "".join(map(CARD.format, IDS)), deck=DECK)
    monkeypatch.chdir(root)
    assert build(root, built=FIRST).files
    return root


def lose(file: Path, is_lost: Callable[[str], bool]) -> str:
    """Take the lines out of `file` that `is_lost` says; gives its content before."""
    before = file.read_text()
    lines = before.splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not is_lost(line)))
    assert file.read_text() != before
    return before


def only(root: Path) -> Diagnostic:
    """The one thing that both check and build tell."""
    (found,) = mistakes(check(root))
    result = build(root, built=FIRST + 60)
    assert [d.name for d in mistakes(result.diagnostics)] == [found.name]
    is_error = found.severity.value == "error"
    assert bool(result.files + result.up_to_date) != is_error
    return found


def test_a_build_sends_no_notes_again_because_lines_of_the_banks_ledger_are_gone(
    root: Path,
) -> None:
    before = lose(root / BANK_LEDGER, lambda line: line.startswith(("note\tone", "note\tthree")))
    found = only(root)
    assert (found.name, found.severity.value) == ("ledger-damaged", "error")
    assert found.span.source.path.name == "bank.ledger"
    assert f"{DECK_LEDGER} says that pupils have the notes one, three" in found.message
    assert "take bank.ledger back from git" in str(found.help)
    (root / BANK_LEDGER).write_text(before)
    assert mistakes(check(root)) == []
    assert build(root, built=FIRST + 60).up_to_date
    assert (root / BANK_LEDGER).read_text() == before


def test_of_lines_that_are_gone_for_good_nothing_is_known(root: Path) -> None:
    lose(root / BANK_LEDGER, lambda line: line.startswith("note\tone\t"))
    assert "delete the lines of these notes in decks/talks.ledger" in str(only(root).help)
    lose(root / DECK_LEDGER, lambda line: line.startswith("gave\tone\t"))
    assert mistakes(check(root)) == []
    assert build(root, built=FIRST + 60).files
    rows = (root / BANK_LEDGER).read_text().splitlines()
    assert [row.split("\t")[1] for row in rows if "22:14:20Z" in row] == ["one"], "sent again"


def test_a_ledger_that_ends_after_a_few_lines_names_some_of_what_it_lost(root: Path) -> None:
    write_project(root, "".join(CARD.format(f"card{number}") for number in range(9)), deck=DECK)
    assert build(root, built=FIRST + 1).files
    lose(root / BANK_LEDGER, lambda line: line.startswith("note\t"))
    assert "have the notes card0, card1, card2, card3, card4 and 7 more, " in only(root).message


def test_a_copy_of_the_banks_ledger_is_named_and_its_lines_can_be_added(root: Path) -> None:
    ledger, copy = root / BANK_LEDGER, root / "question_bank/talks/bank (1).ledger"
    before = lose(ledger, lambda line: line.startswith("note\ttwo\t"))
    copy.write_text(before)
    told = {d.name: d for d in mistakes(check(root))}
    assert sorted(told) == ["file-not-read", "ledger-damaged"]
    found = told["file-not-read"]
    assert found.span.source.path.name == copy.name
    assert "add its lines to bank.ledger" in str(found.help)
    ledger.write_text(ledger.read_text() + copy.read_text())
    copy.unlink()
    assert mistakes(check(root)) == []
    assert build(root, built=FIRST + 60).files
    assert ledger.read_text() == before


def test_lines_that_the_ledger_of_a_deck_file_lost_can_come_back_after_a_build(
    root: Path,
) -> None:
    write_project(root, CARD.format("one"), deck=DECK)
    before = lose(root / DECK_LEDGER, lambda line: line.startswith("gave\t"))
    found = only(root)
    assert (found.name, found.severity.value) == ("ledger-incomplete", "warning")
    assert found.span.source.path.name == "talks.ledger"
    assert "pupils have the note one, and no ledger in decks says so" in found.message
    assert "take that ledger back from git and build" in str(found.help)
    update = root / "dist/talks/talks-update.apkg"
    assert not update.exists()
    (root / DECK_LEDGER).write_text(before)
    assert mistakes(check(root)) == []
    assert build(root, built=FIRST + 120).files
    assert update.is_file(), "it takes the two away that were removed"


def test_notes_of_a_second_deck_file_are_not_missed_in_the_first(root: Path) -> None:
    (root / "decks/second.yaml").write_text("bank: talks\nanki: {deck: Second, ids: [one]}\n")
    write_project(root, CARD.format("one") + CARD.format("two"), deck=DECK)
    assert build(root, built=FIRST + 60).files
    assert mistakes(check(root)) == []


def test_a_bank_that_took_a_question_over_has_a_deck_file_of_the_former_one(root: Path) -> None:
    moved = "".join(map(CARD.format, IDS[1:]))
    write_project(root, CARD.format("one"), deck=DECK)
    folder = root / "question_bank/new"
    folder.mkdir()
    (folder / "bank.yaml").write_text("id: new\ntitle: New\n")
    for id in IDS[1:]:
        moved = moved.replace(f"id: {id}", f"id: {id}, renamed_from: talks/{id}")
    (folder / "people.yaml").write_text(f"topic: people\nquestions:\n{moved}")
    (root / "decks/talks.yaml").write_text(DECK.replace("bank: talks", "bank: new"))
    (root / "decks/rest.yaml").write_text(DECK)
    for time in (60, 120):
        assert mistakes(check(root)) == []
        assert build(root, built=FIRST + time).diagnostics == ()
    (root / "decks/talks.yaml").write_text(DECK)
    (root / "decks/rest.yaml").write_text(DECK.replace("bank: talks", "bank: new"))
    for time in (180, 240):
        assert mistakes(check(root)) == []
        assert build(root, built=FIRST + time).diagnostics == ()


def test_a_question_that_comes_home_was_handed_out_by_the_other_bank(root: Path) -> None:
    folder, deck = root / "question_bank/new", root / "decks/talks.yaml"
    folder.mkdir()
    (folder / "bank.yaml").write_text("id: new\ntitle: New\n")
    head = "topic: people\nquestions:\n"
    moved = "- {id: two, renamed_from: talks/two, type: flashcard, front: F, back: b, reference: r}"
    (folder / "people.yaml").write_text(f"{head}{moved}\n")
    write_project(root, CARD.format("one"), deck=DECK.replace("bank: talks", "bank: new"))
    assert build(root, built=FIRST + 60).files
    (root / "decks/rest.yaml").write_text(DECK)
    assert build(root, built=FIRST + 120).files
    home = moved.replace("talks/two", "new/two")
    write_project(root, f"{CARD.format('one')}{home}", deck=deck.read_text())
    (folder / "people.yaml").write_text(head + CARD.format("other"))
    assert mistakes(check(root)) == []
