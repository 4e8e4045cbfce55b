from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from support import told, write_project

from quizgen.commands.workspace import Workspace
from quizgen.model.assessment import (
    Assessment,
    EditionName,
    Overrides,
    Paper,
    Printing,
    WritingLines,
)
from quizgen.writers.anki.deck_part import ANKI

QUESTIONS = "\n".join(
    f"- {{id: q{n}, type: flashcard, front: f{n}, back: b, reference: r, "
    f"difficulty: {'easy' if n % 2 else 'hard'}, tags: [t{n % 3}]}}"
    for n in range(1, 7)
)


def assemble(tmp_path: Path, sections: str) -> tuple[Assessment | None, list[str], str]:
    deck = "bank: talks\nanki: {deck: T}\nworksheets:\n- name: s\n  title: T\n  sections:\n"
    deck += textwrap.indent(textwrap.dedent(sections).strip("\n"), "  ") + "\n"
    root = write_project(tmp_path, QUESTIONS, deck=deck)
    workspace = Workspace()
    assessment = workspace.assessment(root / "decks" / "talks.yaml")
    text = " ".join(f"{d.message} {d.help}" for d in workspace.diagnostics)
    return assessment, told(workspace.diagnostics), text


def ids(assessment: Assessment | None) -> list[list[str]]:
    assert assessment is not None
    (sheet,) = assessment.worksheets
    return [[q.item.id.value for q in section.questions] for section in sheet.sections]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ("", ["q1", "q2", "q3", "q4", "q5", "q6"]),
        ("difficulty: easy", ["q1", "q3", "q5"]),
        ("difficulty: [easy, hard], count: 2", ["q1", "q2"]),
        ("tags: [t0, t1]", ["q1", "q3", "q4", "q6"]),
        ("tags: t0, difficulty: hard", ["q6"]),
        ("ids: [q4, q1]", ["q4", "q1"]),
        ("types: flashcard, topics: people, count: 1", ["q1"]),
    ],
)
def test_criteria(tmp_path: Path, criteria: str, expected: list[str]) -> None:
    assessment, found, _ = assemble(tmp_path, f"- {{title: S, {criteria}}}")
    assert found == []
    assert ids(assessment) == [expected]


def test_sections_never_share_an_item_and_numbers_go_on(tmp_path: Path) -> None:
    assessment, found, _ = assemble(
        tmp_path, "- {title: A, difficulty: easy, count: 2}\n- {title: B, count: 3}"
    )
    assert found == []
    assert ids(assessment) == [["q1", "q3"], ["q2", "q4", "q5"]]
    assert assessment is not None
    assert [q.number for q in assessment.worksheets[0].questions] == [1, 2, 3, 4, 5]
    assert assessment.worksheets[0].printing.paper is Paper.A4
    anki = ANKI.of(assessment)
    assert anki is not None
    assert len(anki.questions) == 6


def test_a_shortage_is_told_by_how_much(tmp_path: Path) -> None:
    _, found, text = assemble(
        tmp_path,
        "- {title: A, difficulty: easy, count: 2}\n- {title: B, difficulty: easy, count: 4}",
    )
    assert found == ["selection-too-small@8:5"]
    assert "wants 4 items, 3 more than there are: 3 match, 2 of them in earlier sections" in text
    assert "count: 1" in text


def test_an_empty_selection(tmp_path: Path) -> None:
    _, found, text = assemble(tmp_path, "- {title: A, difficulty: medium}")
    assert found == ["selection-empty@7:5"]
    assert "no item matches the section 'A'" in text
    assert "take out a topic, type, difficulty or tag, or add items" in text


def test_the_help_for_a_shortage_names_what_the_selection_has(tmp_path: Path) -> None:
    _, found, text = assemble(tmp_path, "- {title: A}\n- {title: B}")
    assert found == ["selection-empty@8:5"]
    assert "sections take fewer in earlier sections, or add items to the bank" in text
    _, _, text = assemble(tmp_path, "- {title: A, count: 40}")
    assert ", or add items to the bank" in text
    assert "take out" not in text


