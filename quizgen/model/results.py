"""What functions have returned, in this command and in earlier ones.

Only pure functions belong here, whose library takes longer to import than a few results to look up:
after a save nearly all that they are called with was there before it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from typing import Any

MAX_RESULTS = 20_000
"""Results of a function that are kept: those of this command, if there are more.

So many texts of a line come to 3 MB, which are read in 17 ms (measured).
"""

MISSING: Any = object()
"""Stands for a result that is not known."""


_Tables = dict[str, dict[Any, Any]]


class KeptResults:
    """The results of all functions, in the commands of the project `owner`.

    `read` returns the `record` of earlier commands, and is called when one is first needed.
    """

    def __init__(self, owner: str = "", read: Callable[[], bytes | None] | None = None) -> None:
        self.owner = owner
        self.read = read
        self._now: _Tables = {}
        self._earlier: _Tables = {}

    def now(self, name: str) -> dict[Any, Any]:
        """Return the results of the function `name` that this command looked up or worked out."""
        return self._now.setdefault(name, {})

    def earlier(self, name: str) -> dict[Any, Any]:
        """Return the results of the function `name` that earlier commands kept."""
        return self._all_earlier().get(name, {})

    def record(self) -> bytes | None:
        """Return all results to be kept; None if there is none that was not there before."""
        before = self._all_earlier()
        after = {**before, **{name: self._all(name) for name in self._now}}
        if all(before.get(name, {}).keys() == results.keys() for name, results in after.items()):
            return None
        self._earlier = after
        return marshal.dumps(after)

    def _all(self, name: str) -> dict[Any, Any]:
        """Return the results of this command, and the earlier ones if both are not too many."""
        both = {**self.earlier(name), **self._now[name]}
        return both if len(both) <= MAX_RESULTS else dict(self._now[name])

    def _all_earlier(self) -> _Tables:
        if self.read is not None:
            read, self.read = self.read, None
            self._earlier = _tables_in(read())
        return self._earlier


class Results:
    """The results of the function `name` by its arguments; both are values that marshal writes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.use(_in_use[0])
        _tables.append(self)

    def use(self, kept: KeptResults) -> None:
        """Look up and keep results in `kept` from now on."""
        self._kept, self._now = kept, kept.now(self.name)

    def of(self, arguments: Any) -> Any:
        """Return the result for `arguments`, or `MISSING`."""
        result = self._now.get(arguments, MISSING)
        if result is MISSING:
            result = self._kept.earlier(self.name).get(arguments, MISSING)
            if result is not MISSING:
                self._now[arguments] = result
        return result

    def keep(self, arguments: Any, result: Any) -> None:
        """Keep `result` as the one for `arguments`."""
        if len(self._now) >= MAX_RESULTS:
            self._now.clear()
        self._now[arguments] = result


_in_use = [KeptResults()]
_tables: list[Results] = []


def recall(owner: str, read: Callable[[], bytes | None] | None) -> KeptResults:
    """Return the results of the project `owner`, in use from now on.

    Earlier ones are taken from what `read` returns, a `KeptResults.record`, once they are needed.
    Those that this process worked out for the same project before stay at hand.
    """
    kept = _in_use[0]
    if not owner or kept.owner != owner:
        kept = KeptResults(owner)
    kept.read = read
    use(kept)
    return kept


def use(kept: KeptResults) -> None:
    """Look up and keep the results of all functions in `kept` from now on."""
    _in_use[0] = kept
    for table in _tables:
        table.use(kept)


def _tables_in(record: bytes | None) -> _Tables:
    """Return what `KeptResults.record` wrote, which nobody else can sign."""
    try:
        results = marshal.loads(record or b"")
    except (ValueError, EOFError, TypeError):
        return {}
    is_table = isinstance(results, dict) and all(isinstance(r, dict) for r in results.values())
    return results if is_table else {}
