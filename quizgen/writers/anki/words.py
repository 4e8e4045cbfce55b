"""The few words that cards add to what the author wrote."""

from __future__ import annotations

from typing import Final

PASSAGE: Final = "Passage, paragraph {number}: “{quote}”"
UNNUMBERED: Final = "Passage: “{quote}”"
CHOOSE_ALL: Final = "Choose {count} answers."
ALSO_RIGHT: Final = "Also right: {answers}"
TOLERANCE: Final = "Right within ± {tolerance}"
WHEN: Final = "When did this happen?"
POINTS: Final = "{points} pt"
