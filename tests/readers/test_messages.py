"""Each slip of an author's gets its own message, at its own place."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, told, write_bank

HEAD = "- id: x\n  type: {}\n  reference: b\n"
MC = HEAD.format("multiple_choice") + "  question: Q?\n  answer: A\n"


@pytest.mark.parametrize(
    ("entry", "expected", "words"),
    [
        ("- just a text", ["wrong-kind@3:3"], "a question"),
        ("- id: x", ["missing-key@3:3"], "type"),
        ("- id: x\n  type: multiple choice", ["unknown-type@4:9"], "multiple_choice"),
        ("- id: x\n  type: blah", ["unknown-type@4:9"], "flashcard"),
        (HEAD.format("flashcard") + "  front: a", ["missing-key@3:3"], "back"),
        (MC + "  distractors: [B]\n  answr: C", ["unknown-key@9:3"], "answer"),
        (MC + "  distractors: [B]\n  tags: [a b]", ["bad-tag@9:10"], "hyphen"),
        (MC + "  distractors: [B]\n  tags: ['a\u3000b']", ["bad-tag@9:10"], "hyphen"),
        (MC + "  distractors: [B]\n  tags: ['::a']", ["bad-tag@9:10"], "empty level"),
        (MC + "  distractors: [B]\n  tags: ['a::']", ["bad-tag@9:10"], "empty level"),
        (MC + "  distractors: [B]\n  tags: ['a::::b']", ["bad-tag@9:10"], "empty level"),
        (MC + "  distractors: [B]\n  tags: [Leech]", ["bad-tag@9:10"], "Anki sets itself"),
        (MC + "  distractors: [B]\n  tags: [marked]", ["bad-tag@9:10"], "Anki sets itself"),
        (MC + "  distractors: [B]\n  difficulty: esay", ["bad-word@9:15"], "'easy'"),
        (MC + "  distractors: [B]\n  points: many", ["bad-number@9:11"], "whole number"),
        (MC + "  distractors: []", ["too-few@8:16"], "at least 1"),
        (MC + "  distractors: {B: C}", ["wrong-kind@8:16"], "`[C]`"),
        (MC + "  distractors: B, C", ["wrong-kind@8:16"], "`[B, C]`"),
        (MC + "  distractors:\n  - B\n    - C", ["swallowed-dash@10:5"], "below the other"),
        (HEAD.format("flashcard") + "  frnt: a\n  back: b", ["unknown-key@6:3"], "'front'"),
        (HEAD.format("flashcard") + "  frnt: a", ["unknown-key@6:3", "missing-key@3:3"], "front"),
        (MC + "  options: [B, C]", ["unknown-key@8:3"], "distractors: [C]"),
        (MC + "  distractors: [B]\n  explain: see #1718", ["text-cut-off@9:16"], "quotes"),
        (MC + "  distractors:", ["empty-value@8:15"], "missing"),
        (MC + "  distractors: [B]\n  explain: [x]", ["wrong-kind@9:12"], "list"),
        (MC + "  distractors: [B]\n  explain: {x: y}", ["wrong-kind@9:12"], "quotes"),
        (MC + "  distractors:\n  - B: C", ["wrong-kind@9:5"], '"B: C"'),
        (MC + "  distractors: [B]\n  explain: ''", ["empty-value@9:12"], "fill it in"),
        (
            HEAD.format("true_false") + "  question: Q\n  answer: maybe",
            ["bad-word@7:11"],
            "true or false",
        ),
        (HEAD.format("cloze") + "  text: no gap here", ["no-gap@6:9"], "{{c1::answer}}"),
        (HEAD.format("cloze") + '  text: "{{c1::x"', ["bad-gap@6:10"], "never closed"),
        (HEAD.format("cloze") + "  text: {{c1::x}}", ["bad-key@6:10", "wrong-kind@6:9"], "quotes"),
        (HEAD.format("numeric") + "  question: Q\n  answer: 12 km", ["bad-number@7:11"], "unit"),
        (
            HEAD.format("numeric") + "  question: Q\n  answer: 1\n  tolerance: -1",
            ["bad-number@8:14"],
            "from 0 up",
        ),
        (
            HEAD.format("matching") + "  question: Q\n  pairs: {a: b}",
            ["too-few@7:10"],
            "at least 2",
        ),
        (
            HEAD.format("matching") + "  question: Q\n  pairs: [a, b]",
            ["wrong-kind@7:10"],
            "premise",
        ),
        (
            HEAD.format("timeline") + "  question: Q\n  events: {2023-02-30: a, 2024: b}",
            ["bad-date@7:12"],
            "calendar",
        ),
        (
            HEAD.format("timeline") + "  question: Q\n  events: {2023: a, 2023-01: b}",
            ["unclear-order@7:21"],
            "to the day",
        ),
        (
            HEAD.format("timeline") + "  question: Q\n  events: [2023: a, 2022-01: b]",
            ["unclear-order@7:21"],
            "in their order",
        ),
        (
            HEAD.format("timeline") + "  question: Q\n  events: [2023: a, {2024: b, 2025: c}]",
            ["wrong-kind@7:11"],
            "date: event",
        ),
        (
            HEAD.format("flashcard") + '  front: "a\\x1fb"\n  back: c',
            ["control-character@6:10"],
            "U+001F",
        ),
        (
            HEAD.format("flashcard") + "  front: '![](a.png)'\n  back: c",
            ["missing-alt-text@6:10", "missing-media@6:10"],
            "description",
        ),
        ("- {id: a b, type: flashcard, front: a, back: b}", ["bad-word@3:8"], "hyphens"),
    ],
)
def test_entry(tmp_path: Path, entry: str, expected: list[str], words: str) -> None:
    _, diagnostics = load_bank(write_bank(tmp_path, entry))
    assert told(diagnostics) == expected
    text = " ".join(f"{d.message} {d.help}" for d in diagnostics)
    assert words in text, text


def test_a_key_that_lacks_its_indentation(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, MC + "  distractors: [B]")
    with (folder / "people.yaml").open("a") as file:
        file.write("explain: Because.\n")
    _, diagnostics = load_bank(folder)
    assert told(diagnostics) == ["unknown-key@9:1"]
    assert "put two spaces before it" in str(diagnostics[0].help)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, diagnostics = load_bank(
        write_bank(
            tmp_path,
            """
            - {id: a, type: flashcard, front: x, reference: r}
            - {id: b, type: nonsense}
            - {id: c, type: numeric, question: q, answer: x, points: y, reference: r}
            """,
        )
    )
    assert [d.name for d in diagnostics] == [
        "missing-key",
        "unknown-type",
        "bad-number",
        "bad-number",
    ]


def test_mistakes_in_questions_are_told_though_the_file_itself_is_wrong(tmp_path: Path) -> None:
    folder = write_bank(tmp_path)
    (folder / "people.yaml").write_text("topik: x\nquestions:\n- {id: a, type: nonsense}\n")
    _, diagnostics = load_bank(folder)
    assert told(diagnostics) == ["unknown-key@1:1", "unknown-type@3:17"]
