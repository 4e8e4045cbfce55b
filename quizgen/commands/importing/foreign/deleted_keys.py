"""Which keys a question of an edited export lacks because somebody deleted their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.commands.importing.foreign.incoming import Incoming
from quizgen.commands.importing.foreign.returned import Entries
from quizgen.readers.tables.words import ColumnRole

_COLUMNS = {
    "explain": ColumnRole.EXPLAIN,
    "hint": ColumnRole.HINT,
    "reference": ColumnRole.REFERENCE,
    "evidence": ColumnRole.QUOTE,
    "difficulty": ColumnRole.DIFFICULTY,
    "tags": ColumnRole.TAGS,
    "points": ColumnRole.POINTS,
    "unit": ColumnRole.UNIT,
    "case": ColumnRole.CASE,
    "rubric": ColumnRole.RUBRIC,
}
"""The columns that keys have in a table; those of the answer itself are always the file's."""


class DeletedKeys:
    """The keys that a file has a place for, so that a question without one has lost it.

    A table has a place for what it has a column of; `columns` are its columns, None for other
    files. In these it is what a question of `incoming` has, or what only one had in the export:
    what no question has any more, the program that the file went through may not know. A file
    with fewer questions than the `count` of the bank may be none of quizgen's, so that a key that
    is not in it says nothing.
    """

    def __init__(
        self, incoming: Sequence[Incoming], columns: frozenset[ColumnRole] | None, count: int
    ) -> None:
        self._columns = columns
        self._is_whole = len(incoming) >= count
        self._present = {key for one in incoming for key in keys_in(one)}
        self._rare: dict[str, bool] = {}

    def may_be(self, key: str, exported: Iterable[Sequence[Entries]]) -> bool:
        """Return whether `key` may be deleted; `exported` is what each question came back as."""
        if self._columns is not None:
            return key not in _COLUMNS or _COLUMNS[key] in self._columns
        if key in self._present:
            return True
        if key not in self._rare:  # all questions are looked through once a key, not once a change
            had = (any(key in keys_in(one) for e in versions for one in e) for versions in exported)
            self._rare[key] = self._is_whole and sum(had) <= 1
        return self._rare[key]


def keys_in(one: Incoming) -> set[str]:
    """Return the keys that `one` has, and those of what stands beside its values."""
    beside = (("evidence", one.quotes), ("points", one.question.points))
    return {*one.values, *(key for key, value in beside if value)}
