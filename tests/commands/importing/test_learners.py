"""What pupils get who studied the old deck, in real Anki with its default options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notetypes_pb2 import ChangeNotetypeRequest
from support.importing import built, imported
from support.packages import StockNote, anki_package

from quizgen.writers.anki.note_types import FLASHCARD

OLD = tuple(StockNote("Basic", (f"question {n}", f"answer {n}")) for n in range(3))
FAR = 4_000_000_000
"""A time later than any that Anki gives a note today."""


class Pupil:
    """A collection that studied the old deck: every card is due in five days."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.root = folder / "project"
        self.old = anki_package(folder, OLD)
        imported(self.old, self.root, "geo")
        self.collection = Collection(str(folder / "pupil.anki2"))
        self.take(self.old)
        self.collection.sched.set_due_date(self.collection.find_cards(""), "5")

    def take(self, package: Path) -> Any:
        request = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        return self.collection.import_anki_package(request).log

    def correct(self, old: str, new: str) -> None:
        (topic,) = (self.root / "question_bank/geo").glob("geography.yaml")
        topic.write_text(topic.read_text().replace(old, new))

    def change_note_type(self) -> None:
        """What Anki's Browse window does for Notes > Change Note Type."""
        models = self.collection.models
        old, new = models.by_name("Basic"), models.get(FLASHCARD.id)  # type: ignore[arg-type]
        notes = list(self.collection.find_notes('note:"Basic*"'))
        old_id = self.collection.get_note(notes[0]).mid
        assert old is not None
        assert new is not None
        names = [field["name"] for field in new["flds"]]
        request = ChangeNotetypeRequest(
            note_ids=notes,
            old_notetype_id=old_id,
            old_notetype_name="Basic",
            new_notetype_id=new["id"],
            new_fields=[{"Front": 0, "Back": 1}.get(name, -1) for name in names],
            new_templates=[0, -1],
            current_schema=self.collection.db.scalar("select scm from col"),  # type: ignore[union-attr]
        )
        models.change_notetype_of_notes(request)

    @property
    def intervals(self) -> list[int]:
        cards = [self.collection.get_card(c) for c in self.collection.find_cards("")]
        return [card.ivl for card in cards]


@pytest.fixture
def pupil(tmp_path: Path) -> Any:
    made = Pupil(tmp_path / "pupil")
    yield made
    made.collection.close()


def test_the_old_cards_stay_and_no_second_ones_come(pupil: Pupil) -> None:
    log = pupil.take(built(pupil.root, FAR))
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 3)
    assert pupil.intervals == [5, 5, 5]


def test_without_the_guid_every_card_would_be_there_twice(pupil: Pupil) -> None:
    """Why the key `guid` is there."""
    pupil.correct("  guid: ", "  tags: ")
    assert len(pupil.take(built(pupil.root, FAR)).new) == 3
    assert len(pupil.intervals) == 6


def test_after_changing_the_note_type_corrections_arrive_and_reviews_stay(pupil: Pupil) -> None:
    pupil.take(built(pupil.root, FAR))
    pupil.change_note_type()
    assert pupil.intervals == [5, 5, 5]
    pupil.correct("answer 1", "the right answer")
    log = pupil.take(built(pupil.root, FAR + 60))
    assert len(log.conflicting) == 0
    notes = pupil.collection.find_notes("")
    backs = [pupil.collection.get_note(note)["Back"] for note in notes]
    assert backs == ["answer 0", "the right answer", "answer 2"]
    assert pupil.intervals == [5, 5, 5]


def test_a_question_that_is_removed_retires(pupil: Pupil) -> None:
    pupil.take(built(pupil.root, FAR))
    pupil.change_note_type()
    (topic,) = (pupil.root / "question_bank/geo").glob("geography.yaml")
    kept, _, removed = topic.read_text().partition("- id: question-2")
    assert removed
    topic.write_text(kept)
    built(pupil.root, FAR + 60, "geo")
    pupil.take(pupil.root / "dist/geo/geo-update.apkg")
    empty = pupil.collection.get_empty_cards().notes
    assert [pupil.collection.get_note(note.note_id)["Id"] for note in empty] == ["geo/question-2"]


def test_new_pupils_get_the_whole_deck(pupil: Pupil, tmp_path: Path) -> None:
    fresh = Collection(str(tmp_path / "fresh.anki2"))
    request = ImportAnkiPackageRequest(
        package_path=str(built(pupil.root, FAR)), options=ImportAnkiPackageOptions()
    )
    assert len(fresh.import_anki_package(request).log.new) == 3
    fresh.close()