@pytest.mark.parametrize(
    ("criteria", "expected", "help"),
    [
        ("topics: [poeple]", "unknown-topic@7:28", "'people'"),
        ("tags: [t9]", "unknown-tag@7:26", "'t"),
        ("ids: [q11]", "unknown-id@7:25", "'q1'"),
        ("types: [flashcards]", "unknown-type@7:27", "'flashcard'"),
    ],
)
def test_names_that_are_not_there(tmp_path: Path, criteria: str, expected: str, help: str) -> None:
    _, found, text = assemble(tmp_path, f"- {{title: Sect, {criteria}}}")
    assert found[0] == expected
    assert help in text


def test_a_broken_bank_is_not_blamed_on_the_selection(tmp_path: Path) -> None:
    root = write_project(tmp_path, "- {id: a, type: nonsense}\n")
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert [d.name for d in workspace.diagnostics] == ["unknown-type"]


def test_two_worksheets_of_one_name(tmp_path: Path) -> None:
    sheet = "- {name: s, title: T, sections: [{title: S}]}\n"
    root = write_project(tmp_path, QUESTIONS, deck="bank: talks\nworksheets:\n" + sheet * 2)
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert told(workspace.diagnostics) == ["duplicate-worksheet@4:10"]


def test_a_worksheet_named_like_another_in_an_edition(tmp_path: Path) -> None:
    names = ("s", "s-large-print", "s-dyslexia-key", "s-key")
    how = "editions: [standard, large-print], title: T, sections: [{title: S}]"
    sheets = "".join(f"- {{name: {name}, {how}}}\n" for name in names)
    root = write_project(tmp_path, QUESTIONS, deck=f"bank: talks\nworksheets:\n{sheets}")
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert told(workspace.diagnostics) == ["duplicate-worksheet@4:10", "duplicate-worksheet@6:10"]


def test_a_worksheet_says_how_it_is_printed(tmp_path: Path) -> None:
    how = (
        "paper: letter, editions: [dyslexia, standard, dyslexia], columns: 2, "
        "writing_lines: primary, "
    )
    sheet = f"[{{name: s, title: T, {how}sections: [{{title: S}}]}}]"
    root = write_project(tmp_path, QUESTIONS, deck=f"bank: talks\nworksheets: {sheet}\n")
    assessment = Workspace().assessment(root / "decks" / "talks.yaml")
    assert assessment is not None
    editions = (EditionName.DYSLEXIA, EditionName.STANDARD)
    written = Printing(Paper.LETTER, editions, 2, WritingLines.PRIMARY)
    assert assessment.worksheets[0].printing == written
    changed = Workspace().assessment(
        root / "decks" / "talks.yaml", Overrides(editions=(EditionName.LARGE_PRINT,))
    )
    assert changed is not None
    assert changed.worksheets[0].printing == replace(written, editions=(EditionName.LARGE_PRINT,))


def test_a_worksheet_prints_the_passage_if_it_is_asked_to(tmp_path: Path) -> None:
    how = "title: T, sections: [{title: S, count: 1}]"
    sheets = f"[{{name: s, passage: true, {how}}}, {{name: t, {how}}}]"
    root = write_project(tmp_path, QUESTIONS, deck=f"bank: talks\nworksheets: {sheets}\n")
    workspace = Workspace()
    assessment = workspace.assessment(root / "decks" / "talks.yaml")
    assert assessment is not None
    with_it, without = assessment.worksheets
    assert with_it.passage is assessment.bank.passage
    assert without.passage is None


def test_a_passage_to_print_that_the_bank_does_not_have(tmp_path: Path) -> None:
    sheet = "[{name: s, passage: true, title: T, sections: [{title: S}]}]"
    root = write_project(tmp_path, QUESTIONS, deck=f"bank: talks\nworksheets: {sheet}\n")
    (root / "question_bank/talks/bank.yaml").write_text("id: talks\ntitle: T\nlanguage: en\n")
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert told(workspace.diagnostics) == ["no-passage-to-print@2:21"]


