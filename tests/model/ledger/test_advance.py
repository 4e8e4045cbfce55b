"""What a build makes of notes that are sent again, or that other deck files hold.

Each test kills a mutant of ``tools/mutants/table.py`` that the others let live.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.model.diagnostics import Report
from quizgen.model.ledger import (
    Ledger,
    NoteFacts,
    NoteKey,
    Status,
    Step,
    advance,
    format_ledger,
    parse_ledger,
)
from quizgen.model.source import Source

FIRST, SECOND = NoteKey("a", 1, "matching"), NoteKey("a", 2, "matching")
OTHER = NoteKey("b", 0, "choice")
DAY = 1_700_000_000


def step(ledger: Ledger, built: int, *keys: NoteKey, **more: frozenset[str]) -> Ledger:
    """`ledger` after a build with `keys`; `more` are ``resent`` and ``held``."""
    facts = [NoteFacts(key, "11111111") for key in keys]
    made = Step("talks", facts, resent=more.get("resent", frozenset()))
    return advance(ledger, made, built, more.get("held", frozenset()))


@pytest.mark.parametrize(("built", "time"), [(DAY + 99, DAY + 99), (DAY, DAY + 1)])
def test_a_note_that_is_sent_again_gets_a_later_time(built: int, time: int) -> None:
    first = step(Ledger(), DAY, FIRST, OTHER)
    again = step(first, built, FIRST, OTHER, resent=frozenset({"a"}))
    assert again.notes[FIRST].modified == time
    assert again.notes[OTHER].modified == DAY


def test_an_item_that_another_deck_file_holds_does_not_retire() -> None:
    first = step(Ledger(), DAY, FIRST, OTHER)
    assert step(first, DAY + 5, OTHER, held=frozenset({"a"})) == first
    assert step(first, DAY + 5, OTHER).notes[FIRST].status is Status.RETIRED


def test_a_part_that_is_gone_retires_although_another_deck_file_holds_the_item() -> None:
    first = step(Ledger(), DAY, FIRST, SECOND)
    second = step(first, DAY + 5, FIRST, held=frozenset({"a"}))
    assert second.notes[SECOND].status is Status.RETIRED
    assert second.notes[FIRST] == first.notes[FIRST]


def test_former_ids_and_guids_stay_when_a_build_names_none() -> None:
    named = Step("talks", [], renamed={"now": "then"}, imported={"then": "guid"})
    first = advance(Ledger(), named, DAY)
    second = advance(first, Step("talks", [], renamed={"x": "y"}, imported={"y": "g"}), DAY + 5)
    assert second.renamed == {"now": "then", "x": "y"}
    assert second.imported == {"then": "guid", "y": "g"}


def test_there_is_no_format_0() -> None:
    report = Report()
    assert parse_ledger(Source(Path("d.ledger"), format_ledger(step(Ledger(), DAY, FIRST))), report)
    text = format_ledger(step(Ledger(), DAY, FIRST)).replace("ledger 2", "ledger 0")
    assert parse_ledger(Source(Path("d.ledger"), text), report) is None
    assert [d.name for d in report.diagnostics] == ["ledger-damaged"]
