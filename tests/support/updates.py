"""A learner who has the first deck of a bank, and a review on each of its cards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quizgen import build
from support import write_project

FIRST = 1_700_000_000
QUESTIONS = """
- {id: a, type: multiple_choice, question: Where?, answer: Seoul, distractors: [X], reference: r}
- {id: b, type: short_answer, question: Who?, answer: Akiba, reference: r}
- {id: c, type: cloze, text: "{{c1::Two}} or {{c2::three}}", reference: r}
- id: d
  type: matching
  question: Match.
  pairs: {Sullivan: US, Cho: Korea, Akiba: Japan}
  reference: r
- {id: e, type: timeline, question: When?, events: {2001: one, 2002: two}, reference: r}
"""


class Learner:
    """A collection that has the first deck, with a review on every card."""

    def __init__(self, root: Path, questions: str = QUESTIONS, **project: Any) -> None:
        self.root = root
        self.collection = Collection(str(root / "collection.anki2"))
        self.built = FIRST
        self.change(questions, **project)
        self.import_(self.package())
        db = self.collection.db
        assert db is not None
        db.execute("insert into revlog select id, id, -1, 3, 10, 1, 2500, 1000, 1 from cards")
        db.execute("update cards set type = 2, queue = 2, ivl = 10, reps = 1, due = 20")
        self.collection.fix_integrity()  # reviews written by hand lack what Anki adds to them
        self.before = self.reviews()

    def change(self, questions: str, **project: Any) -> None:
        write_project(self.root / "project", questions, **project)

    def package(self, name: str = "talks.apkg") -> Path:
        """Build, some seconds after the last time."""
        result = build(self.root / "project", built=self.built)
        self.built += 60
        assert result.files or result.up_to_date, result.diagnostics
        return self.root / "project" / "dist" / "talks" / name

    def import_(self, package: Path) -> dict[str, int]:
        """How many notes Anki counts as new, updated, … with its default options."""
        request = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        kinds = ("new", "updated", "conflicting", "first_field_match", "missing_notetype")
        return {kind: len(getattr(log, kind)) for kind in kinds if len(getattr(log, kind))}

    def reviews(self) -> list[Any]:
        db = self.collection.db
        assert db is not None
        found = db.all(
            "select c.id, c.type, c.queue, c.due, c.ivl, c.reps, r.id, r.ease"
            " from cards c join revlog r on r.cid = c.id order by c.id"
        )
        return list(found)

    def assert_nothing_lost(self) -> None:
        assert self.reviews() == self.before
        report, fine = self.collection.fix_integrity()
        assert fine, report

    def note(self, item: str) -> Any:
        (note_id,) = self.collection.find_notes(f'Id:"talks/{item}"')
        return self.collection.get_note(note_id)

    def parts(self, item: str, field: str) -> dict[str, int]:
        """The notes of an item, by what stands in `field`."""
        notes = self.collection.find_notes(f'Id:"talks/{item}/*"')
        return {self.collection.get_note(note)[field]: note for note in notes}
