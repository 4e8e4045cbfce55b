"""A ledger that is gone although pupils have the deck, and times that no clock should give.

`test_lost_lines` has ledgers of which lines are gone.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import CHOICE, mistakes, write_project

from quizgen import build, check

FIRST = 1_700_000_000
YEAR = 365 * 86_400
RELEASED = "released: 2023-11-15\n"
BANK_LEDGER, DECK_LEDGER = "question_bank/talks/bank.ledger", "decks/talks.ledger"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A released project, of which `dist` is gone, as in a fresh clone that has no outputs."""
    root = write_project(tmp_path / "p", CHOICE)
    monkeypatch.chdir(root)
    assert build(root, built=FIRST).files
    with (root / "question_bank/talks/bank.yaml").open("a") as bank:
        bank.write(RELEASED)
    shutil.rmtree(root / "dist")
    return root


def test_with_both_ledgers_a_build_goes_on(root: Path) -> None:
    before = (root / BANK_LEDGER).read_text()
    assert mistakes(check(root)) == []
    assert build(root, built=FIRST + 60).files
    assert (root / BANK_LEDGER).read_text() == before


@pytest.mark.parametrize("gone", [[BANK_LEDGER, DECK_LEDGER], [BANK_LEDGER], [DECK_LEDGER]])
def test_no_ledger_of_a_released_bank_begins_anew_in_silence(root: Path, gone: list[str]) -> None:
    for name in gone:
        (root / name).unlink()
    result = build(root, built=FIRST + 60)
    assert result.files == ()
    for diagnostics in (check(root), result.diagnostics):
        (found,) = mistakes(diagnostics)
        assert (found.name, found.severity.value) == ("ledger-missing", "error")
        assert found.span.source.path.name == "bank.yaml"
        assert found.span.source.line(found.span.line) == RELEASED.strip()
        assert f"{gone[0]} is gone" in found.message
        assert "`released: 2023-11-15`" in found.message
        assert "back from git" in (found.help or "")
    assert not (root / "dist").exists()


def test_a_new_deck_file_of_a_released_bank_has_no_ledger_yet(root: Path) -> None:
    deck = (root / "decks/talks.yaml").read_text()
    (root / "decks/second.yaml").write_text(deck.replace("deck: Talks", "deck: Second"))
    assert mistakes(check(root)) == []
    assert build(root, built=FIRST + 60).files


def test_without_the_line_a_ledger_may_begin_anew(root: Path) -> None:
    bank = root / "question_bank/talks/bank.yaml"
    bank.write_text(bank.read_text().replace(RELEASED, ""))
    for name in (BANK_LEDGER, DECK_LEDGER):
        (root / name).unlink()
    assert build(root, built=FIRST + 60).files


def test_the_ledger_of_a_deck_file_tells_that_the_banks_is_gone(root: Path) -> None:
    bank = root / "question_bank/talks/bank.yaml"
    bank.write_text(bank.read_text().replace(RELEASED, ""))
    (root / BANK_LEDGER).unlink()
    (found,) = mistakes(check(root))
    assert (found.name, found.severity.value) == ("ledger-missing", "error")
    assert f"{BANK_LEDGER} is gone, but {DECK_LEDGER} says" in found.message
    assert f"if no pupil has the deck yet, delete {DECK_LEDGER}" in str(found.help)
    assert build(root, built=FIRST + 60).files == ()
    (root / DECK_LEDGER).unlink()
    assert build(root, built=FIRST + 60).files


def test_times_of_a_clock_that_ran_ahead_are_told_and_kept_in_order(root: Path) -> None:
    write_project(root, CHOICE.replace("In which city", "Where"))
    assert build(root, built=FIRST + YEAR).files  # the clock that is wrong
    assert "2024-11-13T22:13:20Z" in (root / BANK_LEDGER).read_text()
    write_project(root, CHOICE.replace("In which city", "In which capital"))
    (root / "decks/second.yaml").write_text((root / "decks/talks.yaml").read_text())
    before = check(root, now=FIRST + 3600)
    result = build(root, built=FIRST + 3600)
    for diagnostics in (before, result.diagnostics):
        (found,) = mistakes(diagnostics)
        assert (found.name, found.severity.value) == ("ledger-from-the-future", "warning")
        assert found.span.source.path.name == "bank.ledger"
        assert "2024-11-13" in found.span.source.line(found.span.line)
    assert mistakes(check(root, now=FIRST + YEAR)) == []
    assert result.files, "a warning stops no build"
    changed = [line for line in (root / BANK_LEDGER).read_text().split("\n") if "live" in line]
    assert "2024-11-13T22:13:21Z" in changed[0], "a second later than before, so that it arrives"


def test_a_clock_of_another_time_zone_is_not_told(root: Path) -> None:
    result = build(root, built=FIRST - 12 * 3600)
    assert mistakes(result.diagnostics) == []
