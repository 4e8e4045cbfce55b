"""What an author means is what is read, or a message says so, at its place and with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import clean_items, load_bank, mistakes, told, write_bank, write_project

from quizgen import build, check
from quizgen.model.item import Choice, Order

MC = "- id: a\n  type: multiple_choice\n  question: Which?\n  reference: r\n"


def findings(tmp_path: Path, questions: str, **bank: str) -> tuple[list[str], str]:
    """Names and places of what is found, and all that the messages say."""
    _, found = load_bank(write_bank(tmp_path, questions, **bank))  # type: ignore[arg-type]
    return told(found), " ".join(f"{d.message} {d.help}" for d in found)


@pytest.mark.parametrize(
    ("lists", "expected", "mend"),
    [
        ("answer: 1,800\n  distractors: [1,200, 2,500]", ["number-in-list@8:18"], '"1,200"'),
        ("answer: 12,0 m\n  distractors: [12,5 m, 64,7 m]", ["number-in-list@8:19"], '"12,5 m"'),
        ("answer: 1\n  distractors: [4,000, 40,000]", ["number-in-list@8:18"], '"4,000"'),
        ("answer: 1\n  distractors: [1,200]", ["number-in-list@8:18"], '"1,200"'),
        (
            "answer: Rome, Italy\n  distractors: [Paris, France, Bern, Switzerland]",
            ["comma-in-list@8:22"],
            '"Paris, France"',
        ),
        (
            "answer: Perhaps\n  distractors: [Yes, they left, No, nothing]",
            ["comma-in-list@8:20"],
            '"Yes, they left"',
        ),
        ("answer: x\n  distractors: [red,green, blue]", ["comma-in-list@8:20"], '"red,green"'),
    ],
)
def test_commas_that_part_what_belongs_together(
    tmp_path: Path, lists: str, expected: list[str], mend: str
) -> None:
    found, said = findings(tmp_path, f"{MC}  {lists}")
    assert set(expected) <= set(found)
    assert mend in said


@pytest.mark.parametrize(
    "lists",
    [
        "answer: 7\n  distractors: [1,2,3]",
        "answer: a\n  distractors: [b,c,d]",
        "answer: Rome\n  distractors: [Paris, London, Bern, Madrid]",
        'answer: "1,800"\n  distractors: ["1,200", "2,500"]',
        'answer: Rome, Italy\n  distractors: ["Paris, France", "Bern, Switzerland"]',
        "answer: 1 800\n  distractors:\n  - 1,200\n  - 2,500",
        "answer: Rome, Italy\n  distractors: [Paris]",
        "answer: the cat\n  distractors: [the dog, the hen, the pig, the cow]",
    ],
)
def test_commas_that_are_meant(tmp_path: Path, lists: str) -> None:
    assert findings(tmp_path, f"{MC}  {lists}")[0] == []


@pytest.mark.parametrize(
    ("lists", "mend"),
    [
        ("answer: B\n  distractors: [a) Rome, b) Bern, c) Paris]", "`answer: Bern`"),
        ("answer: b)\n  distractors: [a) Rome, b) Bern, c) Paris]", "[Rome, Paris]"),
        ("answer: 2\n  distractors: ['1) Rome', '2) Bern', '3) Paris']", "`answer: Bern`"),
        ("answer: B. Bern\n  distractors: [A. Rome, C. Paris]", "[Rome, Paris]"),
        ("answer: b) Bern\n  distractors: [a) Rome, c) Paris]", "`answer: Bern`"),
    ],
)
def test_options_typed_with_letters_get_the_whole_mend(
    tmp_path: Path, lists: str, mend: str
) -> None:
    found, said = findings(tmp_path, f"{MC}  {lists}")
    assert [name.partition("@")[0] for name in found] == ["lettered-options"]
    assert mend in said


@pytest.mark.parametrize(
    ("lists", "mend"),
    [
        ("options: [Elwha, Glines, Hoover]\n  answer: B", "`answer: Glines`"),
        ("options: [Elwha, Glines, Hoover]\n  answer: 3", "`distractors: [Elwha, Glines]`"),
        ("options: [a) Elwha, b) Glines]\n  answer: b", "`distractors: [Elwha]`"),
        ("choices: [Elwha, Glines]\n  answer: Elwha", "`distractors: [Glines]`"),
        ("options: ['Elwha: lower', Glines]\n  answer: 1", '`answer: "Elwha: lower"`'),
    ],
)
def test_a_list_of_options_gets_the_whole_mend(tmp_path: Path, lists: str, mend: str) -> None:
    found, said = findings(tmp_path, f"{MC}  {lists}")
    assert [name.partition("@")[0] for name in found] == ["unknown-key"]
    assert mend in said


@pytest.mark.parametrize(
    "lists",
    [
        "answer: B\n  distractors: [A, C, D]",
        "answer: vitamin C\n  distractors: [vitamin A, vitamin B, vitamin D]",
        "answer: E. coli\n  distractors: [S. aureus, B. subtilis]",
        "answer: 2\n  distractors: [1, 3, 4]",
        "answer: A-levels\n  distractors: [O-levels, K-12]",
    ],
)
def test_letters_that_are_answers(tmp_path: Path, lists: str) -> None:
    assert findings(tmp_path, f"{MC}  {lists}")[0] == []


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("question: Which resolution is # 1718 of the Council?", True),
        ("question: Which resolution is #1718?", True),
        ("question: Which of these # named the river?", True),
        ('question: "Which is # 1718?"', False),
        ("question: |\n    see item #12\n    or # 13", False),
        ("question: Which?  # 2 of the list", False),
        ("question: Which? # ask Anna", False),
        ("question: 'Resolution #1695'", False),
    ],
)
def test_half_a_question_behind_a_remark(tmp_path: Path, line: str, cut: bool) -> None:
    entry = f"- id: a\n  type: flashcard\n  reference: r\n  back: b\n  {line}\n".replace(
        "question:", "front:"
    )
    found, _ = findings(tmp_path, entry)
    assert [name.partition("@")[0] for name in found] == ["text-cut-off"] * cut


def test_a_list_in_quotes_may_hold_the_sign(tmp_path: Path) -> None:
    entry = (
        "- {id: a, type: short_answer, question: Q, reference: r, "
        'answer: x, accept: ["R #1695", y]}'
    )
    assert findings(tmp_path, entry)[0] == []


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u00ad", "\u200e", "\u00a0", "\u2060", "\u200c", "\u200d"]
)
def test_characters_that_nobody_types_are_told(tmp_path: Path, sign: str) -> None:
    entry = f"- {{id: a, type: short_answer, question: Q, answer: 'Se{sign}oul', reference: r}}"
    found, said = findings(tmp_path, entry)
    assert [name.partition("@")[0] for name in found] == ["invisible-character"]
    assert f"U+{ord(sign):04X}" in said


@pytest.mark.parametrize(
    "word", ["می\u200cخواهم", "👩\u200d🔬", "👩🏽\u200d🚀", "❤️\u200d🔥", "क्\u200dष"]
)
def test_joiners_that_a_script_needs_are_not(tmp_path: Path, word: str) -> None:
    entry = f"- {{id: a, type: short_answer, question: Q, answer: '{word}', reference: r}}"
    assert findings(tmp_path, entry)[0] == []


@pytest.mark.parametrize("word", ["می\u200c", "\u200cمی", "Akiba\u200d", "👩\u200d"])
def test_joiners_with_nothing_to_join_are(tmp_path: Path, word: str) -> None:
    entry = f"- {{id: a, type: short_answer, question: Q, answer: '{word}', reference: r}}"
    assert [name.partition("@")[0] for name in findings(tmp_path, entry)[0]] == [
        "invisible-character"
    ]


def test_html_and_formulas_are_told_once_a_file(tmp_path: Path) -> None:
    entries = "".join(
        f"- {{id: q{n}, type: flashcard, front: '<b>Why</b> $x^2$?', back: 'a&nbsp;b', "
        "reference: r}\n"
        for n in range(3)
    )
    found, said = findings(tmp_path, entries)
    assert found == ["html-in-text@3:36", "formula-without-math@3:36"]
    assert "5 more texts" in said
    assert "**bold**" in said
    assert "math: true" in said


@pytest.mark.parametrize(
    "text",
    ["a < b", "<EU law>", "R&D", "$5 billion and $6", "i<j", "&", "`<b>`", "\\<b>", "\\$x^2$"],
)
def test_what_is_no_markup_is_not(tmp_path: Path, text: str) -> None:
    entry = f"- {{id: a, type: flashcard, front: '{text}', back: b, reference: r}}"
    assert findings(tmp_path, entry)[0] == []


@pytest.mark.parametrize(
    ("events", "dates"),
    [
        ("{476: fall, 800-12-25: crown}", ["476", "25 December 800"]),
        ("{-44-03-15: ides, 14: end}", ["15 March 44 BC", "14"]),
        ("{27 BC: start, 476: fall, 509 BC: republic}", ["509 BC", "27 BC", "476"]),
    ],
)
def test_old_years_are_dates(tmp_path: Path, events: str, dates: list[str]) -> None:
    entry = f"- {{id: a, type: timeline, question: Q, events: {events}, reference: r}}"
    (item,) = clean_items(tmp_path, entry, bank="language: en-GB\n")
    assert isinstance(item.interaction, Order)
    assert [event.date for event in item.interaction.events] == dates


@pytest.mark.parametrize(
    ("language", "word", "truth"),
    [
        ("de", "wahr", True),
        ("de", "falsch", False),
        ("es", "sí", True),
        ("es", "si", True),
        ("it", "vero", True),
        ("pt-BR", "não", False),
        ("fr", "Vrai", True),
        ("fr", "non", False),
        ("en", "true", True),
        ("ja", "true", True),
    ],
)
def test_true_and_false_in_the_words_of_the_bank(
    tmp_path: Path, language: str, word: str, truth: bool
) -> None:
    entry = f"- {{id: a, type: true_false, question: Q, answer: {word}, reference: r}}"
    (item,) = clean_items(tmp_path, entry, bank=f"language: {language}\n")
    assert isinstance(item.interaction, Choice)
    assert item.interaction.options[0].is_key is truth


def test_other_keys_take_the_words_of_the_bank_too(tmp_path: Path) -> None:
    (item,) = clean_items(
        tmp_path,
        f"{MC}  answer: 3\n  distractors: [2, 1]\n  ascending: wahr\n",
        bank="language: de\n",
    )
    assert isinstance(item.interaction, Choice)
    assert [option.text.plain for option in item.interaction.options] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("path", "mend"),
    [
        ("question_bank/talks/reading.yaml.txt", "reading.yaml"),
        ("question_bank/talks/reading.YAML", "reading.yaml"),
        ("question_bank/talks/unit1/reading.yaml", "move it up"),
        ("question_bank/reading.yaml", "folder of its bank"),
        ("decks/more.yaml.txt", "more.yaml"),
    ],
)
def test_a_file_that_nothing_reads_is_named(tmp_path: Path, path: str, mend: str) -> None:
    root = write_project(tmp_path)
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text("topic: x\nquestions: []\n")
    (found,) = [d for d in mistakes(check(root)) if d.name == "file-not-read"]
    assert mend in str(found.help)
    assert build(root, built=1).files


@pytest.mark.parametrize("name", ["bank.yml", "Bank.yaml", "BANK.YAML"])
def test_a_bank_file_of_another_name_is_named(tmp_path: Path, name: str) -> None:
    root = write_project(tmp_path)
    folder = root / "question_bank/other"
    folder.mkdir()
    (folder / name).write_text("id: x\ntitle: X\n")
    found = [d for d in check(root) if d.name == "file-not-read"]
    assert [d.help for d in found] == ["rename it to bank.yaml"]
