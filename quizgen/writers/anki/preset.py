"""Deck options as a preset of Anki's, in the words of its legacy collections."""

from __future__ import annotations

from typing import Any

from quizgen.writers.anki.deck_part import StudyOptions
from quizgen.writers.anki.identity import deck_id

BY_POSITION, AS_GATHERED, IN_ORDER = 1, 1, 1
"""New cards by their number, over all subdecks, and not shuffled afterwards (Anki's
``newGatherPriority`` and ``newSortOrder``; ``order`` is for versions before 2.1.45)."""


def preset(options: StudyOptions, bank: str, deck: str, modified: int) -> dict[str, Any]:
    """Return the preset for `deck`.

    What `options` leave open is as Anki has it by default (26.9.3).

    `modified` is seconds since 1970.
    """
    bury = options.bury_siblings or False
    steps = options.steps or (1, 10)
    return {
        "id": deck_id(bank, f"options of {deck}"),
        "name": options.name or deck,
        "mod": modified,
        "usn": -1,
        "maxTaken": 60,
        "autoplay": True,
        "timer": 0,
        "replayq": True,
        "dyn": False,
        "new": {
            "bury": bury,
            "delays": [float(minutes) for minutes in steps],
            "initialFactor": 2500,
            "ints": [1, 4, 0],
            "order": IN_ORDER,
            "perDay": 20 if options.new_per_day is None else options.new_per_day,
        },
        "rev": {
            "bury": bury,
            "ease4": 1.3,
            "hardFactor": 1.2,
            "ivlFct": 1.0,
            "maxIvl": 36500,
            "perDay": 200 if options.reviews_per_day is None else options.reviews_per_day,
        },
        "lapse": {
            "delays": [10.0],
            "leechAction": 1,
            "leechFails": options.leech_threshold or 8,
            "minInt": 1,
            "mult": 0.0,
        },
        "buryInterdayLearning": bury,
        "newGatherPriority": BY_POSITION,
        "newSortOrder": AS_GATHERED,
        **_retention(options),
        "easyDaysPercentages": [1.0] * 7,
    }


def _retention(options: StudyOptions) -> dict[str, float]:
    """Return the entry for FSRS, none where the deck file says nothing of it."""
    retention = options.desired_retention
    return {} if retention is None else {"desiredRetention": retention}
