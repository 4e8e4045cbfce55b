"""Anyone's deck becomes a bank: by what its cards show, whatever its note types are called."""

from __future__ import annotations

import textwrap
from pathlib import Path

import genanki
import pytest
from support import PIXEL, load_bank
from support.importing import LATER, built, by_guid, imported, losses, questions
from support.packages import StockNote, anki_package, read

from quizgen.commands.importing import ImportLoss
from quizgen.model.item import Reveal


def entries(folder: Path, *notes: StockNote, legacy: bool = False) -> str:
    """The questions that `notes` become, without the head of their topic file."""
    text = questions(anki_package(folder, notes, legacy=legacy))
    return text.partition("questions:\n")[2]


@pytest.mark.parametrize("legacy", [True, False])
def test_the_stock_note_types(tmp_path: Path, legacy: bool) -> None:
    notes = (
        StockNote("Basic", ("Capital of Korea?", "Seoul")),
        StockNote("Basic (and reversed card)", ("서울", "Seoul, <b>Korea</b>"), tags=("a::b", "c")),
        StockNote("Basic (optional reversed card)", ("One", "Two", "y")),
        StockNote("Basic (optional reversed card)", ("One", "Two", "")),
        StockNote("Basic (type in the answer)", ("Which city?", "Seoul")),
        StockNote("Cloze", ("The {{c1::capital::what}} is {{c2::Seoul}}.", "In <i>Korea</i>")),
    )
    assert entries(tmp_path, *notes, legacy=legacy) == textwrap.dedent(
        """\
        - id: capital-of-korea
          type: flashcard
          front: Capital of Korea?
          back: Seoul
          guid: guid-1
        - id: 서울
          type: flashcard
          front: 서울
          back: Seoul, **Korea**
          reversed: true
          tags: ["a::b", c]
          guid: guid-2
        - id: one
          type: flashcard
          front: One
          back: Two
          reversed: true
          guid: guid-3
        - id: one-2
          type: flashcard
          front: One
          back: Two
          guid: guid-4
        - id: which-city
          type: short_answer
          question: Which city?
          answer: Seoul
          guid: guid-5
        - id: the-capital-what-is-seoul
          type: cloze
          text: "The {{c1::capital::what}} is {{c2::Seoul}}."
          explain: In *Korea*
          guid: guid-6
        """
    )


def test_a_note_type_of_ones_own(tmp_path: Path) -> None:
    model = genanki.Model(
        7,
        "Vokabeln",
        fields=[{"name": n} for n in ("Wort", "Bedeutung", "Beispiel", "Notiz")],
        templates=[
            {
                "name": "hin",
                "qfmt": "{{Wort}}",
                "afmt": "{{FrontSide}}{{Bedeutung}}{{#Beispiel}}{{hint:Beispiel}}{{/Beispiel}}",
            },
            {"name": "her", "qfmt": "{{Bedeutung}}", "afmt": "{{FrontSide}}{{Wort}}"},
            {"name": "mehr", "qfmt": "{{Beispiel}}", "afmt": "{{FrontSide}}{{Wort}}"},
        ],
    )
    deck = genanki.Deck(2, "Deutsch")
    deck.add_note(genanki.Note(model, ["Haus", "house", "", ""], guid="g1"))
    deck.add_note(genanki.Note(model, ["Baum", "tree", "Ein Baum.", "fern"], guid="g2"))
    path = tmp_path / "g.apkg"
    genanki.Package(deck).write_to_file(str(path))
    text = questions(path)
    assert "front: Haus\n  back: house\n  reversed: true\n" in text
    assert "front: Baum\n  back: |-\n    tree\\\n    Ein Baum.\n  guid: g2" in text
    assert losses(path) == {
        ImportLoss.UNSHOWN_FIELD: ["baum: Notiz = fern"],
        ImportLoss.EXTRA_CARD: ["baum: tree", "baum: Ein Baum."],
    }


def test_texts_that_look_like_markdown_stay_text(tmp_path: Path) -> None:
    note = StockNote("Basic", ("2 * 3 * 4 &lt; 5_6_7 *and* [a](b)", "# {{c1::x}} C:\\temp\\*"))
    text = entries(tmp_path, note)
    assert r"front: 2 * 3 * 4 < 5_6_7 \*and\* \[a](b)" in text
    path = tmp_path / "made-current.apkg"
    imported(path, tmp_path / "p")
    bank, _ = load_bank(tmp_path / "p/question_bank/geography")
    (item,) = bank.items
    assert item.stem.runs == ("2 * 3 * 4 < 5_6_7 *and* [a](b)",)
    assert isinstance(item.interaction, Reveal)
    back = item.interaction.back
    assert back.runs == ("# {{c1::x}} C:\\temp\\*",)


