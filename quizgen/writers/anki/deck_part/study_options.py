"""``options:`` of an Anki deck."""

from __future__ import annotations

from decimal import Decimal

from quizgen.model.item import Word
from quizgen.model.pattern import pattern
from quizgen.readers.keys import Key, KeyTable
from quizgen.readers.shapes import Flag, ListOf, Reading, WholeNumber, WordShape
from quizgen.readers.yaml import Node
from quizgen.writers.anki.deck_part.spec import StudyOptions

PRESET_NAME = WordShape("a name", pattern(r"[^\x00-\x1f]{1,100}"), "write up to 100 characters")
STEP = WordShape(
    "a length of time",
    pattern(r"[1-9][0-9]{0,3}[mhd]"),
    "write a number and m, h or d, for minutes, hours or days, such as 10m",
)
RETENTION = WordShape(
    "a share of reviews",
    pattern(r"0\.[7-9][0-9]?|[7-9][0-9]\s?%"),
    "write a number from 0.7 to 0.99, or from 70% to 99%; Anki's own is 0.9",
)
_MINUTES = {"m": 1, "h": 60, "d": 24 * 60}

NAME = Key("name", PRESET_NAME, "the preset's name in Anki; the deck's if not given")
NEW_PER_DAY = Key("new_per_day", WholeNumber(0, 9999), "how many new cards a day")
REVIEWS_PER_DAY = Key("reviews_per_day", WholeNumber(0, 9999), "how many reviews a day, at most")
LEARNING_STEPS = Key(
    "learning_steps", ListOf(STEP, or_one=True), "when a new card comes again, such as [1m, 10m]"
)
BURY_SIBLINGS = Key("bury_siblings", Flag(), "true to show only one card of a note on the same day")
DESIRED_RETENTION = Key(
    "desired_retention", RETENTION, "how many reviews should go well, for FSRS, such as 0.9"
)
LEECH_THRESHOLD = Key(
    "leech_threshold", WholeNumber(1, 9999), "after how many lapses a card is a leech"
)
OPTION_KEYS = KeyTable(
    "the options of a deck",
    (
        *(NAME, NEW_PER_DAY, REVIEWS_PER_DAY, LEARNING_STEPS, BURY_SIBLINGS),
        *(DESIRED_RETENTION, LEECH_THRESHOLD),
    ),
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
            desired_retention=_share(values.get(DESIRED_RETENTION)),
            leech_threshold=values.get(LEECH_THRESHOLD),
        )


def _share(word: Word | None) -> float | None:
    """Return the share that `word` writes as a decimal number or in per cent, from 0 to 1."""
    if word is None:
        return None
    digits = word.value.removesuffix("%").strip()
    return float(Decimal(digits) / 100 if word.value.endswith("%") else Decimal(digits))
