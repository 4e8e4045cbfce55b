"""Rows that are there twice, as after a merge in git: which of them holds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.diagnostics import Report
from quizgen.model.ledger import (
    Ledger,
    NoteKey,
    NoteRow,
    Status,
    TypeRow,
    format_ledger,
    joined,
    parse_deck_ledger,
    parse_ledger,
)
from quizgen.model.ledger.model import UNKNOWN
from quizgen.model.ledger.settle import settle_note, settle_type
from quizgen.model.source import Source

A = NoteKey("a", 0, "choice")
DAY = 1_700_000_000
ONE, TWO = "1" * 16, "2" * 16
HEAD = "quizgen-ledger 2\nbank\ttalks\t2023-11-14T22:13:20Z\n"

ROWS = st.builds(
    NoteRow,
    st.sampled_from([ONE, TWO]),
    st.sampled_from([DAY, DAY + 1]),
    st.sampled_from(Status),
    st.sampled_from([(), ("12345678",), ("9abcdef0",)]),
    st.sampled_from(["", "0a1b"]),
)


def parse(text: str) -> Ledger:
    report = Report()
    ledger = parse_ledger(Source(Path("bank.ledger"), text), report)
    assert report.diagnostics == []
    assert ledger is not None
    return ledger


def test_the_later_row_holds() -> None:
    early, late = NoteRow(ONE, DAY, Status.LIVE), NoteRow(TWO, DAY + 1, Status.RETIRED)
    assert settle_note(early, late) == late


def test_two_texts_of_one_second_are_sent_again() -> None:
    assert settle_note(NoteRow(ONE, DAY, Status.LIVE), NoteRow(TWO, DAY, Status.LIVE)) == NoteRow(
        UNKNOWN, DAY, Status.LIVE
    )
    assert settle_type(TypeRow(ONE, DAY), TypeRow(TWO, DAY)) == TypeRow(UNKNOWN, DAY)


@given(ROWS, ROWS)
def test_it_does_not_matter_which_row_comes_first(one: NoteRow, other: NoteRow) -> None:
    assert settle_note(one, other) == settle_note(other, one)
    assert settle_note(one, one) == one


@given(st.lists(ROWS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_a_settled_row_is_as_late_as_the_latest(rows: list[NoteRow], chance: random.Random) -> None:
    lines = [
        line
        for row in rows
        for line in format_ledger(Ledger("talks", DAY, {A: row})).splitlines()
        if line.startswith("note")
    ]
    chance.shuffle(lines)
    settled = parse(HEAD + "\n".join(lines) + "\n").notes[A]
    latest = max(row.modified for row in rows)
    assert settled.modified == latest
    assert settled.digest in {row.digest for row in rows if row.modified == latest} | {UNKNOWN}


def test_marks_of_a_conflict_are_understood() -> None:
    early = "note\ta\tchoice\t" + ONE + "\t2023-11-14T22:13:20Z\tlive\t"
    late = "note\ta\tchoice\t" + TWO + "\t2023-11-15T22:13:20Z\tlive\t"
    text = f"{HEAD}<<<<<<< HEAD\n{late}\n||||||| 1234567\n{early}\n=======\n{early}\n>>>>>>> b\n"
    assert parse(text).notes[A].digest == TWO


def test_a_bank_is_as_old_as_its_older_line() -> None:
    assert parse(HEAD + "bank\ttalks\t2022-11-14T22:13:20Z\n").created == DAY - 365 * 86_400


@pytest.mark.parametrize("other", ["renamed\tnow\tx", "renamed\tnow\ty"])
def test_an_id_with_two_pasts_is_settled_alike_on_every_machine(other: str) -> None:
    for lines in ([other, "renamed\tnow\tx"], ["renamed\tnow\tx", other]):
        assert parse(HEAD + "\n".join(lines) + "\n").renamed == {"now": "x"}


def old_deck(created: int, *rows: tuple[str, NoteRow], **renamed: str) -> Ledger:
    notes = {
        NoteKey("caps", int(part), "matching")
        if part.isdigit()
        else NoteKey(part, 0, "choice"): row
        for part, row in rows
    }
    return Ledger("talks", created, notes, renamed=renamed)


def live(digest: str, modified: int, *labels: str) -> NoteRow:
    return NoteRow(digest, modified, Status.LIVE, labels)


def test_pairs_that_two_deck_files_numbered_differently_keep_the_older_numbers() -> None:
    """France was 1 in the first deck file; the second one, built later, made Malta number 1."""
    first = old_deck(DAY, ("1", live(ONE, DAY, "f" * 8)), ("2", live(TWO, DAY, "a" * 8)))
    second = old_deck(
        DAY + 9, ("1", live(TWO, DAY + 9, "a" * 8)), ("2", live(ONE, DAY + 9, "f" * 8))
    )
    together = joined([second, first])
    assert together.created == DAY
    row = together.notes[NoteKey("caps", 1, "matching")]
    assert row == NoteRow(UNKNOWN, DAY + 9, Status.LIVE, ("f" * 8,))


def test_a_question_that_one_deck_file_renamed_is_renamed_for_all() -> None:
    first = old_deck(DAY, ("q1", live(ONE, DAY)), sum="q1")
    second = old_deck(DAY + 9, ("sum", live(ONE, DAY + 9)))
    together = joined([first, second])
    assert together.renamed == {"sum": "q1"}
    assert together.notes.keys() == {NoteKey("q1", 0, "choice"), NoteKey("sum", 0, "choice")}


def test_what_one_deck_file_took_away_and_another_kept_is_sent_again() -> None:
    gone = NoteRow(ONE, DAY + 5, Status.RETIRED)
    together = joined([old_deck(DAY, ("q", live(ONE, DAY))), old_deck(DAY, ("q", gone))])
    assert together.notes[NoteKey("q", 0, "choice")] == NoteRow(UNKNOWN, DAY + 5, Status.LIVE)


def test_one_deck_file_alone_is_taken_over_as_it_is() -> None:
    ledger = old_deck(DAY, ("q", live(ONE, DAY)), ("1", live(TWO, DAY, "f" * 8)), sum="q1")
    assert joined([ledger]) == ledger


def test_a_deck_files_former_ledger_says_what_it_handed_out() -> None:
    ledger = old_deck(DAY, ("q", live(ONE, DAY)))
    text = format_ledger(ledger).replace("quizgen-ledger 2", "quizgen-ledger 1")
    report = Report()
    deck = parse_deck_ledger(Source(Path("talks.ledger"), text), report)
    assert report.diagnostics == []
    assert deck is not None
    assert (deck.bank, deck.created, deck.former) == ("talks", DAY, ledger)
    assert deck.notes == ledger.notes.keys()
