"""Bingo, dominoes and memory cards on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import mistakes, write_project
from support.pdf_samples import read

from quizgen import build, check

CAPITALS = {
    "Japan": "Tokyo",
    "Korea": "Seoul",
    "Peru": "Lima",
    "Cuba": "Havana",
    "Spain": "Madrid",
    "Italy": "Rome",
}
MATCHING = (
    "- id: m\n  type: matching\n  question: Match.\n  explain: So.\n  reference: x\n  pairs: {"
    + ", ".join(f"{a}: {b}" for a, b in CAPITALS.items())
    + "}\n"
)
TWINS = (
    "- {id: f, type: flashcard, front: Where?, back: Rome, explain: So., reference: x}\n"
    "- {id: s, type: short_answer, question: Who?, answer: Ann, explain: So., reference: x}\n"
)


def printed(root: Path, game: str, questions: str = MATCHING) -> dict[str, str]:
    """The text of each file of a game, and each diagnostic by name."""
    write_project(root, questions, deck=f"bank: talks\ngames:\n- {{name: g, {game}}}\n")
    result = build(root, built=1_700_000_000)
    assert [d.message for d in result.diagnostics if d.severity.value == "error"] == []
    folder = root / "dist" / "talks"
    return {path.name: "\n".join(read(path.read_bytes())) for path in folder.glob("*.pdf")}


@pytest.mark.parametrize(
    ("game", "times"),
    [("kind: memory", 1), ("kind: dominoes", 1), ("kind: bingo, squares: 2x2, cards: 6", 0)],
)
def test_the_cards_and_the_key_have_every_pair(tmp_path: Path, game: str, times: int) -> None:
    found = printed(tmp_path, game)
    assert set(found) == {"g.pdf", "g-key.pdf"}
    for country, capital in CAPITALS.items():
        assert re.search(rf"\d\. {country} – {capital}", found["g-key.pdf"])
        if times:
            assert found["g.pdf"].count(capital) == times
            assert found["g.pdf"].count(country) == times
    if not times:
        assert sum(found["g.pdf"].count(capital) for capital in CAPITALS.values()) == 6 * 4
        assert not any(country in found["g.pdf"] for country in CAPITALS)


def test_questions_and_the_glossary_give_pairs_too(tmp_path: Path) -> None:
    glossary = "glossary: {veto: a vote that stops all}\n"
    root = write_project(
        tmp_path,
        TWINS,
        deck="bank: talks\ngames:\n- {name: g, kind: memory, glossary: true}\n",
        bank=glossary,
    )
    build(root, built=1_700_000_000)
    text = "\n".join(read((root / "dist" / "talks" / "g.pdf").read_bytes()))
    assert {"Where?", "Rome", "Who?", "Ann", "veto"} <= set(text.split())


@pytest.mark.parametrize(
    ("game", "questions", "name"),
    [
        ("kind: memory", TWINS, "game-too-small"),
        ("kind: bingo", MATCHING, "game-too-small"),
        ("kind: bingo, squares: 2x3", MATCHING, "game-too-small"),
        ("kind: memory", MATCHING + TWINS, "pair-left-out"),
        ("kind: memory, cards: 3", MATCHING, "other-game"),
    ],
)
def test_what_cannot_be_played_is_told(
    tmp_path: Path, game: str, questions: str, name: str
) -> None:
    deck = f"bank: talks\ngames:\n- {{name: g, {game}}}\n"
    root = write_project(tmp_path, questions, deck=deck)
    [fault] = mistakes(check(root))
    assert fault.name == name
    assert fault.span.source.path.name == "talks.yaml"
    assert fault.span.line == 3
    assert fault.help


def test_a_text_that_fits_in_no_size_is_told(tmp_path: Path) -> None:
    long = MATCHING.replace("Tokyo", "Tokyo " * 120)
    root = write_project(
        tmp_path, long, deck="bank: talks\ngames: [{name: g, kind: memory, grid: 4x8}]\n"
    )
    result = build(root, built=1_700_000_000)
    assert "card-too-small" in {d.name for d in result.diagnostics}
