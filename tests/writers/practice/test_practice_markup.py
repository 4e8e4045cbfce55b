"""What stands in a practice page: cases, passages of several banks, other languages, sounds."""

from __future__ import annotations

import re
from pathlib import Path

from support import PIXEL, write_project

from quizgen import build

DECK = "bank: talks\npractice:\n  title: At home\n"


def page(root: Path, questions: str, deck: str = DECK, **bank: object) -> str:
    build(write_project(root, questions, deck=deck, **bank), built=1)  # type: ignore[arg-type]
    return (root / "dist/talks/practice.html").read_text(encoding="utf-8")


def test_questions_of_a_case_stand_below_what_they_share(tmp_path: Path) -> None:
    write_project(tmp_path, deck=DECK)
    (tmp_path / "question_bank/talks/people.yaml").write_text(
        "topic: people\ncases:\n- {id: c, stem: A case of two.}\nquestions:\n"
        "- {id: a, type: short_answer, question: q1?, answer: a1, part_of: c, reference: r}\n"
        "- {id: b, type: short_answer, question: q2?, answer: a2, part_of: c, reference: r}\n"
    )
    build(tmp_path, built=1)
    source = (tmp_path / "dist/talks/practice.html").read_text(encoding="utf-8")
    case = source.partition("<div class=case>")[2]
    assert source.count("A case of two.") == 1
    assert re.findall(r"<h2>(1[ab])\b", case) == ["1a", "1b"]


def test_a_passage_in_another_language_says_so(tmp_path: Path) -> None:
    questions = (
        "- {id: a, type: short_answer, question: q?, answer: Seoul, evidence: sat down in Seoul}\n"
    )
    source = page(tmp_path, questions, bank="language: ar\npassage_language: en\n")
    assert '<html lang="ar" dir="rtl">' in source
    assert re.search(r'<aside[^>]*>.*?<div lang="en" dir="ltr"><h2 dir=ltr>', source)
    assert re.search(r'<span lang="en" dir="ltr"><a class=cite href="#p0-0">sat down', source)


def test_pictures_and_formulas_are_inside(tmp_path: Path) -> None:
    questions = (
        "- {id: a, type: flashcard, front: '![a map](map.png)', back: '$x^2$', reference: r}\n"
    )
    source = page(tmp_path, questions, media={"map.png": PIXEL}, bank="math: true\n")
    assert 'src="data:image/png;base64,' in source
    assert "<math" in source
    addresses = re.findall(r'\b(?:src|href)="([^"]*)"', source)
    assert [one for one in addresses if not one.startswith(("data:", "#"))] == []


def test_without_a_passage_nothing_stands_beside(tmp_path: Path) -> None:
    questions = "- {id: a, type: short_answer, question: q?, answer: a, reference: r}\n"
    source = page(tmp_path, questions, deck=f"{DECK}  passage: false\n")
    assert "<aside" not in source
    assert "Passage" not in source.partition("<article")[2]


def test_questions_of_several_banks_have_their_passages(tmp_path: Path) -> None:
    entry = "- {id: a, type: short_answer, question: q?, answer: a, evidence: %s}\n"
    write_project(tmp_path, entry % "sat down in Seoul", deck=DECK)
    other = tmp_path / "question_bank/more"
    other.mkdir()
    (other / "bank.yaml").write_text("id: more\ntitle: More\npassage: passage.md\n")
    (other / "passage.md").write_text("# Another\n\n1. They went home.\n")
    (other / "t.yaml").write_text("topic: t\nquestions:\n" + entry % "went home")
    deck = DECK.replace("bank: talks", "bank: [talks, more]")
    (tmp_path / "decks/talks.yaml").write_text(deck)
    build(tmp_path, built=1)
    source = (tmp_path / "dist/talks/practice.html").read_text(encoding="utf-8")
    assert re.findall(r'data-i="?([\w/]+)', source) == ["talks/a", "more/a"]
    assert re.findall(r'class=cite href="#(p\d-\d)"', source) == ["p0-0", "p1-0"]
    assert source.count("<div class=para") == 3


def test_a_renamed_question_keeps_its_identity(tmp_path: Path) -> None:
    entry = (
        "- {id: b, renamed_from: a, type: short_answer, question: q?, answer: a, reference: r}\n"
    )
    assert re.search("data-i=a[ >]", page(tmp_path, entry))


def test_gaps_inside_a_list_are_fields_in_their_places(tmp_path: Path) -> None:
    entry = (
        "- id: a\n  type: cloze\n  text: |\n    Two towns:\n\n    - {{c1::Bern}} is one\n"
        "    - **{{c2::Basel}}** too\n  reference: r\n"
    )
    source = page(tmp_path, entry)
    assert re.search(r"<li><input class=gap[^>]*Gap 1[^>]*> is one", source)
    assert re.search(r"<li><strong><input class=gap[^>]*Gap 2[^>]*></strong> too", source)
    assert "<li><mark>Bern</mark> is one" in source
