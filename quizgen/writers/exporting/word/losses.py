"""What a document of Word cannot say of an item."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.bank import Bank
from quizgen.model.loss import Loss
from quizgen.model.text import Math, inline_runs
from quizgen.writers.exporting.base import Export
from quizgen.writers.exporting.beside import Beside
from quizgen.writers.exporting.plain_lines import texts_of
from quizgen.writers.exporting.sheets.losses import losses_of

LACKS = frozenset((Beside.SOUND, Beside.SPEECH, Beside.BONUS))


def word_losses(export: Export, bank: Bank) -> Iterator[Loss]:
    """Yield what is lost of the questions of `export`."""
    for question in export.questions:
        item = question.item
        yield from losses_of(item, LACKS, "Word")
        runs = [run for text in texts_of(item) for run in inline_runs(text.runs)]
        if any(isinstance(run, Math) for run in runs):
            yield Loss(item.id, "a formula", "it stands as TeX, for Word's own editor")
