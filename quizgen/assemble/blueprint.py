"""Bipartite matching of candidates with places, where each place takes a number of candidates."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence


def allot(fits: Sequence[Sequence[int]], counts: Sequence[int]) -> list[list[int]]:
    """Return for each place the candidates that it gets, as many in all as possible.

    ``fits[c]`` are the places that the candidate ``c`` may get, and ``counts[p]`` is the number of
    candidates that the place ``p`` takes. Earlier candidates come first: a later candidate is
    placed only if all that are placed already keep a place. The algorithm is that of augmenting
    paths (Kuhn 1955), searched breadth first.
    """
    allotment = _Allotment(fits, counts)
    for candidate in range(len(fits)):
        allotment.add(candidate)
    return allotment.taken


class _Allotment:
    """A matching that grows candidate by candidate.

    ``taken[p]`` are the candidates in the place ``p`` so far. `_closed` are full places whose
    candidates can go nowhere else: a search that reached them and failed fails for ever.
    """

    def __init__(self, fits: Sequence[Sequence[int]], counts: Sequence[int]) -> None:
        self.taken: list[list[int]] = [[] for _ in counts]
        self._fits = fits
        self._counts = counts
        self._closed: set[int] = set()

    def add(self, candidate: int) -> None:
        """Place `candidate` if a place is free, or becomes free when other candidates move."""
        # `entries` maps each place that the search has reached to the candidate that would move
        # there, and the place that this candidate would leave.
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
        """Return the places that the search reaches by moving `candidate` from the place `left`.

        `left` is None for the candidate to place. The new places are added to `entries`.
        """
        new = [p for p in self._fits[candidate] if p not in entries and p not in self._closed]
        entries.update(dict.fromkeys(new, (candidate, left)))
        return new

    def _move(self, place: int, entries: dict[int, tuple[int, int | None]]) -> None:
        """Move each candidate on the path to the free `place` a place further."""
        onward: int | None = place
        while onward is not None:
            candidate, left = entries[onward]
            self.taken[onward].append(candidate)
            if left is not None:
                self.taken[left].remove(candidate)
            onward = left
