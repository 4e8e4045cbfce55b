"""Values that lose a part to a remark or to a comma in braces: told at the sign that cut them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank

CARD = "- id: a\n  type: flashcard\n  front: f\n  back: b\n  reference: r\n"
MC = "- id: a\n  type: multiple_choice\n  question: Q\n  reference: r\n  answer: x\n"


def findings(tmp_path: Path, questions: str, **bank: str) -> tuple[list[str], str]:
    """Names and lines of what is found, and all that the messages say."""
    _, found = load_bank(write_bank(tmp_path, questions, **bank))  # type: ignore[arg-type]
    names = [f"{d.name}:{d.span.line}:{d.span.column}" for d in found]
    return names, " ".join(f"{d.message} {d.help}" for d in found)


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        (f"{MC}  distractors: [a, #b,\n    c]", ["text-cut-off:8:20"]),
        (f"{MC}  distractors: [a, b # c, d]", ["text-cut-off:8:22"]),
        (f"{CARD}  tags: [a, #b, c]\n", ["text-cut-off:8:13"]),
        (f"{CARD}  explain: It was song # eleven of the album", ["text-cut-off:8:24"]),
        (f"{MC}  distractors: [a,  # the first\n    b]", []),
        (f"{CARD}  explain: Because # ask Anna", []),
        (f"{CARD}  explain: Because it had rained.  # ask Anna", []),
    ],
)
def test_parts_behind_a_remark(tmp_path: Path, entry: str, found: list[str]) -> None:
    assert findings(tmp_path, entry)[0] == found


@pytest.mark.parametrize(
    ("entry", "mend"),
    [
        ("{id: t, type: flashcard, front: Rome, Italy, back: b, reference: r}", '"Rome, Italy"'),
        ("{id: t, type: numeric, question: Q, reference: r, answer: 1,200}", '"1,200"'),
    ],
)
def test_a_comma_in_braces_that_belongs_to_a_value(tmp_path: Path, entry: str, mend: str) -> None:
    found, said = findings(tmp_path, f"- {entry}")
    assert [name.partition(":")[0] for name in found] == ["empty-value"]
    assert mend in said


def test_parts_that_look_alike_are_told_in_every_type(tmp_path: Path) -> None:
    entry = (
        "- {id: a, type: ordering, question: Q, reference: r, in_order: [Ro\u200bme, Rome, Bern]}\n"
        "- {id: b, type: matching, question: Q, reference: r, "
        "pairs: {Rome: It\u00adaly, Bern: CH, Oslo: Italy}}"
    )
    found, _ = findings(tmp_path, entry)
    assert [name.partition(":")[0] for name in found] == ["invisible-character"] * 2


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The H<sub>2</sub>O is.", ["html-in-text:3:1"]),
        ("The `<i>` is.", []),
        ("```\n<b>code</b>\n```", []),
        ("Less is a < b.", []),
    ],
)
def test_html_in_the_passage(tmp_path: Path, line: str, found: list[str]) -> None:
    assert findings(tmp_path, CARD, passage=f"# T\n\n{line}\n")[0] == found


@pytest.mark.parametrize(
    ("topic", "bank"),
    [
        ("topic: people\ntitle: <b>Unit</b> 3\nquestions:\n", "language: en\n"),
        ("", "language: en\nglossary: {dam: a <i>wall</i>}\n"),
    ],
)
def test_html_in_titles_and_the_glossary(tmp_path: Path, topic: str, bank: str) -> None:
    folder = write_bank(tmp_path, CARD, bank=bank, passage="# T\n\nA dam.\n")
    if topic:
        (folder / "people.yaml").write_text(topic + CARD)
    _, found = load_bank(folder)
    assert [d.name for d in found] == ["html-in-text"]
