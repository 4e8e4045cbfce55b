"""Which pair or event a quotation proves: exports that do not say it tell so."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank

from quizgen.model.assessment import Question
from quizgen.writers.exporting.base import Export
from quizgen.writers.exporting.formats import FORMATS

QUOTE = "The cat sat on the mat"
PAIRS = f"type: matching, pairs: [{{premise: cat, response: mat, evidence: {QUOTE}}}, {{dog: rug}}]"
EVENTS = f"type: timeline, events: [{{date: 1900, event: a, evidence: {QUOTE}}}, {{1950: b}}]"


def _losses(root: Path, name: str, entry: str) -> set[str]:
    folder = write_bank(
        root,
        f"- {{id: q, question: Sort., reference: r, {entry}}}\n",
        bank="reference: r\npassage: passage.md\n",
    )
    (folder / "passage.md").write_text(f"# P\n\n{QUOTE}.\n")
    bank, _ = load_bank(folder)
    (format,) = (one for one in FORMATS if one.name == name)
    questions = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    return {loss.what for loss in format.render(Export("all", format, questions), bank).losses}


@pytest.mark.parametrize("name", ["moodle", "gift", "qti12", "qti21", "qti3", "csv", "xlsx"])
def test_the_place_of_a_quotation_is_told(tmp_path: Path, name: str) -> None:
    assert "which pair a quotation proves" in _losses(tmp_path / "a", name, PAIRS)
    assert "which event a quotation proves" in _losses(tmp_path / "b", name, EVENTS)
    bare = "type: matching, pairs: {cat: mat, dog: rug}, evidence: " + QUOTE
    assert "which pair a quotation proves" not in _losses(tmp_path / "c", name, bare)
