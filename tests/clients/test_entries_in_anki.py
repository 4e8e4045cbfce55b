"""The author's entry in a field, in real Anki: it comes with its note, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anki.collection import ExportAnkiPackageOptions
from support import PIXEL, write_project
from support.entries import before_entries, envelopes, without_entries
from support.importing import BUILT, built, imported
from support.learners import Learner
from support.packages import read
from support.paths import ROOT

from quizgen import build
from quizgen.commands.importing import ImportLoss
from quizgen.writers.anki.note_types import NOTE_TYPES

YEAR = 31_536_000
DECK = "bank: talks\nanki: {deck: Talks}\n"
QUESTIONS = """
- {id: a, type: multiple_choice, question: Where?, answer: Seoul, distractors: [X, Y, Z],
   points: 3, reference: r}
- {id: b, type: cloze, text: "{{c1::Two}} of {{c2::three}}", explain: "{{c9::no gap}} <b>",
   reference: r, points: 4}
- {id: c, type: matching, question: Match., pairs: {x: '1', y: '2', z: '3'}, reference: r}
- {id: d, type: flashcard, front: '![a map](map.png)', back: Here, points: 5, reference: r}
"""


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    one = Learner(tmp_path / "learner")
    yield one
    one.close()


def state(learner: Learner) -> dict[str, Any]:
    """All that a learner has of notes, cards and reviews, and the time of the last full change."""
    db = learner.db
    return {
        "notes": db.all("select * from notes order by id"),
        "cards": db.all("select * from cards order by id"),
        "reviews": db.all("select * from revlog order by id"),
        "full sync": db.scalar("select scm from col"),
    }


def synced(learner: Learner) -> None:
    """Leave nothing that waits for the next sync."""
    for table in ("notes", "cards", "revlog"):
        learner.db.execute(f"update {table} set usn = 5")


def waiting(learner: Learner) -> int:
    """How many notes and cards the next sync would send."""
    return sum(
        learner.db.scalar(f"select count() from {table} where usn = -1")
        for table in ("notes", "cards")
    )


def last_fields(learner: Learner) -> set[str]:
    """The names of the last field of quizgen's note types, as the database has them."""
    place = "select max(ord) from fields where ntid = f.ntid"
    query = f"select name from fields f where ntid = ? and ord = ({place})"
    present = {id for (id,) in learner.db.all("select distinct mid from notes")}
    return {learner.db.scalar(query, kind.id) for kind in NOTE_TYPES if kind.id in present}


def sample(tmp_path: Path) -> Path:
    """The sample as a later quizgen builds it, after the ledgers in the repository."""
    for folder in ("question_bank", "decks"):
        shutil.copytree(ROOT / folder, tmp_path / "sample" / folder)
    build(tmp_path / "sample", built=BUILT + 5 * YEAR)
    return tmp_path / "sample/dist/seoul-talks/seoul-talks.apkg"


def test_a_learner_of_the_sample_keeps_every_review_and_no_note_is_touched(
    tmp_path: Path, learner: Learner
) -> None:
    dist = ROOT / "dist/seoul-talks/seoul-talks.apkg"
    assert learner.take(without_entries(dist, tmp_path / "earlier.apkg")) == {"new": 83}
    assert last_fields(learner) == {"Spare 6"}
    learner.review_new()
    synced(learner)
    before, intervals = state(learner), learner.intervals()
    new = sample(tmp_path)
    assert envelopes(read(new)) == {}
    assert learner.take(new) == {}
    assert state(learner) == before
    assert learner.intervals() == intervals
    assert waiting(learner) == 0
    assert last_fields(learner) == {"Entry"}


def test_a_field_more_would_ask_for_a_full_sync(tmp_path: Path, learner: Learner) -> None:
    """What the test above looks at changes where a note type really does."""
    learner.take(ROOT / "dist/seoul-talks/seoul-talks.apkg")
    before = state(learner)["full sync"]
    note_type = learner.collection.models.by_name("quizgen Choice")
    assert note_type is not None
    learner.collection.models.add_field(note_type, learner.collection.models.new_field("Mine"))
    learner.collection.models.update_dict(note_type)
    assert state(learner)["full sync"] != before


def project(tmp_path: Path, questions: str, time: int) -> Path:
    media = {"map.png": PIXEL}
    write_project(tmp_path / "project", questions, deck=DECK, media=media)  # type: ignore[arg-type]
    build(tmp_path / "project", built=time)
    return tmp_path / "project/dist/talks/talks.apkg"


def test_what_no_card_shows_reaches_learners_with_its_note(
    tmp_path: Path, learner: Learner
) -> None:
    learner.take(project(tmp_path, QUESTIONS, BUILT))
    learner.review_new()
    more = QUESTIONS.replace("points: 3", "points: 9").replace("pairs:", "points: 2, pairs:")
    later = project(tmp_path, more, BUILT + 60)
    assert envelopes(read(later))["talks/a"]["entry"]["points"] == "9"
    assert learner.take(later) == {"updated": 2}
    assert has_what_is_in(learner, later)
    learner.assert_reviews_kept()


NO_CHANGES = {
    "keys in another order": lambda text: text.replace(
        "points: 3, reference: r", "reference: r, points: 3"
    ),
    "quotation marks": lambda text: text.replace("answer: Seoul", "'answer': 'Seoul'"),
    "a remark": lambda text: text.replace("points: 3,", "# three\n   points: 3,"),
    "another id": lambda text: text.replace("id: d,", "id: e, renamed_from: d,"),
    "pairs in another order": lambda text: text.replace("x: '1', y: '2'", "y: '2', x: '1'"),
}


