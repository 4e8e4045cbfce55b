"""Evidence is looked for word for word, and the message names the nearest place."""

from __future__ import annotations

from pathlib import Path

from support import load_bank, told, write_bank

from quizgen.model.diagnostics import Diagnostic

PASSAGE = "# T\n\n1. It’s so - as he said.\n\n2. Three advisers sat down in Seoul.\n"


def _found(root: Path, quote: str, passage: str | None = PASSAGE) -> list[Diagnostic]:
    entry = f"- {{id: a, type: flashcard, front: f, back: b, evidence: '{quote}'}}"
    return load_bank(write_bank(root, entry, passage=passage))[1]


def test_capitals_are_part_of_a_quote(tmp_path: Path) -> None:
    assert told(_found(tmp_path, "Sat down in Seoul")) == ["evidence-not-in-passage@3:57"]


def test_other_marks_at_the_start_of_a_paragraph_are_told(tmp_path: Path) -> None:
    (only,) = _found(tmp_path, "It''s so")
    assert only.help is not None
    assert "differ; paragraph 1 has them as in: It’s so" in only.help


def test_a_short_quote_that_differs_in_a_comma_is_named_with_its_place(tmp_path: Path) -> None:
    (only,) = _found(tmp_path, "so, as")
    assert only.help is not None
    assert "paragraph 1 has “so - as”" in only.help


def test_no_quote_is_looked_for_where_the_passage_cannot_be_read(tmp_path: Path) -> None:
    bank = "passage: passage.md\n"
    entry = "- {id: a, type: flashcard, front: f, back: b, evidence: sat down}"
    folder = write_bank(tmp_path, entry, passage=None, bank=bank)
    assert [d.name for d in load_bank(folder)[1]] == ["unreadable-file"]
