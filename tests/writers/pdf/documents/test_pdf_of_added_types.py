"""Puzzles and games take what learners do: a type that is added needs no place in a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_project
from support.pdf_samples import read

from quizgen import build
from quizgen.model.item import Match, TextEntry
from quizgen.readers import item
from quizgen.readers.item_keys import TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import BodyBuilder, ItemBody, QuestionType
from quizgen.readers.shapes import Reading
from quizgen.readers.yaml import MappingNode

WORD = Key("word", TEXT, "a word", required=True)
MEANING = Key("meaning", TEXT, "what it means", required=True)
MEANINGS = {"Zug": "train", "Nacht": "night", "Bahnhof": "station", "Schiene": "rail"}
ENTRIES = "".join(
    f"- {{id: {word.lower()}, type: translation, word: {word}, meaning: {meaning}, reference: r}}\n"
    for word, meaning in MEANINGS.items()
)


def _typed(values: Values, entry: MappingNode, reading: Reading) -> ItemBody:
    return ItemBody(values[WORD], TextEntry(values[MEANING]))


def _matched(values: Values, entry: MappingNode, reading: Reading) -> ItemBody:
    word, meaning = values[WORD], values[MEANING]
    return ItemBody(word, Match((word,), (meaning,), (0,)))


@pytest.mark.parametrize(
    ("build_item", "part"),
    [
        (_typed, "puzzles:\n- {name: it, kind: crossword}\n"),
        (_typed, "puzzles:\n- {name: it, kind: word-search}\n"),
        (_typed, "games:\n- {name: it, kind: memory}\n"),
        (_matched, "games:\n- {name: it, kind: dominoes}\n"),
    ],
    ids=["crossword", "word search", "typed answers in a game", "pairs in a game"],
)
def test_an_added_type_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build_item: BodyBuilder, part: str
) -> None:
    new = QuestionType("translation", "Translate it.", (WORD, MEANING), build_item, "")
    monkeypatch.setitem(item._BY_NAME, new.name, new)
    write_project(tmp_path, ENTRIES, deck=f"bank: talks\n{part}")
    result = build(tmp_path, built=0)
    assert [d.message for d in result.diagnostics if d.severity.value == "error"] == []
    [key] = (tmp_path / "dist").rglob("it-key.pdf")
    assert all(meaning in "\n".join(read(key.read_bytes())) for meaning in MEANINGS.values())
