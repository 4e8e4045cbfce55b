"""What pure functions returned, kept for the next command: see `quizgen.model.results`."""

from __future__ import annotations

from functools import partial

from quizgen.commands.cache.records import Records
from quizgen.model import results

RECORD = f"results-{'0' * 32}"


def recall_results(records: Records) -> None:
    """Take from `records` what earlier commands worked out, once it is needed."""
    results.recall(partial(records.read, RECORD))


def keep_results(records: Records) -> None:
    """Keep in `records` what this command worked out, if anything is new."""
    record = results.new_results()
    if record is not None:
        records.write(RECORD, record)
