"""What keeps a note the same note."""

from __future__ import annotations

from pathlib import Path

from support import clean_items

from quizgen.model.item import GapFill
from quizgen.model.ledger import NoteKey
from quizgen.writers.anki.identity import guid
from quizgen.writers.anki.notes import cloze_ordinals


def test_an_imported_guid_is_that_of_the_first_note_alone() -> None:
    """Two notes of one guid would be one note to Anki, and the second would vanish."""
    first, second = (NoteKey("item", part, "match") for part in (0, 1))
    assert guid("bank", first, "kept") == "kept"
    assert guid("bank", second, "kept") == guid("bank", second) != "kept"


def test_gaps_of_one_number_are_one_card(tmp_path: Path) -> None:
    entry = "- {id: a, type: cloze, reference: r, text: '{{c2::In}} {{c1::Seoul}} {{c2::and}} so'}"
    (item,) = clean_items(tmp_path, entry)
    assert isinstance(item.interaction, GapFill)
    assert cloze_ordinals(item.interaction) == (0, 1)
