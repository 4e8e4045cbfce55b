"""Words in another language within a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Run
from quizgen.model.text.gap_parts import GapPart


class LanguageSpan(NamedTuple):
    """A part of a text whose `language` (a BCP 47 tag) is not that of the document."""

    runs: Sequence[Run]
    language: str


TextPart: TypeAlias = GapPart | LanguageSpan
"""What the typesetter sets."""
