"""What functions have returned, in this command and in earlier ones.

Only pure functions belong here, whose library takes longer to import than a few results to look up:
after a save nearly all that they are called with was there before it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from typing import Any

MAX_RESULTS = 20_000
"""Results of a function that are kept: those of this command, if there are more."""

MISSING: Any = object()
"""Stands for a result that is not known."""


class Results:
    """The results of the function `name` by its arguments; both are values that marshal writes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._now: dict[Any, Any] = {}
        _tables.append(self)

    def of(self, arguments: Any) -> Any:
        """Return the result for `arguments`, or `MISSING`."""
        result = self._now.get(arguments, MISSING)
        if result is MISSING:
            result = _earlier().get(self.name, {}).get(arguments, MISSING)
            if result is not MISSING:
                self._now[arguments] = result
        return result

    def keep(self, arguments: Any, result: Any) -> None:
        """Keep `result` as the one for `arguments`."""
        if len(self._now) >= MAX_RESULTS:
            self._now.clear()
        self._now[arguments] = result

    def all(self) -> dict[Any, Any]:
        """Return the results of this command, and the earlier ones where these are not too many."""
        both = {**_earlier().get(self.name, {}), **self._now}
        return both if len(both) <= MAX_RESULTS else self._now


_Tables = dict[str, dict[Any, Any]]
_tables: list[Results] = []


class _Earlier:
    """The results of earlier commands, read when one is first needed."""

    def __init__(self) -> None:
        self._read: Callable[[], bytes | None] | None = None
        self._results: _Tables = {}

    def __call__(self) -> _Tables:
        if self._read is not None:
            read, self._read = self._read, None
            self._results = _tables_in(read())
        return self._results

    def replace(self, read: Callable[[], bytes | None] | None, results: _Tables) -> None:
        self._read, self._results = read, results


_earlier = _Earlier()


def recall(read: Callable[[], bytes | None]) -> None:
    """Take earlier results from what `read` returns, once they are needed: a `new_results`."""
    _earlier.replace(read, {})


def new_results() -> bytes | None:
    """Return all results to be kept; None if there is none that was not there before."""
    before = _earlier()
    after = {**before, **{table.name: table.all() for table in _tables}}
    if all(before.get(name, {}).keys() == results.keys() for name, results in after.items()):
        return None
    _earlier.replace(None, after)
    return marshal.dumps(after)


def _tables_in(record: bytes | None) -> _Tables:
    """Return what `new_results` wrote, which nobody else can sign."""
    try:
        results = marshal.loads(record or b"")
    except (ValueError, EOFError, TypeError):
        return {}
    is_table = isinstance(results, dict) and all(isinstance(r, dict) for r in results.values())
    return results if is_table else {}
