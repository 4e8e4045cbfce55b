"""``lines`` and ``space``: what an author may write, and what is told of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, told, write_bank

from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.model.item import ExtendedText

TYPES = {
    "short_answer": "question: Who?\n  answer: Cho",
    "numeric": "question: How many?\n  answer: 3",
    "flashcard": "front: Veto\n  back: a stop",
    "essay": "question: Why?\n  answer: So.",
}


def read(tmp_path: Path, kind: str, keys: str):  # type: ignore[no-untyped-def]
    body = f"- id: q\n  type: {kind}\n  {TYPES[kind]}\n  {keys}\n  reference: r\n"
    bank, found = load_bank(write_bank(tmp_path, body))
    items = [item for topic in bank.topics for item in topic.items] if bank else []
    words = " ".join(f"{one.message} {one.help}" for one in found)
    return (items[0] if items else None), told(found), words


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize(
    ("typed", "space"),
    [
        ("lines", AnswerSpace()),
        ("box", AnswerSpace(SpaceKind.BOX)),
        ("squares 4 cm", AnswerSpace(SpaceKind.SQUARES, height=40)),
        ("blank 35mm", AnswerSpace(SpaceKind.BLANK, height=35)),
        ("lines 2 in", AnswerSpace(SpaceKind.LINES, height=50.8)),
        ("2.5 cm", AnswerSpace(SpaceKind.BLANK, height=25)),
    ],
)
def test_every_written_answer_has_its_space(
    tmp_path: Path, kind: str, typed: str, space: AnswerSpace
) -> None:
    item, found, _ = read(tmp_path, kind, f"space: {typed}")
    assert found == []
    assert item.space == space


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind != "essay"])
def test_short_answers_have_as_many_lines_as_their_author_wants(tmp_path: Path, kind: str) -> None:
    item, found, _ = read(tmp_path, kind, "lines: 3\n  space: box")
    assert found == []
    assert item.space == AnswerSpace(SpaceKind.BOX, lines=3)


def test_an_essay_keeps_its_lines(tmp_path: Path) -> None:
    item, _, _ = read(tmp_path, "essay", "lines: 12\n  space: box")
    assert isinstance(item.interaction, ExtendedText)
    assert (item.interaction.lines, item.space.kind) == (12, SpaceKind.BOX)


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize(
    ("keys", "name", "way_out"),
    [
        ("space: bx", "bad-word", "lines, box, squares or blank"),
        ("space: 4", "bad-word", "4 cm"),
        ("space: box 4 km", "bad-word", "4 cm"),
        ("space: 900 cm", "bad-number", "220 mm"),
        ("space: 1 mm", "bad-number", "5 mm"),
        ("lines: 4\n  space: box 3 cm", "two-heights", "remove `lines:`"),
    ],
)
def test_what_is_no_space_is_told(
    tmp_path: Path, kind: str, keys: str, name: str, way_out: str
) -> None:
    _, found, words = read(tmp_path, kind, keys)
    assert [one.partition("@")[0] for one in found] == [name]
    assert way_out in words
