"""What a question is worth: as its author says, else by its type."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, told, write_bank

from quizgen.model.item import Item

CLOZE = 'type: cloze\n  text: "{{c1::A}} and {{c1::B}} in {{c2::C}}."'
ORDERING = "type: ordering\n  question: Order.\n  in_order: [a, b, c, d]"
TIMELINE = "type: timeline\n  question: Order.\n  events: {1918: a, 1945: b}"
MATCHING = "type: matching\n  question: Match.\n  pairs: {a: b, c: d}"
SHORT = "type: short_answer\n  question: Who?\n  answer: Cho"


def read(tmp_path: Path, body: str) -> tuple[Item | None, list[str], str]:
    folder = write_bank(tmp_path, f"- id: q\n  {body}\n  reference: r\n")
    bank, found = load_bank(folder)
    items = [item for topic in bank.topics for item in topic.items] if bank else []
    return (
        (items[0] if items else None),
        told(found),
        " ".join(f"{d.message} {d.help}" for d in found),
    )


@pytest.mark.parametrize(
    ("body", "points"),
    [(CLOZE, 3), (ORDERING, 4), (TIMELINE, 2), (MATCHING, 2), (SHORT, 1)],
)
def test_each_gap_place_and_pair_is_worth_a_point(tmp_path: Path, body: str, points: int) -> None:
    item, _, _ = read(tmp_path, body)
    assert item
    assert (item.points, item.printed_points) == (points, points)


@pytest.mark.parametrize("body", [CLOZE, ORDERING, TIMELINE, MATCHING, SHORT])
def test_what_the_author_says_counts(tmp_path: Path, body: str) -> None:
    item, _, _ = read(tmp_path, f"{body}\n  points: 7")
    assert item
    assert item.printed_points == 7


@pytest.mark.parametrize("word", ["hidden", "Hidden", '"hidden"'])
def test_hidden_points_count_as_usual_and_are_not_printed(tmp_path: Path, word: str) -> None:
    item, found, _ = read(tmp_path, f"{CLOZE}\n  points: {word}")
    assert item
    assert (item.points, item.printed_points) == (3, 0)
    assert found == []


@pytest.mark.parametrize(
    ("typed", "name", "way_out"),
    [
        ("hiden", "bad-word", "did you mean 'hidden'?"),
        ("none", "bad-number", "write hidden or a whole number from 0 to 1000"),
        ("-1", "bad-number", "write hidden or a whole number from 0 to 1000"),
        ("0.5", "bad-number", "write hidden or a whole number from 0 to 1000"),
        ("[1]", "wrong-kind", "hidden or a whole number"),
    ],
)
def test_what_is_neither_is_told(tmp_path: Path, typed: str, name: str, way_out: str) -> None:
    _, found, words = read(tmp_path, f"{SHORT}\n  points: {typed}")
    assert [one.partition("@")[0] for one in found] == [name]
    assert way_out in words