def test_decks_become_topics(tmp_path: Path) -> None:
    notes = [
        StockNote("Basic", ("a", "b"), deck)
        for deck in ("World::Asia", "World::Europe", "World::Europe::North", "World")
    ]
    path = anki_package(tmp_path, notes)
    found = imported(path, tmp_path / "p", "my-bank")
    root = tmp_path / "p"
    assert (root / "decks/my-bank.yaml").read_text() == (
        "bank: my-bank\nanki:\n  deck: World\n  subdecks: topic\n"
    )
    bank, _ = load_bank(root / "question_bank/my-bank")
    assert [(topic.id, topic.title.plain) for topic in bank.topics] == [
        ("asia", "Asia"),
        ("europe", "Europe"),
        ("europe-north", "Europe: North"),
        ("world", "World"),
    ]
    assert len(found.losses[ImportLoss.DECKS]) == 2


def test_pictures(tmp_path: Path) -> None:
    media = {"map 1.png": PIXEL, "map-1.png": PIXEL + b"2", "v.svg": b"<svg/>", "s.mp3": b"s"}
    media["broken.png"] = b"x"
    fields = (
        '<img src="map 1.png" alt="a [map]">[sound:s.mp3]<img src="map-1.png">',
        '<img src="gone.png"><img src="v.svg"><img src="broken.png"><img src="http://x.y/z.png">b',
    )
    path = anki_package(tmp_path, [StockNote("Basic", fields)], media)
    found = imported(path, tmp_path / "p")
    folder = tmp_path / "p/question_bank/geography/media"
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {
        "map-1.png": PIXEL,
        "map-1-2.png": PIXEL + b"2",
    }
    assert {loss: len(examples) for loss, examples in found.losses.items()} == {
        ImportLoss.SOUND: 1,
        ImportLoss.ALT: 1,
        ImportLoss.PICTURE_MISSING: 2,
        ImportLoss.PICTURE_KIND: 1,
        ImportLoss.PICTURE_DAMAGED: 1,
        ImportLoss.UNUSED_MEDIA: 3,
    }


def test_tags_that_anki_sets_itself_stay_behind(tmp_path: Path) -> None:
    deck = genanki.Deck(2, "Rivers")
    tags = ["leech", "Marked", "a::::b", "rivers"]
    deck.add_note(genanki.Note(genanki.BASIC_MODEL, ["a", "b"], tags=tags))
    path = tmp_path / "g.apkg"
    genanki.Package(deck).write_to_file(str(path))
    assert losses(path) == {ImportLoss.TAG: [f"a: {tag}" for tag in tags[:3]]}
    assert "tags: [rivers]" in questions(path)


def test_what_cannot_be_carried_is_told(tmp_path: Path) -> None:
    notes = [
        StockNote("Basic", ("no answer", "")),
        StockNote("Cloze", ("{{c1::a {{c2::b}} c}} {{c1,3::d}}", "")),
        StockNote("Cloze", ("{{c1::image-occlusion:rect:left=.1}}", "")),
        StockNote("Basic", ("<u>x</u> \\(y{\\) <a href='javascript:z'>w</a>", "a"), tags=('q"r',)),
    ]
    found = losses(anki_package(tmp_path, notes))
    assert set(found) == {
        ImportLoss.NO_CARD,
        ImportLoss.NESTED_GAP,
        ImportLoss.SHARED_GAP,
        ImportLoss.IMAGE_OCCLUSION,
        ImportLoss.FORMAT,
        ImportLoss.FORMULA,
        ImportLoss.LINK,
        ImportLoss.TAG,
    }


def test_a_removed_question_stays_retired(tmp_path: Path) -> None:
    package = anki_package(tmp_path, [StockNote("Basic", (q, "a")) for q in ("one", "two")])
    imported(package, tmp_path / "first")
    built(tmp_path / "first", LATER)
    (topic,) = (tmp_path / "first/question_bank/geography").glob("geography.yaml")
    topic.write_text(topic.read_text().partition("- id: two")[0])
    built(tmp_path / "first", LATER + 5, "geography")
    update = tmp_path / "first/dist/geography/geography-update.apkg"
    imported(update, tmp_path / "second")
    built(tmp_path / "second", LATER + 10, "geography")
    again = tmp_path / "second/dist/geography/geography-update.apkg"
    assert by_guid(read(again)) == by_guid(read(update))
    assert set(by_guid(read(update))) == {"guid-1", "guid-2"}


def test_the_guids_survive_and_a_second_import_changes_nothing(tmp_path: Path) -> None:
    notes = [
        StockNote("Basic", ("q", "a"), "A::B"),
        StockNote("Cloze", ("{{c2::x}}", ""), "A::C"),
        StockNote("Basic (type in the answer)", ("q", "1718"), "A::C", ("t",)),
    ]
    package = anki_package(tmp_path, notes)
    imported(package, tmp_path / "first")
    first = built(tmp_path / "first", LATER)
    assert by_guid(read(first)).keys() == by_guid(read(package)).keys()
    imported(first, tmp_path / "second")
    second = built(tmp_path / "second", LATER + 5)
    assert read(second).notes == read(first).notes
