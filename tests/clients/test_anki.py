"""Real Anki imports what we build, and shows it as it was meant."""

from __future__ import annotations

import base64
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import visible, write_project
from support.paths import ROOT

from quizgen import build
from quizgen.model.text import Text, parse_text
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.writers.anki.html import Html
from quizgen.writers.anki.note_types import FLASHCARD
from quizgen.writers.anki.notes import NoteData
from quizgen.writers.anki.package import DeckData, StampedNote, package
from quizgen.writers.anki.packed import packed

SAMPLE = ROOT
BUILT = 1_700_000_000
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQAY3Y2wAAAAAElFTkSuQmCC"
)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def build_and_import(collection: Collection, root: Path, out: Path) -> Any:
    """Build the project's one deck, import it with Anki's default options, give the log."""
    result = build(root, built=BUILT, out=out)
    (package,) = [path for path in result.files if path.suffix == ".apkg"]
    request = ImportAnkiPackageRequest(
        package_path=str(package), options=ImportAnkiPackageOptions(with_scheduling=False)
    )
    return collection.import_anki_package(request).log


def cards(collection: Collection) -> list[tuple[str, str, str]]:
    """Note type, front and back of each card, as a reader sees them, in the order of study."""
    found = []
    for card_id in collection.find_cards("", order="c.due, c.ord"):
        card = collection.get_card(card_id)
        name = card.note_type()["name"].removeprefix("quizgen ")
        found.append((name, visible(card.question()), visible(card.answer())))
    return found


def assert_sound(collection: Collection) -> None:
    """No card is empty or missing, and Anki's own check has nothing to mend."""
    assert list(collection.get_empty_cards().notes) == []
    assert collection.db is not None
    assert collection.db.list("select id from notes where id not in (select nid from cards)") == []
    before = collection.card_count()
    report, fine = collection.fix_integrity()
    assert fine
    assert report.strip() == "Database rebuilt and optimized."
    assert collection.card_count() == before


def test_every_search_of_the_page_of_formats_finds_something(
    collection: Collection, tmp_path: Path
) -> None:
    for folder in ("question_bank", "decks"):
        shutil.copytree(SAMPLE / folder, tmp_path / "copy" / folder)
    build_and_import(collection, tmp_path / "copy", tmp_path)
    text = (SAMPLE / "docs" / "formats.md").read_text(encoding="utf-8")
    section = text.partition("| To find | Search for |")[2].partition("\n\n")[0]
    searches = re.findall(r"\| `(.+)` \|$", section, re.MULTILINE)
    assert len(searches) == 7
    found = {search: len(collection.find_notes(search)) for search in searches}
    assert found["Id:seoul-talks/host-country"] == 1
    assert found.pop("Id:seoul-talks/*") == collection.note_count()
    assert all(0 < count < collection.note_count() for count in found.values())


def test_the_sample_deck(collection: Collection, tmp_path: Path) -> None:
    for folder in ("question_bank", "decks"):
        shutil.copytree(SAMPLE / folder, tmp_path / "copy" / folder)
    log = build_and_import(collection, tmp_path / "copy", tmp_path)
    assert len(log.new) == collection.note_count()
    assert not log.conflicting
    assert not log.duplicate
    shown = cards(collection)
    assert len(shown) == collection.card_count()
    for _, front, back in shown:
        assert front
        assert front != back
        assert "{{" not in front + back
        assert "Passage, paragraph" in back or "S/RES/" in back or "20" in back
    assert_sound(collection)


def test_every_type_shows_question_and_answer(collection: Collection, tmp_path: Path) -> None:
    examples = "".join(question_type.example for question_type in QUESTION_TYPES)
    root = write_project(tmp_path / "p", examples, bank="language: en-GB\n")
    build_and_import(collection, root, tmp_path)
    shown = cards(collection)
    assert [name for name, _, _ in shown] == [
        "Flashcard",
        "Flashcard",
        "Choice",
        "Choice",
        "Typed answer",
        "Cloze",
        "Cloze",
        "Typed answer",
        *["Matching"] * 4,
        "Ordering",
        "Ordering",
        *["Date"] * 3,
        "Essay",
    ]
    expected = [
        ("Veto", "to stop a decision"),
        ("to stop a decision", "Veto"),
        ("Security Council's members meet?", "New York"),
        ("five permanent members", "True"),
        ("highest official", "Secretary-General"),
        ("signed in [city] in 1945", "San Francisco"),
        ("in San Francisco in [...]", "in 1945"),
        ("How many seats", "15 seats"),
        ("Security Council", "keeping the peace"),
        ("General Assembly", "debating any question"),
        ("Secretariat", "running the daily work"),
        ("International Court of Justice", "settling disputes by law"),
        ("steps of a resolution", "A member circulates a draft The Council votes The text"),
        ("earliest first", "26 June 1945 The Charter is signed"),
        ("The Charter is signed", "26 June 1945"),
        ("The Charter enters into force", "24 October 1945"),
        ("meets for the first time", "17 January 1946"),
        ("two reasons", "A small council can meet at once"),
    ]
    for (_, front, back), (question, answer) in zip(shown, expected, strict=True):
        assert question in front
        assert answer in back
    essay = shown[-1]
    assert "A small council" not in essay[1]
    assert "Charter of the United Nations, Chapter V" in essay[2]
    assert_sound(collection)


