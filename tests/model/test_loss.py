"""What is told of a loss is a sentence."""

from __future__ import annotations

import pytest

from quizgen.model.item import Word
from quizgen.model.loss import Loss
from quizgen.writers.exporting.beside import Beside

PLURALS = {"the tags", "the gaps to fill", "gaps that are asked together"}
SINGULARS = {"what is no formula", "an option", "the order of the options", "the style of a gap"}


@pytest.mark.parametrize("what", sorted(PLURALS | SINGULARS | {part.value for part in Beside}))
def test_the_verb_agrees_with_what_is_lost(what: str) -> None:
    verb = "are" if what in PLURALS else "is"
    assert str(Loss(Word("q"), what, "GIFT has none")) == f"{what} {verb} lost: GIFT has none"
