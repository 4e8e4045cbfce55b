"""Every card of a question shows its case, and stays the same note with it and without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.forms import entry, one_of_each, text

from quizgen.assemble.shuffle import display_order
from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.case import Case
from quizgen.model.item import Item, Word
from quizgen.model.ledger import NoteKey
from quizgen.model.translations import Translations
from quizgen.writers.anki.html import Html
from quizgen.writers.anki.notes import NoteData, complete, drafts_of

CASE = Case(Word("town"), text("A <town> {{c1::plans}} }} its budget."))
SHOWN = "A &lt;town&gt;"
ITEMS = one_of_each()


def question(made: Item) -> Question:
    return Question(1, made, display_order(made, "seed"))


def notes(made: Item) -> list[NoteData]:
    html, words = Html({}), Translations("en")
    bank = Bank("talks", text("Talks"), "en", ())
    return [
        complete(draft, NoteKey("x", part, draft.note_type.slug), made, bank, html, words, None)
        for part, draft in enumerate(drafts_of(question(made), html, words))
    ]


@pytest.mark.parametrize("made", ITEMS, ids=lambda made: made.id.value)
def test_every_note_shows_the_case_and_is_the_same_note(made: Item) -> None:
    alone, in_case = notes(made), notes(replace(made, case=CASE))
    assert [note.guid for note in in_case] == [note.guid for note in alone]
    assert [note.ordinals for note in in_case] == [note.ordinals for note in alone]
    for note in in_case:
        assert any(SHOWN in value for value in note.content.values())
        assert "{{c1::plans" not in "".join(note.content.values())


def test_both_directions_of_a_flashcard_show_the_case() -> None:
    [note] = notes(replace(ITEMS[-1], case=CASE))
    assert SHOWN in note.content["front"]
    assert SHOWN in note.content["back"]


def test_what_is_spoken_begins_with_the_case() -> None:
    [note] = notes(replace(entry("b"), case=CASE, speaks=True))
    spoken = note.content["spare-4"]
    assert spoken.index("its budget.") < spoken.index("stem-b")