def test_decks_subdecks_and_description(collection: Collection, tmp_path: Path) -> None:
    deck = "bank: talks\nanki: {deck: 'A::B', subdecks: topic, description: For *you*}\n"
    build_and_import(collection, write_project(tmp_path / "p", deck=deck), tmp_path)
    assert {d.name for d in collection.decks.all_names_and_ids()} >= {"A", "A::B", "A::B::people"}
    assert len(collection.find_cards("deck:A::B::people")) == 1
    found = collection.decks.by_name("A::B")
    assert found is not None
    assert found["desc"] == "For <em>you</em>"


def test_pictures_arrive_and_none_is_missing(collection: Collection, tmp_path: Path) -> None:
    picture = "'![a map](<m 1.png>)'"
    entry = f"- {{id: x, type: flashcard, front: {picture}, back: {picture}, reference: r}}"
    root = write_project(tmp_path / "p", entry, media={"m 1.png": PIXEL})  # type: ignore[arg-type]
    build_and_import(collection, root, tmp_path)
    found = collection.media.check()
    assert list(found.missing) == []
    assert list(found.unused) == []
    assert len(list(Path(collection.media.dir()).iterdir())) == 1


def test_hostile_text_comes_out_as_text_in_every_field(
    collection: Collection, tmp_path: Path
) -> None:
    evil = "<img src=x onerror=y> <font color=red> {{Front}} {{c9::z}} ]]> ${x} [sound:a.mp3]"
    math = r" \\(q\\)"
    text = f"'{evil}{math}'"
    entries = f"""
- {{id: f, type: flashcard, front: {text}, back: {text}, explain: {text}, reference: {text}}}
- {{id: m, type: multiple_choice, question: {text}, answer: {text}, distractors: [b], reference: r}}
- {{id: c, type: cloze, text: '<b> {{{{c1::<i>}}}} {{{{Text}}}} ]]>', reference: {text}}}
- {{id: s, type: short_answer, question: {text}, answer: {text}, reference: r}}
"""
    build_and_import(collection, write_project(tmp_path / "p", entries), tmp_path)
    shown = cards(collection)
    assert len(shown) == 4
    plain = evil + r" \(q\)"
    for _, front, _ in (shown[0], shown[1], shown[3]):
        assert plain in front
    assert shown[0][2].count(plain) == 4
    assert "<b> [...] {{Text}} ]]>" in shown[2][1]
    assert "<b> <i> {{Text}} ]]>" in shown[2][2]
    assert_sound(collection)


FORMULAS = r"""
- id: c
  type: cloze
  text: 'A {{c1::$\sqrt{\frac{a}{b^{c}}}$::like $\frac{{x}}{y}$}} B {{c2::$\left\{ x<y \right.$}} C
    $\{2\}$'
  reference: '$\mathrm{{c9::z}}$'
"""


def test_formulas_stay_whole_in_gaps_and_beside_them(
    collection: Collection, tmp_path: Path
) -> None:
    """MathJax needs its delimiters and all between in one run of text, without tags."""
    root = write_project(tmp_path / "p", FORMULAS, bank="math: true\n")
    build_and_import(collection, root, tmp_path)
    first, second = (collection.get_card(card) for card in collection.find_cards(""))
    for card in (first, second):
        runs = [unescape(run) for run in re.split("<[^>]*>", card.answer())]
        for formula in (
            r"\(\sqrt{\frac{a}{b^{c}}}\)",
            r"\(\left\{ x<y \right.\)",
            r"\(\{2\}\)",
            r"\(\mathrm{{c9::z}}\)",
        ):
            assert any(formula in run for run in runs), formula
    assert r"A [like \(\frac{{x}}{y}\)] B" in visible(first.question())
    assert_sound(collection)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=20))
def test_any_text_arrives(sources: list[str]) -> None:
    texts = [parse_text(source) for source in sources]
    assume(not any(text.images for text in texts))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.apkg"
        notes = [_note(number, text) for number, text in enumerate(texts)]
        decks = [DeckData(1 << 40, "Any", "", notes)]
        path.write_bytes(package(decks, {}, "", BUILT * 1000, {"flashcard": BUILT}))
        opened = Collection(f"{folder}/collection.anki2")
        try:
            options = ImportAnkiPackageOptions()
            request = ImportAnkiPackageRequest(package_path=str(path), options=options)
            opened.import_anki_package(request)
            shown = [front for _, front, _ in cards(opened)]
        finally:
            opened.close()
    composed = [unicodedata.normalize("NFC", text.plain) for text in texts]  # as Anki stores it
    assert shown == [" ".join(text.split()) for text in composed]


def _note(number: int, text: Text) -> StampedNote:
    field = Html({}).text(text)
    content = {"id": str(number), "front": field, "back": field}
    return StampedNote(
        packed(NoteData(FLASHCARD, f"guid{number}", content, (0,), ())), BUILT, number + 1
    )
