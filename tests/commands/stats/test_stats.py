"""The numbers an author is told, over a bank whose numbers can be counted by hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import load_bank, write_bank, write_project
from support.commands import run

from quizgen.commands.stats import BankFacts, bank_facts
from quizgen.commands.stats.reading_level import reading_level
from quizgen.commands.workspace import Workspace
from quizgen.model.bank import Passage
from quizgen.model.text import Text

QUESTIONS = """
- id: host-city
  type: multiple_choice
  question: In which city did they meet?
  answer: Seoul
  distractors: [Tokyo, Washington]
  evidence: sat down in Seoul
  difficulty: easy
- id: seat
  type: flashcard
  front: Who **sat** down <b>?
  back: Three advisers
  evidence: [Three advisers sat down, sat down in Seoul]
  points: 3
- id: sources
  type: true_false
  question: A law is a source.
  answer: true
  reference: A law
  difficulty: easy
"""


@pytest.fixture
def facts(tmp_path: Path) -> BankFacts:
    write_project(tmp_path, QUESTIONS)
    workspace = Workspace()
    assessment = workspace.assessment(next((tmp_path / "decks").glob("*.yaml")))
    assert assessment is not None
    return bank_facts(assessment.bank, [assessment])


def test_items_are_counted_by_what_they_are(facts: BankFacts) -> None:
    assert (facts.items, facts.points) == (3, 5)
    assert facts.counts_by("type") == {"multiple_choice": 1, "flashcard": 1, "true_false": 1}
    assert facts.counts_by("difficulty") == {"easy": 2, "none given": 1}
    assert facts.counts_by("topic") == {"people": 3}


def test_a_paragraph_that_no_item_asks_about_shows(facts: BankFacts) -> None:
    assert [(p.number, p.items) for p in facts.paragraphs] == [(1, ("host-city", "seat")), (2, ())]


def test_keys_are_counted_where_they_stand(facts: BankFacts) -> None:
    sheet = next(found for found in facts.positions if "sheet" in found.where)
    assert sum(sheet.counts) == 1  # a true-or-false question has no letters
    assert sheet.expected == pytest.approx((1 / 3, 1 / 3, 1 / 3))


def test_each_form_of_a_worksheet_is_told_by_its_letter(tmp_path: Path) -> None:
    root = write_project(tmp_path, QUESTIONS)
    deck = next((root / "decks").glob("*.yaml"))
    deck.write_text(deck.read_text().replace("- name: sheet\n", "- name: sheet\n  forms: 2\n"))
    assessment = Workspace().assessment(deck)
    assert assessment is not None
    found = [positions.where for positions in bank_facts(assessment.bank, [assessment]).positions]
    assert found == [
        f"{deck.stem}: {where}" for where in ("cards, unshuffled", "sheet, form A", "sheet, form B")
    ]


def passage(text: str) -> Passage:
    return Passage(Text(("A title",)), (Text((text,)),))


def test_lix_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    level = reading_level(passage("The committee met. It was late."), "sv")
    assert level is not None
    assert (level.words, level.sentences) == (6, 2)
    assert level.lix == pytest.approx(6 / 2 + 100 * 1 / 6, abs=0.05)
    assert level.ease is None


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        ("The U.S. President met Dr. Kim at 3 p.m. on Monday. They talked.", "en", 2),
        ("Am 9. Dezember 2023 trafen sich die Berater. Sie sprachen.", "de", 2),
        ("“The end.” She left. No!", "en", 3),
        ("A heading", "en", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, language: str, sentences: int) -> None:
    level = reading_level(passage(text), language)
    assert level is not None
    assert level.sentences == sentences


def test_a_harder_english_text_has_a_higher_grade() -> None:
    easy = reading_level(passage("The cat sat. The dog ran. It was hot."), "en")
    hard = reading_level(
        passage("International organisations negotiate multilateral agreements continuously."),
        "en-GB",
    )
    assert easy is not None
    assert hard is not None
    assert easy.grade is not None
    assert hard.grade is not None
    assert easy.grade < 3 < 12 < hard.grade
    assert easy.ease is not None
    assert hard.ease is not None
    assert hard.ease < 30 < 90 < easy.ease


@pytest.mark.parametrize("text", ["세 보좌관이 서울에서 만났다.", "1718 2397", "«»"])
def test_what_has_no_words_of_letters_with_case_gets_no_level(text: str) -> None:
    assert reading_level(passage(text), "ko") is None


def test_a_bank_without_a_passage(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, "- {id: a, type: flashcard, front: f, back: b, reference: r}")
    (folder / "passage.md").unlink()
    yaml = folder / "bank.yaml"
    yaml.write_text(re.sub(r"passage:.*\n", "", yaml.read_text()))
    bank, _ = load_bank(folder)
    facts = bank_facts(bank)
    assert (facts.paragraphs, facts.reading, facts.positions) == ((), None, ())


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path, QUESTIONS)
    monkeypatch.chdir(tmp_path)
    assert run("stats") == 0
    told = capsys.readouterr().out
    assert "talks: 3 items, 5 points" in told
    assert re.search(r"^2 +none +They spoke of sanctions\.$", told, re.MULTILINE)
    assert run("stats", "talks", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["items"] == 3
    assert run("stats", "--html", "stats.html") == 0
    page = (tmp_path / "stats.html").read_text(encoding="utf-8")
    assert "They spoke of sanctions." in page
    assert not re.search(r"(src|href|url)\s*[=(]", page)  # it loads nothing


def test_titles_are_text_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(tmp_path, QUESTIONS)
    passage_file = next(tmp_path.rglob("passage.md"))
    passage_file.write_text("# T\n\n1. Three advisers sat down in Seoul.\n\n2. a<b & \\<script>.\n")
    monkeypatch.chdir(tmp_path)
    run("stats", "--html", "stats.html")
    page = (tmp_path / "stats.html").read_text(encoding="utf-8")
    assert "a&lt;b &amp; &lt;script&gt;." in page
