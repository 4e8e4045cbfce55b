"""Candidates to places: as many as ever can be, the earliest first."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from quizgen.assemble.blueprint import allot

COUNTS = st.lists(st.integers(0, 3), min_size=1, max_size=4)
FITS = st.lists(st.sets(st.integers(0, 3)), max_size=7)


def can_be_placed(candidates: list[set[int]], counts: list[int]) -> bool:
    """Hall's condition: any candidates have as much room together as they need."""
    return all(
        size <= sum(counts[place] for place in set[int]().union(*some))
        for size in range(1, len(candidates) + 1)
        for some in itertools.combinations(candidates, size)
    )


@given(FITS, COUNTS)
def test_the_earliest_are_placed_and_as_many_as_can_be(
    fits: list[set[int]], counts: list[int]
) -> None:
    fits = [{place for place in one if place < len(counts)} for one in fits]
    taken = allot([sorted(one) for one in fits], counts)
    placed = [candidate for place in taken for candidate in place]
    assert len(placed) == len(set(placed))
    for place, those in enumerate(taken):
        assert len(those) <= counts[place]
        assert all(place in fits[candidate] for candidate in those)
    wanted: list[int] = []
    for candidate in range(len(fits)):
        if can_be_placed([fits[one] for one in (*wanted, candidate)], counts):
            wanted.append(candidate)
    assert sorted(placed) == wanted


def test_a_long_chain_of_moves() -> None:
    """Each fits two places, the last only the first: all must move on by one."""
    count = 3000
    fits = [(n, n + 1) for n in range(count)] + [(0,)]
    assert [len(those) for those in allot(fits, [1] * (count + 1))] == [1] * (count + 1)


def test_ten_thousand_candidates_that_do_not_fit() -> None:
    taken = allot([range(20)] * 10_000, [50] * 20)
    assert sorted(one for those in taken for one in those) == list(range(1000))
