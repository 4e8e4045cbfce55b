"""``options:`` of an Anki deck."""

from __future__ import annotations

import re

from quizgen.readers.keys import Key, KeyTable
from quizgen.readers.shapes import Flag, ListOf, Reading, WholeNumber, WordShape
from quizgen.readers.yaml import Node
from quizgen.writers.anki.deck_part.spec import StudyOptions

PRESET_NAME = WordShape("a name", re.compile(r"[^\x00-\x1f]{1,100}"), "write up to 100 characters")
STEP = WordShape(
    "a length of time",
    re.compile(r"[1-9][0-9]{0,3}[mhd]"),
    "write a number and m, h or d, for minutes, hours or days, such as 10m",
)
_MINUTES = {"m": 1, "h": 60, "d": 24 * 60}

NAME = Key("name", PRESET_NAME, "the preset's name in Anki; the deck's if not given")
NEW_PER_DAY = Key("new_per_day", WholeNumber(0, 9999), "how many new cards a day")
REVIEWS_PER_DAY = Key("reviews_per_day", WholeNumber(0, 9999), "how many reviews a day, at most")
LEARNING_STEPS = Key(
    "learning_steps", ListOf(STEP, or_one=True), "when a new card comes again, such as [1m, 10m]"
)
BURY_SIBLINGS = Key("bury_siblings", Flag(), "true to show only one card of a note on the same day")
OPTION_KEYS = KeyTable(
    "the options of a deck", (NAME, NEW_PER_DAY, REVIEWS_PER_DAY, LEARNING_STEPS, BURY_SIBLINGS)
)


class StudyOptionsShape:
    """The options of a deck, written as keys with values."""

    noun = "the options of a deck"
    table = OPTION_KEYS

    def read(self, node: Node, reading: Reading) -> StudyOptions | None:
        """Return the options that `node` gives, or None once its faults are reported."""
        values = self.table.read(node, reading)
        if values is None:
            return None
        name, steps = values.get(NAME), values.get(LEARNING_STEPS, ())
        return StudyOptions(
            name=name.value if name else None,
            new_per_day=values.get(NEW_PER_DAY),
            reviews_per_day=values.get(REVIEWS_PER_DAY),
            steps=tuple(int(step.value[:-1]) * _MINUTES[step.value[-1]] for step in steps),
            bury_siblings=values.get(BURY_SIBLINGS),
        )
