"""What people have decided: which files say it, and what of it fits what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from quizgen.commands.grade.attempts import Decisions, PageDecisions
from quizgen.commands.grade.kept import DECISIONS, Kept, merged, read_decisions


def all_decisions(folder: Path, others: Iterable[Path]) -> dict[str, PageDecisions]:
    """Return the decisions in the `folder` of results and in the files `others`, the last first.

    Raises KeptFileError.
    """
    decisions: dict[str, PageDecisions] = {}
    kept_file = folder / DECISIONS
    for path in [*([kept_file] if kept_file.exists() else []), *others]:
        decisions = merged(decisions, read_decisions(path))
    return decisions


def fitting(decisions: Mapping[str, PageDecisions], kept: Kept) -> dict[str, PageDecisions]:
    """Return `decisions` without those about rows and values that are not on the page."""
    result = dict(decisions)
    for reading in kept.readings.values():
        decided = decisions.get(reading.key)
        if decided is None:
            continue
        layout = kept.prints[reading.code.digest].layout_for(reading.code)
        assert layout is not None
        fields = layout.pages[reading.code.page - 1].fields
        rows = {
            row: values
            for row, values in decided.rows.items()
            if 0 <= row < len(fields) and set(values) <= {b.value for b in fields[row].bubbles}
        }
        result[reading.key] = replace(decided, rows=rows)
    return result


def settle(kept: Kept, decisions: Decisions) -> None:
    """Take out of `kept` the pages that could not be read and that a person has settled."""
    kept.unreadable = {
        place: page
        for place, page in kept.unreadable.items()
        if not (page.key in decisions and decisions[page.key].is_dropped)
    }
