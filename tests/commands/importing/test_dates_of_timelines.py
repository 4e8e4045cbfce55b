"""The dates of timelines, in words of the bank's language, come back from own exports."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank
from support.brought import bring

from quizgen.commands.importing.foreign.entry_parts import DatesOfTimelines
from quizgen.model.assessment import Question
from quizgen.model.item import Order
from quizgen.writers.exporting.base import Export
from quizgen.writers.exporting.formats import FORMATS

EVENTS = "{1945: Ende, 1946-05-08: Feier, 1949-05-23: Gesetz}"
ENTRY = f"- {{id: q, type: timeline, question: Was kam zuerst?, events: {EVENTS}, reference: r}}\n"
DATES = ["1945", "1946-05-08", "1949-05-23"]


@pytest.mark.parametrize("into_bank", [True, False])
@pytest.mark.parametrize("language", ["de", "fr", "ko", "pl"])
@pytest.mark.parametrize("name", ["moodle", "csv", "qti3"])
def test_a_timeline_that_begins_with_a_year_comes_back(
    tmp_path: Path, name: str, language: str, into_bank: bool
) -> None:
    source = f"language: {language}\nreference: r\n"
    bank, _ = load_bank(write_bank(tmp_path / "a", ENTRY, bank=source))
    (format,) = (one for one in FORMATS if one.name == name)
    questions = tuple(Question(n, item) for n, item in enumerate(bank.items, 1))
    file = f"all{format.ending}"
    content = format.render(Export("all", format, questions), bank).content
    if into_bank:
        write_bank(tmp_path, "- {id: x, type: flashcard, front: a, back: b}\n", bank=source)
    got = bring(tmp_path, file, content, "talks" if into_bank else None)
    assert all(isinstance(item.interaction, Order) for item in got.items[-1:])
    written = "".join(p.read_text() for p in tmp_path.glob("question_bank/*/*.yaml"))
    assert all(date in written for date in DATES)


def test_a_language_of_one_timeline_does_not_bind_the_next() -> None:
    dates = DatesOfTimelines()
    assert dates.read(["April 1945"]) == ["1945-04"]
    assert dates.read(["1945", "8. Mai 1946"]) == ["1945", "1946-05-08"]
    assert dates.read(["1945", "one day"]) == []


def test_the_language_of_the_bank_comes_first() -> None:
    assert DatesOfTimelines("de").read(["8. Mai 1946", "1947"]) == ["1946-05-08", "1947"]
    assert DatesOfTimelines("de").read(["May 8, 1946", "1947"]) == ["1946-05-08", "1947"]
