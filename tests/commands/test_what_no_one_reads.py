"""Files that nothing reads, marks of git that would be printed, and odd texts of deck files."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import mistakes, told, write_project

from quizgen import build, check

TOPIC = "topic: x\nquestions: []\n"
DECK = "bank: talks\nanki: {deck: D}\n"


@pytest.mark.parametrize(
    ("path", "content", "mend"),
    [
        ("decks/sub/x.yaml", DECK, "move it up into decks"),
        ("decks/sub/deeper/x.yml", DECK, "move it up into decks"),
        ("question_bank/talks/unit1/week2/x.yaml", TOPIC, "move it up into talks"),
        ("question_bank/2024/seoul/bank.yaml", "id: s\ntitle: S\n", "move the folder seoul up"),
        ("reading.yaml", TOPIC, "move it into question_bank"),
        ("x.yml", f"# a remark\n{DECK}", "move it into decks"),
        ("bank.yaml", "id: s\ntitle: S\n", "into a folder of its own"),
    ],
)
def test_a_yaml_file_in_the_wrong_folder_is_named(
    tmp_path: Path, path: str, content: str, mend: str
) -> None:
    root = write_project(tmp_path)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(content)
    (found,) = mistakes(check(root))
    assert (found.name, found.span.source.path.name) == ("file-not-read", Path(path).name)
    assert mend in str(found.help)
    assert build(root, built=1).files


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("mkdocs.yml", "site_name: x\n"),
        ("_config.yaml", "title: x\nid: y\n"),
        ("docker-compose.yml", "services:\n  bank:\n    image: x\n"),
        (".pre-commit-config.yaml", "topic: x\nquestions: []\n"),
    ],
)
def test_files_of_other_programs_are_none_of_ours(tmp_path: Path, path: str, content: str) -> None:
    root = write_project(tmp_path)
    (root / path).write_text(content)
    assert mistakes(check(root)) == []


CARD = "- {id: a, type: flashcard, front: f, back: b, reference: r}\n"
CONFLICT = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> theirs\n"
BASE = "<<<<<<< HEAD\n{0}||||||| base\n{0}=======\n{1}>>>>>>> theirs\n"


@pytest.mark.parametrize("form", [CONFLICT, BASE])
@pytest.mark.parametrize(
    ("path", "one", "other"),
    [
        ("question_bank/talks/passage.md", "One.\n", "Two.\n"),
        ("question_bank/talks/bank.yaml", "speak: true\n", "speak: false\n"),
        ("question_bank/talks/people.yaml", "title: x\n", "title: y\n"),
        ("decks/talks.yaml", "fonts: a.ttf\n", "fonts: b.ttf\n"),
    ],
)
def test_both_sides_of_a_merge_are_one_mistake(
    tmp_path: Path, form: str, path: str, one: str, other: str
) -> None:
    root = write_project(tmp_path, CARD, passage="# T\n\nSome words.\n")
    file = root / path
    before = file.read_text()
    file.write_text(before + form.format(one, other))
    line = before.count("\n") + 1
    assert told(mistakes(check(root))) == [f"merge-conflict@{line}:1"]


@pytest.mark.parametrize("mark", [">>>>>>> theirs", "<<<<<<< HEAD", "||||||| base"])
def test_a_mark_that_was_left_alone_is_named(tmp_path: Path, mark: str) -> None:
    root = write_project(tmp_path, CARD, passage="# T\n\nSome words.\n")
    for path in ("decks/talks.yaml", "question_bank/talks/passage.md"):
        file = root / path
        before = file.read_text()
        file.write_text(f"{before}{mark}\n")
        expected = [f"merge-conflict@{before.count(chr(10)) + 1}:1"]
        is_heading = mark[0] == "|" and path.endswith(".md")
        assert told(mistakes(check(root))) == ([] if is_heading else expected)
        file.write_text(before)


def test_a_heading_of_markdown_is_no_mark(tmp_path: Path) -> None:
    passage = "A title\n=======\n\nSome words.\n"
    root = write_project(tmp_path, CARD, passage=passage)
    assert mistakes(check(root)) == []
    file = root / "question_bank/talks/passage.md"
    file.write_text(passage + CONFLICT.format("One.\n", "Two.\n"))
    assert told(mistakes(check(root))) == ["merge-conflict@5:1"]


QUOTED = '"`<b>` and 5 < 6"'
SHEET = "worksheets:\n- name: w\n  title: {0}\n  sections: [{{title: T}}]\n"


@pytest.mark.parametrize(
    ("deck", "expected"),
    [
        (f"{DECK}{SHEET.format('<b>Hi</b>')}", ["html-in-text@5:10"]),
        (f"{DECK}{SHEET.format('a&nbsp;b')}", ["html-in-text@5:10"]),
        (f"{DECK}{SHEET.format('$x^2$')}", ["formula-without-math@5:10"]),
        (f"{DECK}{SHEET.format('The $a+b$ test')}", ["formula-without-math@5:10"]),
        (f"{DECK}{SHEET.format(QUOTED)}", []),
        (f"{DECK}{SHEET.format('A' + chr(0x200B) + 'b')}", ["invisible-character@5:10"]),
        (f"{DECK}{SHEET.format('Quoi' + chr(0xA0) + '?')}", []),
        (DECK.replace("{deck: D}", "{deck: D, description: <i>}"), ["html-in-text@2:30"]),
        (DECK.replace("D}", "A\u00a0B}"), ["invisible-character@2:14"]),
        (DECK.replace("D}", "A\u00adB}"), ["invisible-character@2:14"]),
    ],
)
def test_texts_of_a_deck_file_are_looked_at(tmp_path: Path, deck: str, expected: list[str]) -> None:
    root = write_project(tmp_path, deck=deck)
    assert told(mistakes(check(root))) == expected


@pytest.mark.parametrize("formula", ["$a+b$", "$x$", "$2x + 3y$", "$f(x)$", "$x > 0$", "$|a|$"])
def test_a_formula_of_letters_is_seen_as_one(tmp_path: Path, formula: str) -> None:
    entry = "- {{id: a, type: flashcard, front: '{}', back: b, reference: r}}\n"
    root = write_project(tmp_path, entry.format(f"How much is {formula} now?"))
    assert [d.name for d in mistakes(check(root))] == ["formula-without-math"]


@pytest.mark.parametrize(
    "money", ["$5-$10", "US$ and A$", "$a and $b", "$3 + $4 = $7", "$10/h, $20/h", "a$b$c"]
)
def test_money_is_none(tmp_path: Path, money: str) -> None:
    entry = "- {{id: a, type: flashcard, front: '{}', back: b, reference: r}}\n"
    root = write_project(tmp_path, entry.format(f"Is it {money} now?"))
    assert mistakes(check(root)) == []
