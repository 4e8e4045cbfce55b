"""Worksheets, flashcards and exports of several banks: each passage before its questions."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image as PillowImage
from support import mistakes

from quizgen import build, check
from quizgen.commands.diff import diff
from quizgen.commands.stats.count import count
from quizgen.model.diagnostics import Severity
from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project


def png(grey: int) -> bytes:
    """A grey picture, to tell one bank's `map.png` from another's."""
    file = io.BytesIO()
    PillowImage.new("L", (40, 30), grey).save(file, "PNG")
    return file.getvalue()


def bank(root: Path, name: str, city: str, grey: int, more: str = "") -> None:
    folder = root / "question_bank" / name
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "map.png").write_bytes(png(grey))
    (folder / "bank.yaml").write_text(
        f"id: {name}\ntitle: Talks in {city}\npassage: passage.md\n{more}", encoding="utf-8"
    )
    (folder / "passage.md").write_text(
        f"# On {city}\n\nThree of them met in {city}.\n", encoding="utf-8"
    )
    (folder / "people.yaml").write_text(
        f"""topic: people
title: Who came to {city}
cases:
- {{id: shared, stem: All about {city}.}}
questions:
- id: where
  type: multiple_choice
  question: "Where was it? ![a map](map.png)"
  answer: {city}
  distractors: [Rome, Bern, Lima]
  evidence: met in {city}
  cite_lines: true
- {{id: who, type: short_answer, question: Who came to {city}?, answer: them, reference: r}}
- {{id: one, type: short_answer, question: First?, answer: x, reference: r, part_of: shared}}
- {{id: two, type: short_answer, question: Second?, answer: y, reference: r, part_of: shared}}
""",
        encoding="utf-8",
    )


DECK = """bank: [seoul, oslo]
worksheets:
- name: sheet
  title: Two talks
  passage: true{more}
  sections:
  {sections}
