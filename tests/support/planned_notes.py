"""A small deck's notes, planned with and without what is kept of them, for tests to compare."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.assemble.shuffle import display_order
from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.ledger import Ledger
from quizgen.writers.anki.deck_part import ANKI_FORM, AnkiDeck, Subdecks
from quizgen.writers.anki.kept_notes import KeptNotes
from quizgen.writers.anki.note_type import ENTRY_FIELD
from quizgen.writers.anki.packed import packed
from quizgen.writers.anki.planning import plan
from support import load_bank
from support.kept_reading import Dict

QUESTIONS = """
- id: host
  type: multiple_choice
  question: In which city did they meet?
  answer: Seoul
  distractors: [Tokyo, Washington, Canberra]
  evidence: They spoke of sanctions
  points: 2
- id: pairs
  type: matching
  question: Match each adviser to a country.
  pairs: {Jake: United States, Takeo: Japan}
  reference: a book
- id: map
  type: flashcard
  front: "![a map](map.png)"
  back: Korea
  reference: a book
"""
BUILT = 1_700_000_000


class Scene(NamedTuple):
    """All that a plan is made of."""

    bank: Bank
    anki: AnkiDeck
    ledger: Ledger = Ledger()
    resent: frozenset[str] = frozenset()


def scene_in(root: Path, ledger: Ledger | None = None) -> Scene:
    bank, _ = load_bank(root / "question_bank" / "talks")
    questions = tuple(
        Question(n, item, display_order(item, bank.id, ANKI_FORM))
        for n, item in enumerate(bank.items, 1)
    )
    return Scene(bank, AnkiDeck("Talks", Subdecks.NONE, None, questions), ledger or Ledger())


def notes(scene: Scene, store: Dict | None = None, deck: str = "talks") -> Any:
    """The notes of `scene`, and their rows."""
    bank, anki, ledger, resent = scene
    keeper = None if store is None else partial(KeptNotes, bank, deck, anki.flips, store)
    planned = plan(anki, bank, ledger, BUILT, frozenset(), resent, keeper)
    return planned.notes, planned.ledger.notes


def sent_without_entry(scene: Scene) -> Ledger:
    """A ledger of learners who have the notes as they were before there were entries."""
    planned = plan(scene.anki, scene.bank, Ledger(), BUILT)
    rows = {}
    for key, note, _, _ in planned.notes:
        content = {**note.data.content, ENTRY_FIELD.slug: ""}
        digest = packed(replace(note.data, content=content)).digest
        rows[key] = planned.ledger.notes[key]._replace(digest=digest)
    return replace(planned.ledger, notes=rows)


def with_rows(scene: Scene, item: str, **values: Any) -> Scene:
    rows = {
        key: row._replace(**values) if key.item == item else row
        for key, row in scene.ledger.notes.items()
    }
    return scene._replace(ledger=replace(scene.ledger, notes=rows))


def with_keys(scene: Scene, item: str, change: Callable[[Any], Any]) -> Scene:
    rows = {
        change(key) if key.item == item else key: row for key, row in scene.ledger.notes.items()
    }
    return scene._replace(ledger=replace(scene.ledger, notes=rows))


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "question_bank" / "talks" / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
