"""``anki:`` of a deck file."""

from __future__ import annotations

from quizgen.model.pattern import pattern
from quizgen.readers.deck_file.selection import SELECTION_KEYS, selection_from
from quizgen.readers.item_keys import TEXT
from quizgen.readers.keys import Key, KeyTable, Values
from quizgen.readers.shapes import Flag, OneOf, Reading, RefusedPattern, WordShape
from quizgen.readers.yaml import MappingNode
from quizgen.writers.anki.deck_part.spec import AnkiSpec, Subdecks
from quizgen.writers.anki.deck_part.study_options import StudyOptionsShape

DECK_NAME = WordShape(
    "an Anki deck's name",
    pattern(r'(?=.{1,200}$)[^\s"\x00-\x1f][^"\x00-\x1f]*'),
    "write the levels with :: between them and no quotation mark, such as History::Korea",
    refused=(
        RefusedPattern(
            pattern(r"^::|::\s*::|:::|:\s*$"),
            "has an empty level, which Anki would call “blank”",
            "write the levels with :: between them, such as History::Korea",
        ),
    ),
)

DECK = Key("deck", DECK_NAME, "the deck's name in Anki, :: between levels", required=True)
SUBDECKS = Key("subdecks", OneOf("a way to split", Subdecks), "topic: a subdeck a topic; or none")
DESCRIPTION = Key("description", TEXT, "what Anki shows above the deck")
OPTIONS = Key("options", StudyOptionsShape(), "how Anki deals the cards out")
FLIPS = Key(
    "flip_after_choosing", Flag(), "true: a card shows its answer as soon as an option is chosen"
)
ANKI_KEYS = KeyTable(
    "the Anki deck", (DECK, SUBDECKS, DESCRIPTION, OPTIONS, FLIPS, *SELECTION_KEYS)
)


def anki_from(values: Values, node: MappingNode, reading: Reading) -> AnkiSpec:
    """Return what the `values` of ``anki:`` ask for."""
    return AnkiSpec(
        deck=values[DECK].value,
        subdecks=values.get(SUBDECKS, Subdecks.NONE),
        description=values.get(DESCRIPTION),
        selection=selection_from(values, node),
        options=values.get(OPTIONS),
        flips=values.get(FLIPS, False),
        span=node.entries[FLIPS.name][1] if FLIPS.name in node.entries else node,
    )
