"""Random templates of strangers, in real Anki before and after the import.

`QUIZGEN_CARD_SEEDS=50` tries fifty decks of twenty note types instead of two.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import genanki
import pytest
from support.foreign_decks import rendered
from support.imported_cards import assert_words_stay

FIELDS = ("Word", "Answer", "Extra", "Empty")
PIECES = (
    *("{{Word}}", "{{Word}}", "{{hint:Extra}}", "{{text:Word}}", "{{kanji:Extra}}", "{{Extra}}"),
    *("{{#Empty}}{{Answer}}{{/Empty}}", "{{^Empty}}vacant{{/Empty}}", "<br>", "<hr>", "ask "),
    *("{{#Extra}}beside {{Extra}}{{/Extra}}", "<div>label: {{Extra}}</div>", "<b>strong</b> "),
    *('<div style="display: none">veiled {{Answer}}</div>', "<!-- {{Answer}} -->", "{{Tags}}"),
    *("<script>'{{Answer}}'</script>", "<table><tr><td>cell</td><td>{{Word}}</td></tr></table>"),
    *(
        "<ul><li>point {{Word}}</li></ul>",
        "<p>Deck: {{Deck}}</p>",
        "{{edit:Word}}",
        "{{furigana:Word}}",
    ),
)
BACKS = ("{{FrontSide}}", "{{Answer}}", "Answer: {{Answer}}", "<hr id=answer>", *PIECES)
SEEDS = range(int(os.environ.get("QUIZGEN_CARD_SEEDS", "2")))


def _model(number: int, chance: random.Random) -> genanki.Model:
    front = " ".join(["{{Word}}", *chance.choices(PIECES, k=chance.randint(0, 4))])
    back = " ".join([*chance.choices(BACKS, k=chance.randint(0, 4)), "<hr>{{Answer}}"])
    return genanki.Model(
        1_700_000_100 + number,
        f"Strange {number}",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Only card", "qfmt": front, "afmt": back}],
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_words_stay_on_their_side_or_are_told(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    deck = genanki.Deck(1_700_000_003, "World::Random")
    for number in range(20):
        fields = [f"word{number} 本[もと]", f"answer{number}", f"extra{number}", ""]
        note = genanki.Note(_model(number, chance), fields, guid=f"g{number}", tags=["vocab"])
        deck.add_note(note)
    package = tmp_path / "random.apkg"
    genanki.Package(deck).write_to_file(str(package))
    assert len(rendered(package, tmp_path / "all")) == 20
    assert assert_words_stay(package, tmp_path).questions == 20
