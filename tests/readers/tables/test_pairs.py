"""Terms and definitions with a tab between, as Quizlet exports them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import bring

from quizgen.model.item import Reveal


def _cards(root: Path, text: str) -> list[tuple[str, str]]:
    cards = []
    for item in bring(root, "set.txt", text).items:
        assert isinstance(item.interaction, Reveal)
        cards.append((item.stem.plain, item.interaction.back.plain))
    return cards


def test_a_definition_may_have_several_lines(tmp_path: Path) -> None:
    text = "cell\tthe smallest unit\nof life\n\nHooke saw it\nroot\tit drinks\nleaf\tit breathes\n"
    assert _cards(tmp_path, text) == [
        ("cell", "the smallest unit of life Hooke saw it"),
        ("root", "it drinks"),
        ("leaf", "it breathes"),
    ]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("1.\tWhich city?\na)\tTokyo\nb)\tSeoul\nAnswer: B\n", ["multiple_choice"]),
        ("Which city?\tNow\nA.\tTokyo\nB.\tSeoul\nANSWER: B\n", ["multiple_choice"]),
        ("::a::\tWho?\n{=Ann}\n::b::\tWhat?\n\n", ["short_answer"]),
    ],
)
def test_other_lists_with_tabs_are_read_as_what_they_are(
    tmp_path: Path, text: str, types: list[str]
) -> None:
    assert [item.type for item in bring(tmp_path, "list.txt", text).items] == types
