"""Pairs and events keep their number when they move or are corrected."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.writers.anki.slots import assign_parts

SULLIVAN, CHO, AKIBA = ("sullivan", "us"), ("cho", "korea"), ("akiba", "japan")
KNOWN = {1: SULLIVAN, 2: CHO, 3: AKIBA}


def test_a_new_one_is_numbered_by_its_words_whatever_stands_beside_it() -> None:
    [malta] = assign_parts([("malta", "valletta")], {})
    assert assign_parts([SULLIVAN, ("malta", "x"), CHO], {1: SULLIVAN, 2: CHO}) == [1, malta, 2]


def test_two_new_pairs_of_two_branches_get_two_numbers() -> None:
    [malta], [cyprus] = (assign_parts([(name,)], {}) for name in ("malta", "cyprus"))
    assert malta != cyprus


def test_a_note_without_labels_is_number_0() -> None:
    assert assign_parts([()], {}) == [0]


def test_moved_ones_keep_their_number() -> None:
    assert assign_parts([AKIBA, SULLIVAN, CHO], KNOWN) == [3, 1, 2]


def test_a_corrected_premise_is_known_by_its_response() -> None:
    assert assign_parts([("Jake Sullivan", "us"), AKIBA, CHO], KNOWN) == [1, 3, 2]


def test_a_corrected_response_is_known_by_its_premise() -> None:
    assert assign_parts([("sullivan", "USA"), CHO], KNOWN) == [1, 2]


def test_swapped_responses_stay_with_their_premise() -> None:
    assert assign_parts([("sullivan", "korea"), ("cho", "us")], KNOWN) == [1, 2]


def test_a_number_is_never_given_twice_not_even_after_one_is_gone() -> None:
    first, new = assign_parts([SULLIVAN, ("blinken", "nato")], KNOWN)
    assert first == 1
    assert new not in KNOWN


def test_pairs_that_share_a_response_keep_their_order_when_both_are_reworded() -> None:
    known = {1: ("sullivan", "us"), 2: ("blinken", "us"), 3: CHO}
    assert assign_parts([("Jake Sullivan", "us"), ("Antony Blinken", "us"), CHO], known) == [
        1,
        2,
        3,
    ]


def _clash() -> tuple[str, str]:
    """Two labels whose new number is the same, by trying some: there are a million numbers."""
    seen: dict[int, str] = {}
    for count in range(100_000):
        label = f"label {count}"
        [number] = assign_parts([(label,)], {})
        if number in seen:
            return seen[number], label
        seen[number] = label
    raise AssertionError


def test_labels_whose_number_is_the_same_get_two() -> None:
    first, second = _clash()
    [number] = assign_parts([(first,)], {})
    assert assign_parts([(first,), (second,)], {}) == [number, number + 1]
    assert assign_parts([(first,), (second,)], {number: (first,)}) == [number, number + 1]
    gone = {number: ("one that is gone",)}
    assert assign_parts([(second,)], gone) == [number + 1], "of one that is gone it stays its own"


LABELS = st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz"))


@given(st.lists(LABELS, unique_by=lambda pair: pair[0]), st.dictionaries(st.integers(1, 9), LABELS))
def test_every_draft_gets_a_number_of_its_own(
    drafts: list[tuple[str, str]], known: dict[int, tuple[str, ...]]
) -> None:
    parts = assign_parts(drafts, known)
    assert len(set(parts)) == len(drafts)
    assert min(parts, default=1) >= 1