def test_a_worksheet_has_the_glossary_where_it_is_asked_for(tmp_path: Path) -> None:
    how = "title: T, sections: [{title: S}]"
    sheets = f"[{{name: s, glossary: true, {how}}}, {{name: t, {how}}}]"
    root = write_project(tmp_path, QUESTIONS, deck=f"bank: talks\nworksheets: {sheets}\n")
    bank = root / "question_bank/talks/bank.yaml"
    bank.write_text("id: talks\ntitle: T\nglossary: {summit: a meeting, ban: a rule against}\n")
    assessment = Workspace().assessment(root / "decks" / "talks.yaml")
    assert assessment is not None
    with_it, without = assessment.worksheets
    found = [(term.plain, meaning.plain) for term, meaning, _ in with_it.glossary]
    assert found == [("summit", "a meeting"), ("ban", "a rule against")]
    assert without.glossary == ()
    assert with_it.digest != without.digest


def test_a_glossary_to_print_that_the_bank_does_not_have(tmp_path: Path) -> None:
    sheet = "[{name: s, glossary: true, title: T, sections: [{title: S}]}]"
    root = write_project(tmp_path, QUESTIONS, deck=f"bank: talks\nworksheets: {sheet}\n")
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert told(workspace.diagnostics) == ["no-glossary-to-print@2:21"]


def test_a_worksheet_named_like_the_teachers_edition_of_another(tmp_path: Path) -> None:
    how = "title: T, sections: [{title: S}]"
    sheets = f"[{{name: s, teacher: true, {how}}}, {{name: s-teacher, {how}}}]"
    root = write_project(tmp_path, QUESTIONS, deck=f"bank: talks\nworksheets: {sheets}\n")
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert [one.split("@")[0] for one in told(workspace.diagnostics)] == ["duplicate-worksheet"]


def test_a_bank_that_is_not_there(tmp_path: Path) -> None:
    root = write_project(tmp_path, QUESTIONS, deck="bank: talk\nanki: {deck: T}\n")
    workspace = Workspace()
    assert workspace.assessment(root / "decks" / "talks.yaml") is None
    assert told(workspace.diagnostics) == ["unknown-bank@1:7"]
    assert "'talks'" in str(workspace.diagnostics[0].help)


@pytest.mark.parametrize(
    ("deck", "expected"),
    [
        ("", "empty-file@1:1"),
        ("bank: talks\nanki: {deck: 'a\"b'}\n", "bad-word@2:14"),
        ("bank: talks\nanki: {dek: x}\n", "unknown-key@2:8"),
        (
            "bank: talks\nworksheets: [{name: ../x, title: T, sections: [{title: S}]}]\n",
            "bad-word@2:21",
        ),
        (
            "bank: talks\nworksheets: [{name: x, title: T, paper: A5, sections: [{title: S}]}]\n",
            "bad-word@2:41",
        ),
        (
            "bank: talks\nworksheets: [{name: x, title: T, editions: x, sections: [{title: S}]}]\n",
            "bad-word@2:44",
        ),
        (
            "bank: talks\nworksheets: [{name: x, title: T, columns: 3, sections: [{title: S}]}]\n",
            "bad-number@2:43",
        ),
        ("bank: ../../etc\n", "bad-word@1:7"),
        ("bank: talks\nanki: {deck: 'A::::B'}\n", "bad-word@2:14"),
        ("bank: talks\nanki: {deck: '::A'}\n", "bad-word@2:14"),
        ("bank: talks\nanki: {deck: 'A:: ::B'}\n", "bad-word@2:14"),
        ("bank: talks\nanki: {deck: 'A:'}\n", "bad-word@2:14"),
    ],
)
def test_deck_files_with_mistakes(tmp_path: Path, deck: str, expected: str) -> None:
    root = write_project(tmp_path, QUESTIONS, deck=deck)
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert expected in told(workspace.diagnostics)


def test_a_deck_file_that_asks_for_nothing(tmp_path: Path) -> None:
    root = write_project(tmp_path, QUESTIONS, deck="bank: talks\n")
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert told(workspace.diagnostics) == ["nothing-to-make@1:1"]


def test_a_faulty_worksheet_is_not_told_as_none(tmp_path: Path) -> None:
    deck = "bank: talks\nworksheets: [{name: a b, title: T, sections: [{title: S}]}]\n"
    root = write_project(tmp_path, QUESTIONS, deck=deck)
    workspace = Workspace()
    workspace.assessment(root / "decks" / "talks.yaml")
    assert told(workspace.diagnostics) == ["bad-word@2:21"]
