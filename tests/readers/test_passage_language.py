"""A passage in another language than its questions: each reader hears it in its own."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from support import load_bank, told, write_bank, write_project
from support.poppler import poppler

from quizgen import build, check
from quizgen.commands.stats import bank_facts
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.readers.apkg import read_package

PASSAGE = """# Les pourparlers

1. Trois conseillers se sont assis à la même table à Séoul en décembre 2023.

2. Ils ont parlé de sanctions.
"""
QUESTIONS = """
- id: host-city
  type: short_answer
  question: In which Asian capital did the three advisers meet?
  answer: Seoul
  evidence: se sont assis à la même table à Séoul
"""
DECK = """
bank: talks
anki: {deck: Talks}
worksheets:
- {name: sheet, title: T, passage: true, glossary: true, teacher: true, sections: [{title: S}]}
"""
SAID = "language: en\npassage_language: fr\nglossary: {sanctions: penalties}\n"


def bank_in(tmp_path: Path, said: str = SAID) -> Bank:
    bank, diagnostics = load_bank(write_bank(tmp_path, QUESTIONS, passage=PASSAGE, bank=said))
    assert told(diagnostics) == []
    return bank


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    root = write_project(tmp_path, QUESTIONS, deck=DECK, passage=PASSAGE, bank=SAID)
    assert build(root, built=1_700_000_000).files
    return root / "dist" / "talks"


def languages(content: bytes) -> list[tuple[str, str]]:
    """The kind and the language of each structure element that names one, from first to last."""
    found: list[tuple[str, str]] = []

    def walk(element: Any) -> None:
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            return
        if "/Lang" in element:
            found.append((str(element.S), str(element.Lang)))
        kids: Any = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            walk(kid)

    with pikepdf.open(io.BytesIO(content)) as pdf:
        for kid in pdf.Root.StructTreeRoot.K:
            walk(kid)
    return found


def test_on_paper_passage_and_words_are_in_its_language(dist: Path) -> None:
    sheet = (dist / "sheet.pdf").read_bytes()
    assert languages(sheet) == [("/Sect", "fr"), ("/Lbl", "fr")]


@pytest.mark.parametrize("name", ["sheet-key", "sheet-teacher"])
def test_on_paper_a_quote_is_in_its_language(dist: Path, name: str) -> None:
    content = (dist / f"{name}.pdf").read_bytes()
    assert [found for found in languages(content) if found[0] == "/Span"] == [("/Span", "fr")]
    (dist / "told.pdf").write_bytes(content)
    lines = poppler("pdfinfo", "-struct-text", dist / "told.pdf").splitlines()
    assert '"se sont assis à la même table à Séoul"' in map(str.strip, lines)


def test_on_a_card_the_quote_is_in_its_language(dist: Path) -> None:
    path = dist / "talks.apkg"
    package = read_package(path.read_bytes(), path, Report())
    assert package is not None
    [source] = [field for field in package.notes[0].fields if '<span lang="fr"' in field]
    assert '<span lang="fr" dir="auto">se sont assis à la même table à Séoul</span>' in source
    assert source.startswith("Passage, paragraph 1")


def test_a_passage_in_the_banks_language_says_nothing_of_it(tmp_path: Path) -> None:
    passage = bank_in(tmp_path, "language: fr\npassage_language: fr\n").passage
    assert passage is not None
    assert passage.language is None


def test_its_syllables_are_counted_in_its_language(tmp_path: Path) -> None:
    french = bank_facts(bank_in(tmp_path), []).reading
    english = bank_facts(bank_in(tmp_path, "language: en\n"), []).reading
    assert french is not None
    assert english is not None
    assert french.ease != english.ease
    assert french.grade is None


def test_advice_that_compares_words_with_the_passage_keeps_silent(tmp_path: Path) -> None:
    bank = "language: en\n"
    questions = QUESTIONS.replace("In which Asian", "In December 2022, in which Asian")
    write_project(tmp_path, questions, deck=DECK.replace("glossary: true, ", ""), passage=PASSAGE)
    head = tmp_path / "question_bank" / "talks" / "bank.yaml"
    plain = head.read_text(encoding="utf-8") + bank
    head.write_text(plain, encoding="utf-8")
    assert "number-or-name-not-in-passage" in {d.name for d in check(tmp_path)}
    head.write_text(plain + "passage_language: fr\n", encoding="utf-8")
    assert "number-or-name-not-in-passage" not in {d.name for d in check(tmp_path)}
