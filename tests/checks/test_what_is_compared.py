"""Commas, letters and unseen characters in what pupils choose from or type."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import PASSAGE, load_bank, told, write_bank, write_project

from quizgen import check
from quizgen.commands.fix import fix

MC = "- id: a\n  type: multiple_choice\n  question: Which?\n  reference: r\n"
TYPED = "- id: a\n  type: short_answer\n  question: Which?\n  reference: r\n"


def findings(tmp_path: Path, questions: str, **bank: str) -> tuple[list[str], str]:
    """Names of what is found, and all that the messages say."""
    _, found = load_bank(write_bank(tmp_path, questions, **bank))  # type: ignore[arg-type]
    return [d.name for d in found], " ".join(f"{d.message} {d.help}" for d in found)


@pytest.mark.parametrize("shown", ["", "  ascending: true\n"])
def test_a_number_that_a_comma_has_cut_is_told_however_the_answers_are_shown(
    tmp_path: Path, shown: str
) -> None:
    lists = f"{shown}  answer: 1,800\n  distractors: [1,200, 2,500]"
    assert findings(tmp_path, MC + lists)[0] == ["number-in-list"]


def test_a_list_with_a_cut_number_is_never_fixed(tmp_path: Path) -> None:
    write_project(tmp_path, f"{MC}  answer: 1,800\n  distractors: [9,200, 2,500, 4,1]")
    assert fix(check(tmp_path)) == ()


@pytest.mark.parametrize(
    "lists",
    [
        f"{TYPED}  answer: 1.5\n  accept: [1,5, 1,50]",
        f"{TYPED}  answer: 1,5\n  accept: [1,50]",
        "- id: a\n  type: ordering\n  question: Q\n  reference: r\n  in_order: [1,200, 2,500]",
        f"{MC}  answer: 1\n  distractors: [4,000, 40,000]",
    ],
)
def test_a_cut_number_is_told_once_in_every_list(tmp_path: Path, lists: str) -> None:
    assert findings(tmp_path, lists)[0] == ["number-in-list"]


@pytest.mark.parametrize(
    ("distractors", "mend"),
    [
        ("[Yes, they left , No]", "none before it"),
        ("[“Yes, they left”, No]", '"Yes, they left"'),
        ("[„Ja, sie gingen“, Nein]", '"Ja, sie gingen"'),
    ],
)
def test_a_comma_inside_an_answer_is_told(tmp_path: Path, distractors: str, mend: str) -> None:
    found, said = findings(tmp_path, f"{MC}  answer: x\n  distractors: {distractors}")
    assert found == ["comma-in-list"]
    assert mend in said


@pytest.mark.parametrize(
    ("pairs", "mend"),
    [
        ("{Rome: Italy, the south, Bern: Berne}", '"Italy, the south"'),
        ("{Rome: 1,200, Bern: 7}", '"1,200"'),
    ],
)
def test_a_comma_inside_a_pair_is_no_missing_value(tmp_path: Path, pairs: str, mend: str) -> None:
    entry = f"- id: a\n  type: matching\n  reference: r\n  question: Match\n  pairs: {pairs}"
    found, said = findings(tmp_path, entry)
    assert found == ["empty-value"]
    assert mend in said
    assert "a value is missing" not in said


@pytest.mark.parametrize(
    ("lists", "name", "mend"),
    [
        ("answer: 0\n  distractors: [a) Rome, b) Bern]", "lettered-options", "`answer: Rome`"),
        ("answer: b)\n  distractors: [Rome, Bern, Paris]", "lettered-options", "[Rome, Paris]"),
        ("answer: B\n  distractors: [Rome, Bern, Paris]", "answer-is-letter", "`answer: Bern`"),
        (
            "answer: [A, C]\n  distractors: [a) Rome, b) Oslo, c) Bern]",
            "lettered-options",
            "[Oslo]",
        ),
        ("answer: [A, C]\n  distractors: [Rome, Oslo, Bern]", "answer-is-letter", "[Rome, Bern]"),
        (
            "answer: B\n  distractors: ['a) Rome, Italy', 'b) Bern']",
            "lettered-options",
            '`distractors: ["Rome, Italy"]`',
        ),
        ("options: [Elwha, Glines]\n  answer: 0", "unknown-key", "`answer: Elwha`"),
        ("options: [Rome, Bern, Oslo]\n  answer: [A, C]", "unknown-key", "[Rome, Oslo]"),
    ],
)
def test_a_letter_or_a_number_that_stands_for_an_answer(
    tmp_path: Path, lists: str, name: str, mend: str
) -> None:
    found, said = findings(tmp_path, f"{MC}  {lists}")
    assert found == [name]
    assert mend in said


@pytest.mark.parametrize(
    "lists",
    ["answer: B\n  distractors: [AB, A, 0]", "answer: X\n  distractors: [Rome, Bern]"],
)
def test_a_letter_that_is_the_answer(tmp_path: Path, lists: str) -> None:
    assert findings(tmp_path, f"{MC}  {lists}")[0] == []


@pytest.mark.parametrize(
    ("formula", "bank", "expected"),
    [
        (r"\(x^2\)", "", ["formula-without-math"]),
        (r"\[y = x\]", "", ["formula-without-math"]),
        ("$$x^2$$", "", ["formula-without-math"]),
        (r"\(x\)", "math: true\n", ["formula-without-math"]),
        ("$$x^2$$", "math: true\n", []),
        (r"\[sic\] \(see page 4\)", "", []),
    ],
)
def test_a_formula_between_other_signs_is_told(
    tmp_path: Path, formula: str, bank: str, expected: list[str]
) -> None:
    entry = f"- {{id: a, type: flashcard, front: 'What is {formula}?', back: b, reference: r}}"
    found, said = findings(tmp_path, entry, bank=bank)
    assert found == expected
    assert not expected or (formula in said and "`$x^2$`" in said)


def test_html_in_an_explanation_is_counted_once(tmp_path: Path) -> None:
    entry = "- {id: a, type: flashcard, front: f, back: b, explain: a<br>b, reference: r}"
    found, said = findings(tmp_path, entry)
    assert found == ["html-in-text"]
    assert "more text" not in said


def test_options_and_tags_that_only_look_alike_are_told(tmp_path: Path) -> None:
    entry = f'{MC}  answer: Rome\n  distractors: ["Ro\u200bme", Bern]\n  tags: ["x\u00ad", y]'
    found, said = findings(tmp_path, entry)
    assert sorted(found) == ["invisible-character"] * 2
    assert "U+200B" in said
    assert "U+00AD" in said


@pytest.mark.parametrize(
    ("quote", "passage", "where"),
    [
        ("Three\u200b advisers", PASSAGE, "the quote"),
        ("Three advisers", PASSAGE.replace("advisers", "advi\u00adsers"), "paragraph 1"),
    ],
)
def test_a_quote_that_differs_in_nothing_to_be_seen(
    tmp_path: Path, quote: str, passage: str, where: str
) -> None:
    entry = f"- {{id: a, type: flashcard, front: f, back: b, evidence: '{quote}'}}"
    found, said = findings(tmp_path, entry, passage=passage)
    assert found == ["evidence-not-in-passage"]
    assert f"in {where} differs" in said


def test_a_bank_file_of_another_name_is_told_once(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    folder = root / "question_bank/other"
    folder.mkdir()
    (folder / "bank.yaml.txt").write_text("id: x\ntitle: X\n")
    (folder / "topic.yaml").write_text("topic: x\nquestions: []\n")
    assert told(check(root)) == ["file-not-read@1:1"]
