"""The ledger: what it remembers, how it is written, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import told

from quizgen.model.diagnostics import Report
from quizgen.model.item import ExtendedText, Item, Word
from quizgen.model.ledger import (
    Ledger,
    NoteFacts,
    NoteKey,
    NoteRow,
    Status,
    Step,
    TypeRow,
    advance,
    format_ledger,
    parse_ledger,
)
from quizgen.model.source import Source
from quizgen.model.text import Text

A = NoteKey("a", 0, "choice")
B = NoteKey("b", 2, "matching")
DAY = 1_700_000_000


def step(ledger: Ledger, built: int, *notes: tuple[NoteKey, str], css: str = "00000000") -> Ledger:
    facts = [NoteFacts(key, digest) for key, digest in notes]
    return advance(ledger, Step("talks", facts, {"choice": css}), built)


def parse(text: str) -> tuple[Ledger | None, Report]:
    report = Report()
    return parse_ledger(Source(Path("d.ledger"), text), report), report


def test_a_new_note_gets_the_builds_time() -> None:
    assert step(Ledger(), DAY, (A, "11111111")).notes[A].modified == DAY


def test_an_unchanged_note_keeps_its_time() -> None:
    first = step(Ledger(), DAY, (A, "11111111"))
    assert step(first, DAY + 99, (A, "11111111")) == first


def test_a_changed_note_gets_a_later_time_whatever_the_clock_says() -> None:
    first = step(Ledger(), DAY, (A, "11111111"))
    assert step(first, DAY + 99, (A, "22222222")).notes[A].modified == DAY + 99
    assert step(first, DAY, (A, "22222222")).notes[A].modified == DAY + 1
    assert step(first, DAY - 500, (A, "22222222")).notes[A].modified == DAY + 1


def test_a_note_that_is_gone_retires_once() -> None:
    gone = step(step(Ledger(), DAY, (A, "11111111")), DAY + 5)
    assert gone.notes[A].status is Status.RETIRED
    assert gone.notes[A].modified == DAY + 5
    assert step(gone, DAY + 50) == gone


def test_a_note_that_comes_back_is_later_than_its_tombstone() -> None:
    gone = step(step(Ledger(), DAY, (A, "11111111")), DAY + 5)
    back = step(gone, DAY + 5, (A, "11111111"))
    assert back.notes[A] == NoteRow("11111111", DAY + 6, Status.LIVE)


def test_a_new_stylesheet_moves_the_note_type_alone() -> None:
    first = step(Ledger(), DAY, (A, "11111111"))
    second = step(first, DAY + 5, (A, "11111111"), css="99999999")
    assert second.notes == first.notes
    assert second.note_types["choice"] == TypeRow("99999999", DAY + 5)


def test_the_first_build_is_remembered() -> None:
    assert step(step(Ledger(), DAY), DAY + 5).created == DAY


def called(id: str, renamed_from: str | None = None) -> Item:
    before = Word(renamed_from) if renamed_from else None
    essay = ExtendedText(Text(("because",)))
    return Item(Word(id), "essay", "t", Text(("Why?",)), essay, renamed_from=before)


def test_identity_follows_renames() -> None:
    ledger = Ledger(renamed={"b": "a"})
    assert ledger.identity(called("x")) == "x"
    assert ledger.identity(called("b")) == "a"
    assert ledger.identity(called("b", "z")) == "a"
    assert ledger.identity(called("c", "b")) == "a"
    assert ledger.identity(called("c", "z")) == "z"


FULL = Ledger(
    bank="talks",
    created=DAY,
    notes={
        A: NoteRow("0123456789abcdef", DAY, Status.LIVE, (), "0a1b"),
        B: NoteRow("aaaaaaaaaaaaaaaa", DAY + 1, Status.RETIRED, ("12345678", "9abcdef0"), ""),
    },
    note_types={"choice": TypeRow("ffffffffffffffff", DAY)},
    media={"a map.png": "eeeeeeeeeeeeeeee"},
    renamed={"new": "old"},
)


def test_what_is_written_is_read_again() -> None:
    assert parse(format_ledger(FULL)) == (FULL, Report())


def test_one_line_a_row_in_a_stable_order() -> None:
    lines = format_ledger(FULL).splitlines()
    assert lines[0] == "quizgen-ledger 2"
    assert [line.split("\t")[:2] for line in lines[2:]] == [
        ["bank", "talks"],
        ["type", "choice"],
        ["media", "a map.png"],
        ["renamed", "new"],
        ["note", "a"],
        ["note", "b/2"],
    ]


NOTE = "note\ta\tchoice\t0123456789abcdef\t2023-11-14T22:13:20Z\tlive\t"


@pytest.mark.parametrize(
    ("body", "expected", "words"),
    [
        (NOTE[:-8], "ledger-damaged@4:1", "git"),
        (NOTE.replace("live", "alive"), "ledger-damaged@4:1", "damaged"),
        (NOTE.replace("11-14", "13-14"), "ledger-damaged@4:1", "damaged"),
        ("gibberish", "ledger-damaged@4:1", "git"),
        ("bank\tother\t2023-11-14T22:13:20Z", "ledger-damaged@1:1", "other and talks"),
    ],
)
def test_damage_is_told_with_its_line(body: str, expected: str, words: str) -> None:
    head = "quizgen-ledger 1\n# remark\nbank\ttalks\t2023-11-14T22:13:20Z\n"
    ledger, report = parse(head + body + "\n")
    assert ledger is None
    assert told(report.diagnostics) == [expected]
    assert words in f"{report.diagnostics[0].message} {report.diagnostics[0].help}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "ledger-damaged"),
        ("quizgen-ledger 0\n", "ledger-damaged"),
        ("quizgen-ledger 3\n", "ledger-too-new"),
        ("quizgen-ledger 1\n", "ledger-damaged"),
        ("bank: talks\n", "ledger-damaged"),
    ],
)
def test_what_is_no_ledger_of_ours(text: str, name: str) -> None:
    ledger, report = parse(text)
    assert ledger is None
    assert [d.name for d in report.diagnostics] == [name]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    for content in (text, "quizgen-ledger 1\n" + text):
        ledger, report = parse(content)
        assert (ledger is None) == bool(report.diagnostics)


@given(st.integers(0, len(format_ledger(FULL)) - 1))
def test_a_damaged_character_is_noticed_wherever_it_matters(at: int) -> None:
    text = format_ledger(FULL)
    ledger, _ = parse(text[:at] + "\x00" + text[at + 1 :])
    in_remark = text.count("\n", 0, at + 1) == 1
    assert ledger is None or in_remark
