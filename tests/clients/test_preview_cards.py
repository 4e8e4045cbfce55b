"""The preview draws cards as the real Anki does."""

from __future__ import annotations

import re
from pathlib import Path

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from support import write_project

from quizgen import build
from quizgen.commands.workspace import Workspace
from quizgen.preview.cards import cards_of
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.writers.anki.deck_part import ANKI
from quizgen.writers.anki.planning import plan

HOSTILE = r"""
- id: h1
  type: cloze
  text: '<b> {{c1::<i> a}} {{c2::b: c::x & y}} {{c1::d}} {{Text}}'
  reference: '{{r}}'
- {id: h2, type: short_answer, question: '{{Front}} & <x>', answer: '< "b" & ''c', reference: r}
- {id: h3, type: numeric, question: q, answer: -1.5, tolerance: 0.5, unit: km^2^, reference: r}
- {id: h4, type: flashcard, front: f, back: b, reversed: true, reference: r}
"""


def test_every_side_is_what_anki_shows(tmp_path: Path) -> None:
    examples = "".join(question_type.example for question_type in QUESTION_TYPES) + HOSTILE
    root = write_project(tmp_path / "p", examples, bank="language: en-GB\n")
    result = build(root, built=1_700_000_000)
    (package,) = [path for path in result.files if path.suffix == ".apkg"]
    workspace = Workspace()
    assessment = workspace.assessment(root / "decks" / "talks.yaml")
    assert assessment is not None
    anki = ANKI.of(assessment)
    assert anki is not None
    ledger = workspace.history(root / "decks" / "talks.yaml", assessment).ledger
    ours = {
        (note.data.guid, ordinal): (card.front.html, card.back.html)
        for note in plan(anki, assessment.bank, ledger, 0).notes
        for ordinal, card in zip(note.data.ordinals, cards_of(note.data), strict=True)
    }
    assert ours == theirs(package, tmp_path)


def theirs(package: Path, folder: Path) -> dict[tuple[str, int], tuple[str, str]]:
    """Guid and ordinal → front and back, from a collection that imported `package`."""
    collection = Collection(str(folder / "c.anki2"))
    try:
        request = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        collection.import_anki_package(request)
        found = {}
        for card_id in collection.find_cards(""):
            card = collection.get_card(card_id)
            note = card.note()
            front, back = drawn(card.question()), drawn(card.answer())
            if "Answer" in note.keys():  # noqa: SIM118 - a note is no mapping
                nothing_typed = collection.compare_answer(note["Answer"], "")
                back = back.replace("[[type:Answer]]", nothing_typed)
            found[note.guid, card.ord] = (front.replace("[[type:Answer]]", INPUT), back)
    finally:
        collection.close()
    return found


INPUT = '<input type="text" id="typeans" aria-label="Your answer">'
"""What stands for the input that Anki's window adds; Anki's own has no name for a screen reader."""


def drawn(html: str) -> str:
    """A side without style, scripts, and what only Anki's own script reads."""
    html = re.sub(r"(?s)<(style|script)>.*?</\1>", "", html)
    return re.sub(r' data-cloze="[^"]*"', "", html).strip()
