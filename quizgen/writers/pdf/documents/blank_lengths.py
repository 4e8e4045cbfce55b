"""How long the blanks of a section are: enough for its answers, and no measure of any of them."""

from __future__ import annotations

import math
from collections.abc import Iterable

from quizgen.model.assessment import Section
from quizgen.model.item import GapFill
from quizgen.model.text import Gap
from quizgen.writers.pdf.layout.inline_content import BlankLength
from quizgen.writers.pdf.layout.typesetter import Typesetter

_PHRASE = 1.5
"""A phrase wants more than so many longest blanks for words; less can be written smaller."""
_MAX_LONG = 12
"""The longest blank of a phrase, in longest blanks for words: on A4, about four lines."""


def blank_lengths(section: Section, typesetter: Typesetter) -> BlankLength:
    """Return the length of the blank of each gap of `section`, in points: there are two.

    All blanks for words are as long as the longest word wants, all blanks for phrases as long as
    the longest phrase. A phrase is what, written by hand, wants far more than the longest blank
    for words. Lengths go in steps, so that the blank of a section with one gap does not measure
    its answer.
    """
    edition = typesetter.edition

    def written_length(gap: Gap) -> float:
        wide = typesetter.natural_width(gap.answer.runs, edition.body.font, edition.max_blank)
        return wide * edition.handwriting

    lengths = [
        written_length(gap)
        for question in section.questions
        if isinstance(question.item.interaction, GapFill)
        for gap in question.item.interaction.gaps
    ]
    most = edition.max_blank
    words = [length for length in lengths if length <= _PHRASE * most]
    phrases = [length for length in lengths if length > _PHRASE * most]
    word = _stepped(words, edition.min_blank, edition.blank_step)
    phrase = _stepped(phrases, most, most / 2)

    def blank(gap: Gap) -> float:
        if written_length(gap) > _PHRASE * most:
            return min(phrase, _MAX_LONG * most)
        return min(word, most)

    return blank


def _stepped(lengths: Iterable[float], least: float, step: float) -> float:
    """Return the first of `least`, `least` and one `step`, and so on, that holds all `lengths`."""
    missing = max(lengths, default=0.0) - least
    return least + max(0, math.ceil(missing / step)) * step
