"""Packages by Anki, old and new, by genanki and by quizgen are read to the same values."""

from __future__ import annotations

import shutil
from pathlib import Path

import genanki
import pytest
import zstandard
from support.packages import StockNote, anki_package, legacy_database, read, zipped
from support.paths import ROOT

from quizgen import build
from quizgen.readers.apkg import ApkgCard, Package
from quizgen.writers.anki.note_types import NOTE_TYPES

SAMPLE = ROOT

NOTES = (
    StockNote("Basic", ("<b>q</b>", "a"), "World::Asia", ("x::y", "z")),
    StockNote("Basic (and reversed card)", ("f", "b")),
    StockNote("Basic (optional reversed card)", ("f", "b", "y")),
    StockNote("Basic (type in the answer)", ("f", "b")),
    StockNote("Cloze", ("{{c1::a}} {{c3::b}}", "more")),
)
MEDIA = {"ä map.png": b"\x89PNG" + bytes(3000), "s.mp3": b""}


@pytest.fixture(params=["legacy", "current"])
def package(request: pytest.FixtureRequest, tmp_path: Path) -> Package:
    notes = [*NOTES, StockNote("Basic", ('<img src="ä map.png">', "[sound:s.mp3]"))]
    return read(anki_package(tmp_path, notes, MEDIA, legacy=request.param == "legacy"))


def test_notes(package: Package) -> None:
    assert [note.guid for note in package.notes] == [f"guid-{n}" for n in range(1, 7)]
    first = package.notes[0]
    assert first.fields == ("<b>q</b>", "a")
    assert first.tags == ("x::y", "z")
    assert first.modified > 1_700_000_000


def test_cards_and_decks(package: Package) -> None:
    ordinals = [[card.ordinal for card in note.cards] for note in package.notes]
    assert ordinals == [[0], [0, 1], [0, 1], [0], [0, 2], [0]]
    names = [package.decks[note.cards[0].deck_id].name for note in package.notes]
    assert names == ["World::Asia", *["Geography"] * 5]


def test_note_types(package: Package) -> None:
    used = [package.note_types[note.note_type_id] for note in package.notes]
    assert [t.name for t in used[:5]] == [note.note_type for note in NOTES]
    assert [t.is_cloze for t in used] == [False, False, False, False, True, False]
    assert used[2].fields == ("Front", "Back", "Add Reverse")
    assert used[2].templates[1].front == "{{#Add Reverse}}{{Back}}{{/Add Reverse}}"
    assert used[2].templates[1].back.endswith("{{Front}}")


def test_media(package: Package) -> None:
    assert package.media == MEDIA


def test_a_card_in_a_filtered_deck_is_at_home() -> None:
    database = legacy_database("update cards set did = 9, odid = 1")
    path = zipped({"collection.anki2": database})
    (note,) = _read(path).notes
    assert note.cards == (ApkgCard(0, 1),)


def test_a_deck_description_comes_along(tmp_path: Path) -> None:
    deck = genanki.Deck(2, "Described", "What *it* is")
    deck.add_note(genanki.Note(genanki.BASIC_MODEL, ["q", "a"]))
    genanki.Package(deck).write_to_file(str(tmp_path / "g.apkg"))
    found = read(tmp_path / "g.apkg")
    assert found.decks[2].description == "What *it* is"
    assert found.notes[0].fields == ("q", "a")


def test_what_quizgen_built(tmp_path: Path) -> None:
    for folder in ("question_bank", "decks"):
        shutil.copytree(SAMPLE / folder, tmp_path / folder)
    result = build(tmp_path, built=2_000_000_000)
    (path,) = [path for path in result.files if path.suffix == ".apkg"]
    found = read(path)
    ours = {note_type.id: note_type for note_type in NOTE_TYPES}
    for key, note_type in found.note_types.items():
        assert note_type.fields == tuple(field.name for field in ours[key].fields)
        assert note_type.is_cloze == ours[key].is_cloze


def test_the_newest_collection_of_a_package_counts() -> None:
    entries = {
        "collection.anki2": legacy_database("update notes set guid = 'dummy'"),
        "collection.anki21": legacy_database("update notes set guid = 'middle'"),
    }
    assert _read(zipped(entries)).notes[0].guid == "middle"
    newest = legacy_database("update notes set guid = 'newest'")
    entries["collection.anki21b"] = zstandard.compress(newest)
    assert _read(zipped(entries)).notes[0].guid == "newest"


def _read(content: bytes) -> Package:
    from quizgen.model.diagnostics import Report
    from quizgen.readers.apkg import read_package

    report = Report()
    package = read_package(content, Path("x.apkg"), report)
    assert package is not None, report.diagnostics
    return package
