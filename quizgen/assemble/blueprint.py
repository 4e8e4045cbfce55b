"""Giving candidates to places that each take a number of them: bipartite matching."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence


def allot(fits: Sequence[Sequence[int]], counts: Sequence[int]) -> list[list[int]]:
    """For each place the candidates that it gets; as many are placed as ever can be.

    `fits[c]` are the places that candidate `c` may go to, and `counts[p]` is how many place
    `p` takes. Earlier candidates come first: a later one is placed only if it costs none of
    them its place. Augmenting paths, breadth first (Kuhn 1955).
    """
    allotment = _Allotment(fits, counts)
    for candidate in range(len(fits)):
        allotment.add(candidate)
    return allotment.taken


class _Allotment:
    """`taken[p]` are those in place `p` so far.

    `_closed` are full places whose candidates can go nowhere else: a search that failed once
    fails for good.
    """

    def __init__(self, fits: Sequence[Sequence[int]], counts: Sequence[int]) -> None:
        self.taken: list[list[int]] = [[] for _ in counts]
        self._fits = fits
        self._counts = counts
        self._closed: set[int] = set()

    def add(self, candidate: int) -> None:
        """Place `candidate` if there is room, or if moving others makes some."""
        entries: dict[int, tuple[int, int | None]] = {}
        queue = deque(self._reach(candidate, None, entries))
        while queue:
            place = queue.popleft()
            if len(self.taken[place]) < self._counts[place]:
                self._move(place, entries)
                return
            for other in self.taken[place]:
                queue += self._reach(other, place, entries)
        self._closed.update(entries)

    def _reach(
        self, candidate: int, left: int | None, entries: dict[int, tuple[int, int | None]]
    ) -> list[int]:
        """Return the places that `candidate` is the first to reach.

        `entries` gets, for each, the candidate and where it came from.
        """
        new = [p for p in self._fits[candidate] if p not in entries and p not in self._closed]
        entries.update(dict.fromkeys(new, (candidate, left)))
        return new

    def _move(self, place: int, entries: dict[int, tuple[int, int | None]]) -> None:
        """Let everyone on the way to `place` go one place further."""
        onward: int | None = place
        while onward is not None:
            candidate, left = entries[onward]
            self.taken[onward].append(candidate)
            if left is not None:
                self.taken[left].remove(candidate)
            onward = left
