"""Questions that move from one bank of a project to another keep their notes."""

from __future__ import annotations

from quizgen.model.item import ExtendedText, Item, Word
from quizgen.model.ledger import (
    Ledger,
    NoteKey,
    NoteRow,
    Status,
    adopted,
    as_former_bank,
    former_place,
    homes,
    known_as,
)
from quizgen.model.text import Text

DAY = 1_700_000_000
ROW = NoteRow("1" * 16, DAY, Status.LIVE)


def item(id: str, renamed_from: str | None = None) -> Item:
    before = Word(renamed_from) if renamed_from else None
    essay = ExtendedText(Text(("because",)))
    return Item(Word(id), "essay", "t", Text(("Why?",)), essay, renamed_from=before)


def test_the_place_that_a_question_came_from() -> None:
    assert former_place(item("q", "dams/q")) == ("dams", "q")
    assert former_place(item("q", "old")) is None
    assert former_place(item("q")) is None


def test_a_question_from_another_bank_brings_its_rows() -> None:
    other = Ledger("dams", DAY, {NoteKey("q", 2, "matching"): ROW}, imported={"q": "guid"})
    moved = item("elwha", "dams/q")
    ledger = adopted(Ledger("rivers", DAY), "rivers", [moved], {"dams": other})
    assert ledger.identity(moved) == "dams:q"
    assert ledger.notes == {NoteKey("dams:q", 2, "matching"): ROW}
    assert ledger.imported == {"dams:q": "guid"}


def test_it_is_followed_through_renames_and_banks() -> None:
    other = Ledger(
        "dams", renamed={"q": "sea:first"}, notes={NoteKey("sea:first", 0, "essay"): ROW}
    )
    ledger = adopted(Ledger("rivers"), "rivers", [item("n", "dams/q")], {"dams": other})
    assert ledger.renamed == {"n": "sea:first"}
    assert ledger.notes == {NoteKey("sea:first", 0, "essay"): ROW}


def test_it_has_its_first_id_again_once_it_comes_home() -> None:
    other = Ledger(
        "dams", renamed={"q": "rivers:first"}, notes={NoteKey("rivers:first", 0, "x"): ROW}
    )
    ledger = adopted(Ledger("rivers"), "rivers", [item("n", "dams/q")], {"dams": other})
    assert ledger.renamed == {"n": "first"}
    assert ledger.notes == {NoteKey("first", 0, "x"): ROW}


def test_what_is_remembered_needs_no_other_ledger() -> None:
    ledger = Ledger("rivers", renamed={"n": "dams:q"})
    assert adopted(ledger, "rivers", [item("n", "dams/other")], {}) == ledger


def test_a_ledger_tells_the_banks_that_its_items_came_from() -> None:
    keys = [NoteKey("dams:q", 0, "x"), NoteKey("sea:q", 0, "x"), NoteKey("own", 0, "x")]
    assert homes(Ledger("rivers", notes=dict.fromkeys(keys, ROW))) == {"dams", "sea"}


def test_one_question_has_a_name_in_each_bank() -> None:
    assert known_as("q", "dams", "rivers") == "dams:q"
    assert known_as("rivers:q", "dams", "rivers") == "q"
    assert known_as("sea:q", "dams", "rivers") == "sea:q"
    assert known_as("q", "rivers", "rivers") == "q"


def test_of_what_two_banks_know_of_a_note_the_later_counts() -> None:
    later = NoteRow("3" * 16, DAY + 99, Status.LIVE)
    other = Ledger("dams", notes={NoteKey("rivers:first", 0, "x"): later})
    home = Ledger("rivers", DAY, {NoteKey("first", 0, "x"): ROW})
    ledger = adopted(home, "rivers", [item("first")], {"dams": other})
    assert ledger.notes == {NoteKey("first", 0, "x"): later}


def test_what_the_bank_did_with_its_notes_later_counts_once_one_comes_home() -> None:
    key, own = NoteKey("first", 0, "x"), NoteRow("2" * 16, DAY + 9, Status.RETIRED)
    other = Ledger(
        "dams",
        renamed={"q": "rivers:first"},
        notes={NoteKey("rivers:first", 0, "x"): ROW},
        imported={"rivers:first": "theirs"},
    )
    home = Ledger("rivers", DAY, {key: own}, imported={"first": "own"})
    ledger = adopted(home, "rivers", [item("n", "dams/q")], {"dams": other})
    assert ledger.notes == {key: own}
    assert ledger.imported == {"first": "own"}


def test_what_a_deck_handed_out_keeps_its_name_at_home() -> None:
    given = {NoteKey("rivers:first", 2, "x"), NoteKey("own", 0, "x")}
    assert as_former_bank(given, "dams", "rivers") == {
        NoteKey("first", 2, "x"),
        NoteKey("dams:own", 0, "x"),
    }
