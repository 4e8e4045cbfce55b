"""Items in whose lines a sign was typed are all that may have it in a text."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import load_bank, write_bank

from quizgen.checks.signs import items_beyond_ascii, items_with
from quizgen.model.item import Item
from quizgen.model.text import inline_runs

SIGNS = ("$", "](", "{{", "!")
WAYS = ("front: {}", "front: '{}'", 'front: "{}"', "front: |-\n    {}", "front: >-\n    {}")
"""Ways to write a text in YAML."""
PIECES = st.sampled_from(
    [
        *("$", "]", "(", "](", "{{", "{", "![", "!", "a", "b ", " ", "^x^", "**", "`", "&#36;"),
        *(
            "&#93;(",
            "\\u0024",
            "\\x21",
            "\\",
            "&",
            "&#x21;",
            "[",
            "é",
            "\\u00e9",
            "&#233;",
            "\\u005d(",
            "<b>",
            "<",
        ),
    ]
)


def text_of(item: Item) -> str:
    typed = [getattr(text.span, "value", "") for text in item.texts]
    shown = [run for text in item.texts for run in inline_runs(text.runs) if isinstance(run, str)]
    return "\0".join((*typed, *shown))


def entry(number: int, text: str) -> str:
    return f"- id: q{number}\n  type: flashcard\n  {text}\n  back: fine\n  reference: r\n"


@given(
    st.lists(
        st.tuples(st.sampled_from(WAYS), st.lists(PIECES, max_size=5).map("".join)),
        min_size=1,
        max_size=6,
    )
)
def test_no_item_with_a_sign_is_passed_over(texts: list[tuple[str, str]]) -> None:
    entries = [entry(n, way.format(f"x{text}")) for n, (way, text) in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        bank, _ = load_bank(write_bank(Path(folder), "".join(entries)))
        for sign in SIGNS:
            having = {item.id.value for item in bank.items if sign in text_of(item)}
            assert having <= {item.id.value for item in items_with([sign], bank)}
        having = {item.id.value for item in bank.items if not text_of(item).isascii()}
        assert having <= {item.id.value for item in items_beyond_ascii(bank)}


@pytest.mark.parametrize(
    ("second", "bank", "expected"),
    [
        ("front: plain", "", ["q0"]),
        ("front: and $", "", ["q0", "q1"]),
        ('front: "\\u0024"', "", ["q0", "q1"]),
        ("front: costs&#36;5", "", ["q0", "q1"]),
        ("front: plain", "reference: costs $5\n", ["q0", "q1", "q2"]),
        ("front: &anchor plain", "", ["q0", "q1", "q2"]),
    ],
)
def test_items_are_searched_by_their_lines(
    second: str, bank: str, expected: list[str], tmp_path: Path
) -> None:
    entries = entry(0, "front: a $ b") + entry(1, second) + entry(2, "front: plain")
    loaded, _ = load_bank(write_bank(tmp_path, entries, bank=bank))
    assert [item.id.value for item in items_with("$", loaded)] == expected


def test_a_comment_above_a_bank_file_is_no_sign_and_one_below_may_be(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, entry(0, "front: a $ b") + entry(1, "front: plain"))
    file = folder / "bank.yaml"
    text = file.read_text()
    for head, expected in (
        ("# yaml-language-server: $schema=x\n\n", ["q0"]),
        ("# one\r# two $\n", ["q0"]),
        ("# one\rreference: costs $5\n", ["q0", "q1"]),
        ("reference: |\n  one\n  # costs $5\n", ["q0", "q1"]),
    ):
        file.write_text(head + text, newline="")
        bank, _ = load_bank(folder)
        assert [item.id.value for item in items_with("$", bank)] == expected


def test_two_items_on_one_line_are_both_among_them(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, entry(0, "front: plain"))
    flow = ", ".join(
        f"{{id: {name}, type: flashcard, front: {text}, back: b}}"
        for name, text in (("plain", "c"), ("dear", "$"))
    )
    (folder / "flow.yaml").write_text(f"topic: flow\nquestions: [{flow}]\n")
    bank, _ = load_bank(folder)
    assert [item.topic for item in items_with("$", bank)] == ["flow", "flow"]


@pytest.mark.parametrize(
    ("bank", "expected"), [("", ["q0", "q2"]), ("reference: né\n", ["q0", "q1", "q2"])]
)
def test_items_beyond_ascii_are_searched_by_their_lines(
    bank: str, expected: list[str], tmp_path: Path
) -> None:
    entries = entry(0, "front: né") + entry(1, "front: born") + entry(2, 'front: "n\\u00e9"')
    loaded, _ = load_bank(write_bank(tmp_path, entries, bank=bank))
    assert [item.id.value for item in items_beyond_ascii(loaded)] == expected
