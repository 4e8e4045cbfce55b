"""A picture of the passage is read like any other; one that is no picture is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, PASSAGE, PIXEL, load_bank, mistakes, told, write_bank, write_project

from quizgen import build, check

DECK = """
bank: talks
worksheets:
- {name: sheet, title: The talks, passage: true, sections: [{title: All, topics: [people]}]}
"""


def test_a_picture_that_only_the_passage_shows_is_printed(tmp_path: Path) -> None:
    passage = PASSAGE + "\n![a map](m.png)\n"
    root = write_project(tmp_path, CHOICE, deck=DECK, passage=passage, media={"m.png": PIXEL})  # type: ignore[arg-type]
    assert mistakes(check(root)) == []
    assert build(root, built=1).files


def test_one_that_is_not_there_is_told_at_its_line(tmp_path: Path) -> None:
    passage = PASSAGE + "\n![a map](m.png)\n"
    root = write_project(tmp_path, CHOICE, deck=DECK, passage=passage)
    (found,) = mistakes(check(root))
    assert found.name == "missing-media"
    assert found.span.source.path.name == "passage.md"
    assert found.span.line == passage.count("\n")


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("See ![a map](my map)", "(<my map>)"),
        ("![a map](m.png){width=150%}", "{width=50%}"),
        ("![a map](m.png){width=300px}", "{width=50%}"),
        ("![a map](m.png){height=50%}", "{width=50%}"),
        ("![a map](m.png){.right}", "{.beside}"),
    ],
)
def test_signs_that_were_meant_as_a_picture_are_told(tmp_path: Path, text: str, mend: str) -> None:
    entry = f"- {{id: a, type: flashcard, front: '{text}', back: b, reference: r}}"
    _, found = load_bank(write_bank(tmp_path, entry, media={"m.png": PIXEL, "my map.png": PIXEL}))
    assert [name.partition("@")[0] for name in told(found)] == ["raw-picture"]
    assert mend in str(found[0].help)


@pytest.mark.parametrize(
    "text",
    [
        "![a map](<my map.png>)",
        "![a map](my map.png)",
        "![a map](m.png){width=50%}",
        "![a map](m.png) {{x}}",
        "a ![b] (c d)",
    ],
)
def test_others_are_not(tmp_path: Path, text: str) -> None:
    entry = f"- {{id: a, type: flashcard, front: '{text}', back: b, reference: r}}"
    _, found = load_bank(write_bank(tmp_path, entry, media={"m.png": PIXEL, "my map.png": PIXEL}))
    assert told(found) == []
