"""No change is told with the same words before and after: what differs is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import mistakes, write_project
from support.entries import without_entries

from quizgen import build
from quizgen.commands.diff import as_text, diff
from quizgen.commands.diff.field_text import field_text
from quizgen.commands.diff.fields import SAME_WORDS, field_changes
from quizgen.project.layout import Project

TYPED = "- {id: a, type: short_answer, question: Q?, answer: Rome, reference: r}\n"
NUMBER = "- {id: a, type: numeric, question: Q?, answer: 30, tolerance: 5, reference: r}\n"
CHOICE = (
    "- {id: a, type: multiple_choice, question: Q?, answer: '2', distractors: ['1', '3'], "
    "ascending: true, reference: r}\n"
)
LINK = "- {id: a, type: flashcard, front: '[x](https://a.org)', back: b, reference: r}\n"
CARD = "- {id: a, type: flashcard, front: one word, back: b, reference: r}\n"


def lines(root: Path, entry: str, later: str, *, entries: bool = True) -> list[str]:
    """What is told of the note after the first line, when `entry` becomes `later`."""
    write_project(root, entry)
    assert build(root, built=1_700_000_000).files
    old = root / "dist/talks/talks.apkg"
    if not entries:
        old = without_entries(old, root / "old.apkg")
    write_project(root, later)
    found = diff(Project(root), against=old)
    assert mistakes(found.diagnostics) == []
    for note in found.decks[0].notes:
        assert all(change.before != change.after for change in note.fields)
    return [line.strip() for line in as_text(found.decks[0]).splitlines()[2:]]


@pytest.mark.parametrize(
    ("entry", "later", "words"),
    [
        (
            TYPED,
            TYPED.replace("Rome,", "Rome, case: exact,"),
            ["Judging: answer: Rome", "→ answer: Rome, case: exact"],
        ),
        (
            NUMBER,
            NUMBER.replace("tolerance: 5", "tolerance: 2"),
            [
                "Also accepted: Right within ± 5",
                "→ Right within ± 2",
                "Judging: answer: 30, number: true, tolerance: 5",
                "→ answer: 30, number: true, tolerance: 2",
            ],
        ),
        (
            TYPED,
            TYPED.replace("Rome,", "Rome, accept: [Roma, Rom],"),
            ["Also accepted:", "→ Also right: Roma, Rom"],
        ),
        (
            CHOICE,
            CHOICE.replace("'2', distractors: ['1'", "'1', distractors: ['2'"),
            ["Options: 1 · ✓ 2 · 3", "→ ✓ 1 · 2 · 3"],
        ),
        (
            LINK,
            LINK.replace("a.org", "b.org"),
            ["Front: x (https://a.org)", "→ x (https://b.org)"],
        ),
        (CARD, CARD.replace("word", "**word**"), ["front: one word", "→ one **word**"]),
        (
            CARD,
            CARD.replace("one word", "'2 **words**'").replace("back: b", "back: '*b*'"),
            [
                "Front: one word",
                "→ 2 words",
                "back: b",
                "→ *b*",
                "front: one word",
                "→ 2 **words**",
            ],
        ),
    ],
)
def test_what_words_alone_do_not_say(
    tmp_path: Path, entry: str, later: str, words: list[str]
) -> None:
    assert lines(tmp_path, entry, later) == words


def test_without_the_entry_a_style_is_told_as_one(tmp_path: Path) -> None:
    words = lines(tmp_path, CARD, CARD.replace("word", "**word**"), entries=False)
    assert words == ["Front:", f"→ {SAME_WORDS}"]


def test_parts_are_told_apart() -> None:
    field = '<div dir="auto">a<br>b</div><ul><li>c d</li><li>e<table><tr><td>f</td><td>g</td></tr>'
    assert field_text(field) == "a b c d · e f | g"


def test_pictures_and_buttons() -> None:
    assert field_text('<img src="a.png" alt="A map"> <img src="b.png">') == "[a.png: A map] [b.png]"
    assert field_text("<details><summary>Hint</summary><div>Think</div></details>") == "Think"


@given(before=st.text(), after=st.text(alphabet="<>&;#/ab x\"'="))
def test_any_two_fields_are_told_apart(before: str, after: str) -> None:
    changes = field_changes({"Front": before}, {"Front": after})
    assert bool(changes) == (before != after)
    assert all(change.before != change.after for change in changes)
