"""Keys that a learner presses in the real Anki desktop reach the card."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from support import write_project
from support.anki_desktop import AnkiDesktop, anki_desktop, aqt_python

from quizgen import build

CHOICE = """
- {id: host, type: multiple_choice, question: Where did they meet?, answer: Seoul,
   distractors: [Tokyo, Washington, Canberra], reference: r}
"""
STEPS = """
- {id: steps, type: ordering, question: Order the steps., in_order: [draft, vote, text],
   reference: r}
"""
ACCENT = (11, 92, 173)
"""The colour of what is chosen, by day (--qz-accent in the cards' stylesheet)."""


def chosen(anki: AnkiDesktop, name: str) -> list[int]:
    """The lines of the screen on which much of the colour of what is chosen stands."""
    with Image.open(anki.picture(f"{name}.png")) as picture:
        pixels = picture.convert("RGB")
        width, height = pixels.size
        data = pixels.tobytes()
    found = []
    for line in range(height):
        row = data[line * width * 3 : (line + 1) * width * 3]
        triples = zip(row[::3], row[1::3], row[2::3], strict=True)
        if sum(triple == ACCENT for triple in triples) > width // 3:
            found.append(line)
    return found


@pytest.mark.parametrize("questions", [CHOICE, STEPS], ids=["choice", "ordering"])
def test_alt_and_a_digit_choose_a_row(questions: str, tmp_path: Path) -> None:
    aqt_python()
    result = build(write_project(tmp_path / "p", questions), built=1_700_000_000)
    (package,) = [path for path in result.files if path.suffix == ".apkg"]
    with anki_desktop(package.resolve(), tmp_path) as anki:
        assert chosen(anki, "front") == []
        anki.press("alt+2")
        second = chosen(anki, "second")
        assert second
        anki.press("alt+1")
        first = chosen(anki, "first")
        assert min(first) < min(second)
        if questions == STEPS:
            assert set(second) <= set(first)
            anki.press("alt+3")
        anki.press("space")
        anki.picture("back.png")