"""
BY_BANK = "- {title: First, banks: seoul}\n  - {title: Second, banks: oslo}"
EXPORTS = "exports:\n- {format: gift, name: q}\n- {format: moodle, name: m}\n"
MIXED = "- {title: All of it}"


def project(root: Path, sections: str = BY_BANK, more: str = "", rest: str = "") -> Path:
    bank(root, "seoul", "Seoul", 40)
    bank(root, "oslo", "Oslo", 200)
    (root / "decks").mkdir()
    deck = DECK.format(sections=sections, more=more and f"\n  {more}") + rest
    (root / "decks" / "both.yaml").write_text(deck, encoding="utf-8")
    return root


def text_of(root: Path, name: str) -> str:
    with pdfplumber.open(root / "dist" / "both" / f"{name}.pdf") as document:
        return "\n".join(page.extract_text() for page in document.pages)


def test_each_passage_stands_before_its_questions(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert mistakes(check(root)) == []
    assert build(root, built=1).files
    printed = text_of(root, "sheet")
    places = [printed.index(words) for words in ("On Seoul", "First\n", "On Oslo", "Second\n")]
    assert places == sorted(places)
    assert printed.count("On Seoul") == printed.count("On Oslo") == 1


def test_a_section_of_both_has_both_passages_before_it(tmp_path: Path) -> None:
    root = project(tmp_path, MIXED)
    build(root, built=1)
    printed = text_of(root, "sheet")
    assert printed.index("On Seoul") < printed.index("On Oslo") < printed.index("All of it")


def test_lines_are_counted_through_both_so_that_each_number_means_one(tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root, built=1)
    assert "(line 1)" in text_of(root, "sheet")
    assert "(line 2)" in text_of(root, "sheet")
    key = text_of(root, "sheet-key")
    assert "line 1" in key
    assert "line 2" in key


@pytest.mark.parametrize("sections", [BY_BANK, MIXED])
def test_questions_of_one_id_are_two_questions(tmp_path: Path, sections: str) -> None:
    root = project(tmp_path, sections, "forms: 3\n  teacher: true")
    assert mistakes(check(root)) == []
    build(root, built=1)
    for form in "ABC":
        printed = text_of(root, f"sheet-{form}")
        for city in ("Seoul", "Oslo"):
            assert f"Who came to {city}?" in printed
            assert printed.count(f"All about {city}.") == 1
    key = text_of(root, "sheet-key")
    assert key.count("met in Seoul") == key.count("met in Oslo") == 1


def test_pictures_of_one_name_stay_two_pictures(tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root, built=1)
    with pdfplumber.open(root / "dist" / "both" / "sheet.pdf") as document:
        shown = [one["stream"].get_data()[:1] for page in document.pages for one in page.images]
    assert shown == [bytes([40]), bytes([200])]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ("ids: [oslo/who, seoul/where]", ["oslo/who", "seoul/where"]),
        ("ids: who", ["seoul/who", "oslo/who"]),
        ("topics: oslo/people, types: multiple_choice", ["oslo/where"]),
        ("topics: people, types: multiple_choice", ["seoul/where", "oslo/where"]),
        ("banks: [oslo], count: 1", ["oslo/where"]),
        ("blueprint: [{banks: oslo, count: 1}, {banks: seoul, count: 1}]", None),
    ],
)
def test_selections_name_banks(tmp_path: Path, criteria: str, expected: list[str] | None) -> None:
    root = project(tmp_path, f"- {{title: S, {criteria}}}")
    errors = [one for one in mistakes(check(root)) if one.name != "broken-case"]
    assert errors == []
    (assessment,) = take_snapshot(Project(root)).assessments
    names = [question.item.name for question in assessment.worksheets[0].questions]
    assert names == (expected or ["seoul/where", "oslo/where"])


@pytest.mark.parametrize(
    ("sections", "name"),
    [
        ("- {title: S, banks: rome}", "unknown-bank"),
        ("- {title: S, ids: rome/who}", "unknown-id"),
        ("- {title: S, topics: rome/people}", "unknown-topic"),
    ],
)
def test_unknown_names_are_told(tmp_path: Path, sections: str, name: str) -> None:
    root = project(tmp_path, sections)
    assert [one.name for one in mistakes(check(root))] == [name]


def test_banks_that_are_not_there_are_each_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    deck = root / "decks" / "both.yaml"
    deck.write_text(deck.read_text().replace("[seoul, oslo]", "[seoul, olso, nowhere]"))
    found = mistakes(check(root))
    assert [one.name for one in found] == ["unknown-bank", "unknown-bank"]
    assert "oslo" in str(found[0].help)


def test_a_sheet_has_one_language(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = root / "question_bank" / "oslo" / "bank.yaml"
    file.write_text(file.read_text() + "language: no\n")
    found = [one for one in mistakes(check(root)) if one.severity is Severity.ERROR]
    assert [one.name for one in found] == ["banks-in-two-languages"]
    assert found[0].related


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("en", "en-GB", True),
        ("pt-BR", "pt", True),
        ("zh", "zh-TW", False),
        ("sr", "sr-Latn", False),
    ],
)
def test_a_region_is_no_other_language(
    tmp_path: Path, one: str, other: str, is_alike: bool
) -> None:
    root = project(tmp_path)
    for name, language in (("seoul", one), ("oslo", other)):
        file = root / "question_bank" / name / "bank.yaml"
        file.write_text(f"{file.read_text()}language: {language}\n")
    names = [d.name for d in mistakes(check(root)) if d.severity is Severity.ERROR]
    assert names == ([] if is_alike else ["banks-in-two-languages"])


def test_cards_belong_to_one_bank(tmp_path: Path) -> None:
    root = project(tmp_path, rest="anki: {deck: Talks}\n")
    found = mistakes(check(root))
    assert [one.name for one in found] == ["cards-of-several-banks"]
    assert "'Talks'" in str(found[0].help)
    assert take_snapshot(Project(root)).decks


def test_exports_keep_the_banks_apart(tmp_path: Path) -> None:
    root = project(
        tmp_path, rest="exports:\n- {format: gift, name: q}\n- {format: moodle, name: m}\n"
    )
    build(root, built=1)
    out = root / "dist" / "both"
    gift = next(file for file in out.iterdir() if file.name.startswith("q")).read_text()
    moodle = next(file for file in out.iterdir() if file.name.startswith("m.")).read_text()
    for written in (gift, moodle):
        for city in ("Seoul", "Oslo"):
            assert f"Talks in {city}/Who came to {city}" in written
    assert "[id:oslo/who]" in gift
    assert "<idnumber>seoul/who</idnumber>" in moodle


def test_a_change_in_either_bank_makes_the_sheet_anew(tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root, built=1)
    assert not build(root, built=2, check=True).stale
    topic = root / "question_bank" / "oslo" / "people.yaml"
    topic.write_text(topic.read_text().replace("Lima", "Cairo"))
    assert build(root, built=2, check=True).stale


def test_other_commands_take_such_a_deck_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    counted = count(Project(root))
    assert [facts.items for facts in counted.banks] == [4, 4]
    assert all(facts.positions for facts in counted.banks)
    assert diff(Project(root)) is not None


PRACTICE = "practice:\n  name: home\n  glossary: true\n"


def explained(tmp_path: Path, meaning: str) -> Path:
    root = project(tmp_path, more="glossary: true", rest=PRACTICE)
    for name, word, what in (("seoul", "Summit", "a meeting"), ("oslo", "summit", meaning)):
        file = root / "question_bank" / name / "bank.yaml"
        file.write_text(f"{file.read_text()}glossary: {{{word}: {what}}}\n")
        passage = file.with_name("passage.md")
        passage.write_text(f"{passage.read_text()}It was a summit.\n")
    return root


def test_a_word_that_two_banks_explain_in_two_ways_is_told(tmp_path: Path) -> None:
    root = explained(tmp_path, "the top of a hill")
    found = mistakes(check(root))
    assert [one.name for one in found] == ["word-explained-twice"] * 2
    assert [one.message.split(" explains")[0] for one in found] == [
        "the worksheet 'sheet'",
        "the practice page 'home'",
    ]
    assert "'summit' twice, and not alike" in found[0].message
    assert [one.span.source.path.parent.name for one in found[0].related] == ["seoul", "oslo"]


def test_a_word_that_two_banks_explain_alike_is_there_once(tmp_path: Path) -> None:
    root = explained(tmp_path, "a meeting")
    assert mistakes(check(root)) == []
    build(root, built=1)
    assert text_of(root, "sheet").count("a meeting") == 1
