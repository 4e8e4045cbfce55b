"""Files that say they are made of the same are the same, whatever has changed elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support import PIXEL, load_bank, write_bank
from support.changing import changes

from quizgen.assemble.shuffle import display_order
from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.model.assessment import (
    Assessment,
    CardSheet,
    EditionName,
    Flashcards,
    Head,
    Logo,
    Printing,
    Question,
    Section,
    Worksheet,
)
from quizgen.model.bank import Bank, GlossaryEntry
from quizgen.model.diagnostics import Report
from quizgen.model.text import Image, parse_text
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.writers import WRITERS, Artifact, Context
from quizgen.writers.anki.deck_part import AnkiDeck, StudyOptions, Subdecks
from quizgen.writers.practice.quiz import Packaging, Quiz

EXPLAINED = """
- id: all-of-it
  type: multiple_choice
  question: In *which* city? ![a map](map.png)
  answer: Seoul
  distractors: [{text: Tokyo, rationale: They met there earlier.}, Canberra]
  explain: They met [there](https://example.org).
  evidence: sat down in Seoul
  difficulty: easy
  tags: [places]
  points: 2
"""
TITLE = parse_text("What *they* said")


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """An item of each type, and one with all that an item can have."""
    source = EXPLAINED + "".join(kind.example for kind in QUESTION_TYPES)
    found, _ = load_bank(write_bank(tmp_path, source, media={"map.png": PIXEL}))
    return found


def _questions(bank: Bank) -> tuple[Question, ...]:
    return tuple(Question(n, one, display_order(one, "")) for n, one in enumerate(bank.items, 1))


def _worksheets(bank: Bank) -> Assessment:
    printing = Printing(editions=(EditionName.STANDARD, EditionName.LARGE_PRINT), teacher=True)
    questions = _questions(bank)[:1]  # each further one takes the test seconds
    section = Section(TITLE, TITLE, questions, (TITLE,))
    head = Head(TITLE, Logo(Image("map.png", "a map")), (TITLE, TITLE))
    of_form = [
        Worksheet(
            *("w", TITLE, printing, TITLE, (section,), form, "01234567", bank.passage),
            (GlossaryEntry(TITLE, TITLE, "fr"),),
            head,
        )
        for form in ("A", "B")
    ]
    return Assessment("deck", bank, {"worksheets": tuple(of_form)})


def _flashcards(bank: Bank) -> Assessment:
    return Assessment(
        "deck", bank, {"flashcards": (Flashcards("f", TITLE, CardSheet(), _questions(bank)),)}
    )


def _anki(bank: Bank) -> Assessment:
    options = StudyOptions("Slow", 5, 50, (1, 10), True, 0.85, 4)
    deck = AnkiDeck("Deck", Subdecks.TOPIC, TITLE, _questions(bank), options)
    return Assessment("deck", bank, {"anki": deck})


def _practice(bank: Bank) -> Assessment:
    section = Section(TITLE, TITLE, _questions(bank))
    sheet = Worksheet(
        *("p", TITLE, Printing(), TITLE, (section,), "A", "01234567", bank.passage),
        (GlossaryEntry(TITLE, TITLE, "fr"),),
    )
    quiz = Quiz(sheet, minutes=5, packages=(Packaging.SCORM,))
    return Assessment("deck", bank, {"practice": (quiz,)})


def _made(of: Assessment) -> dict[str, tuple[str, Artifact]]:
    """Each file with the digest of what it is made of."""
    digester = Fingerprinter({**of.bank.media, **of.logos})
    return {
        str(one.path): (digester.digest(one.inputs), one)
        for writer in WRITERS
        if writer.is_requested(of)
        for one in writer.write(of, Context(1, Report()))
        if one.inputs
    }


@pytest.mark.parametrize("kind", [_worksheets, _flashcards, _anki, _practice])
def test_the_same_digest_means_the_same_bytes(
    kind: Callable[[Bank], Assessment], bank: Bank
) -> None:
    topics = tuple(replace(topic, items=()) for topic in bank.topics)
    assessment = replace(kind(bank), bank=replace(bank, topics=topics))
    before = {path: (digest, one.content) for path, (digest, one) in _made(assessment).items()}
    same = different = 0
    for where, changed in changes(assessment):
        try:
            after = _made(changed)
        except (IndexError, KeyError, ValueError):
            continue  # an order, a key or a topic that points nowhere: no reader gives that
        for path in before.keys() & after.keys():
            (digest, content), (now, one) = before[path], after[path]
            if digest == now:
                assert one.content == content, (path, where)
            same, different = same + (digest == now), different + (digest != now)
    assert min(same, different) > 10
