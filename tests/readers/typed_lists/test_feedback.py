"""Feedback as Respondus wants it typed: ``@`` and ``~``, below a question or below an option."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import bring, keys

from quizgen.model.item import Choice

EXAM = """\
1) Which is the capital of Peru?
~ Well done,
it is on the coast
@ Look at a map.
a. Cusco
@ Cusco was that of the Incas.
*b. Lima
c. Quito

2) Who wrote it?
*a. Ann @ home
b. Bob~
"""


def _reasons(choice: object) -> dict[str, str]:
    assert isinstance(choice, Choice)
    return {o.text.plain: o.rationale.plain for o in choice.options if o.rationale}


def test_feedback_is_no_part_of_the_texts(tmp_path: Path) -> None:
    got = bring(tmp_path, "exam.txt", EXAM)
    first, second = got.items
    assert first.stem.plain == "Which is the capital of Peru?"
    assert keys(first) == ["Lima"]
    assert _reasons(first.interaction) == {
        "Cusco": "Cusco was that of the Incas.",
        "Lima": "Well done, it is on the coast",
    }
    assert got.losses == {"GENERAL_FEEDBACK": ["Look at a map."]}
    assert keys(second) == ["Ann @ home"], "only at the beginning of a line"
    assert _reasons(second.interaction) == {}


@pytest.mark.parametrize(
    ("text", "explain"),
    [
        ("1. The sky is blue.\n~ By day.\n*a. True\nb. False\n@ Look up.\n", "Look up. By day."),
        ("1. Capital of Peru?\n~ On the coast.\nAnswer: Lima\n", "On the coast."),
    ],
)
def test_feedback_without_options_explains(tmp_path: Path, text: str, explain: str) -> None:
    (item,) = bring(tmp_path, "exam.txt", text).items
    assert item.explain is not None
    assert item.explain.plain == explain
