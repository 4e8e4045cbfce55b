"""What pure functions returned, kept for the next command: see `quizgen.model.results`."""

from __future__ import annotations

from functools import partial

from quizgen.commands.cache.records import Records
from quizgen.model.results import KeptResults, recall

RECORD = f"results-{'0' * 32}"


def recall_results(records: Records | None) -> KeptResults:
    """Take from `records` what earlier commands worked out, once it is needed.

    What is worked out from now on is for these records alone: what is in them is of one project.
    """
    return recall(records.owner, partial(records.read, RECORD)) if records else recall("", None)


def keep_results(results: KeptResults, records: Records) -> None:
    """Keep in `records` the `results` of this command, if anything is new."""
    record = results.record()
    if record is not None:
        records.write(RECORD, record)