@pytest.mark.parametrize("name", NO_CHANGES)
def test_what_says_the_same_is_not_sent_again(name: str, tmp_path: Path, learner: Learner) -> None:
    learner.take(project(tmp_path, QUESTIONS, BUILT))
    learner.review_new()
    synced(learner)
    before = state(learner)
    changed = NO_CHANGES[name](QUESTIONS)
    assert changed != QUESTIONS
    for number in (1, 2):
        later = project(tmp_path, changed, BUILT + number * YEAR)
        assert learner.take(later) == {}
        assert has_what_is_in(learner, later)
    assert state(learner) == before
    assert waiting(learner) == 0


def test_a_question_renamed_twice_is_not_sent_again(tmp_path: Path, learner: Learner) -> None:
    project(tmp_path, QUESTIONS, BUILT)
    renamed = QUESTIONS.replace("id: d,", "id: e, renamed_from: d,").replace("Here", "There")
    learner.take(project(tmp_path, renamed, BUILT + 60))
    again = renamed.replace("id: e, renamed_from: d,", "id: f, renamed_from: e,")
    later = project(tmp_path, again, BUILT + 120)
    assert learner.take(later) == {}
    assert envelopes(read(later))["talks/d"]["id"] == "e"
    assert has_what_is_in(learner, later)
    corrected = project(tmp_path, again.replace("There", "Here"), BUILT + 180)
    assert learner.take(corrected) == {"updated": 1}
    assert envelopes(read(corrected))["talks/d"]["id"] == "f"


def test_a_correction_brings_its_entry_and_leaves_the_others(
    tmp_path: Path, learner: Learner
) -> None:
    with before_entries():
        first = project(tmp_path, QUESTIONS, BUILT)
    learner.take(without_entries(first, tmp_path / "earlier.apkg"))
    learner.review_new()
    later = project(tmp_path, QUESTIONS.replace("Where?", "In which city?"), BUILT + YEAR)
    assert learner.take(later) == {"updated": 1}
    assert [note.fields[-1] != "" for note in notes(learner)] == [True] + [False] * 5
    assert sorted(learner.db.list("select ivl from cards")) == [*range(30, 37)]
    again = build(tmp_path / "project", built=BUILT + 2 * YEAR, resend=["b"])
    assert again.files
    assert learner.take(later) == {"updated": 1}
    assert [note.fields[-1] != "" for note in notes(learner)] == [True] * 2 + [False] * 4
    assert has_what_is_in(learner, later)


def has_what_is_in(learner: Learner, package: Path) -> bool:
    """Whether the fields of all notes of `learner` are those in `package`."""
    present = {note.guid: tuple(note.fields) for note in notes(learner)}
    return present == {note.guid: note.fields for note in read(package).notes}


def notes(learner: Learner) -> list[Any]:
    ids = learner.collection.find_notes("")
    return [learner.collection.get_note(id) for id in sorted(ids)]


@pytest.mark.parametrize("legacy", [True, False])
def test_a_teacher_gets_the_entries_out_of_anki_again(
    legacy: bool, tmp_path: Path, learner: Learner
) -> None:
    learner.take(project(tmp_path, QUESTIONS, BUILT))
    learner.review_new()
    options = ExportAnkiPackageOptions(legacy=legacy, with_media=True)
    exported = tmp_path / "exported.apkg"
    learner.collection.export_anki_package(out_path=str(exported), options=options, limit=None)
    losses = imported(exported, tmp_path / "again").losses
    assert set(losses) == {ImportLoss.WORKSHEETS}
    text = (tmp_path / "again/question_bank/talks/people.yaml").read_text()
    for line in ("points: 3", "points: 4", "points: 5", "![a map](map.png)"):
        assert line in text
    assert (tmp_path / "again/question_bank/talks/media/map.png").read_bytes() == PIXEL
    before = {note.guid: note.modified for note in read(exported).notes}
    package = built(tmp_path / "again", BUILT + YEAR)
    assert {note.guid: note.modified for note in read(package).notes} == before


def test_the_entry_makes_no_card_and_shows_no_file(tmp_path: Path, learner: Learner) -> None:
    learner.take(project(tmp_path, QUESTIONS, BUILT))
    collection = learner.collection
    assert len(collection.find_cards("")) == 7
    assert not list(collection.get_empty_cards().notes)
    checked = collection.media.check()
    assert not list(checked.missing)
    assert not list(checked.unused)
    for note in notes(learner):
        sides = [side for card in note.cards() for side in (card.question(), card.answer())]
        assert not any('"of":' in side for side in sides)
    for note in notes(learner):
        note.fields[-1] += " "
        collection.update_note(note)
    assert len(collection.find_cards("")) == 7


def test_a_part_of_the_deck_is_read_from_its_cards(tmp_path: Path, learner: Learner) -> None:
    """Questions of which only some notes were exported."""
    dated = (
        "- {id: t, type: timeline, question: q, events: {1: A, 2: B}, points: 6, reference: r}\n"
    )
    learner.take(project(tmp_path, QUESTIONS + dated, BUILT))
    names = {note["Id"]: note.id for note in notes(learner)}
    parts = [min(name for name in names if name.startswith(f"talks/{id}/")) for id in "ct"]
    learner.collection.remove_notes([names[name] for name in parts])
    exported = tmp_path / "exported.apkg"
    options = ExportAnkiPackageOptions(legacy=True, with_media=True)
    learner.collection.export_anki_package(out_path=str(exported), options=options, limit=None)
    losses = imported(exported, tmp_path / "again").losses
    assert {loss.item.value for loss in losses[ImportLoss.CARDS_ALONE]} <= {"c", "t"}
    assert "t" in {loss.item.value for loss in losses[ImportLoss.CARDS_ALONE]}
