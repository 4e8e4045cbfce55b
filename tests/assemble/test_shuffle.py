"""Shuffles are part of what a printed key says: they may never change."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support import CHOICE, clean_items

from quizgen.assemble.shuffle import display_order, shuffled


def test_the_shuffle_is_frozen() -> None:
    assert shuffled(range(8), "anki", "host-city") == (0, 3, 6, 2, 5, 1, 4, 7)
    assert shuffled("ABCD", "A", "x") == ("A", "C", "D", "B")
    longer_than_a_digest = (3, 14, 13, 5, 19, 8, 0, 6, 18, 16, 2, 9, 4, 7, 10, 15, 12, 17, 11, 1)
    assert shuffled(range(20), "seed") == longer_than_a_digest


@given(st.lists(st.integers()), st.text(alphabet=st.characters(codec="utf-8")))
def test_nothing_is_lost(values: list[int], seed: str) -> None:
    assert sorted(shuffled(values, seed)) == sorted(values)


def test_every_place_is_as_likely_as_another() -> None:
    first = Counter(shuffled(range(4), "seed", str(n))[0] for n in range(4000))
    assert all(850 < count < 1150 for count in first.values())


def test_true_and_false_keep_their_order_and_no_order_question_comes_solved(
    tmp_path: Path,
) -> None:
    entries = "\n".join(
        f"- {{id: o{n}, type: ordering, question: q, in_order: [a, b, c], reference: r}}"
        for n in range(20)
    )
    boolean = "- {id: t, type: true_false, question: q, answer: false, reference: r}\n"
    items = clean_items(tmp_path, entries + "\n" + boolean)
    assert (0, 1, 2) not in {display_order(item, "A") for item in items[:-1]}
    assert display_order(items[-1], "A") == (0, 1)


def test_the_order_depends_on_form_and_item_alone(tmp_path: Path) -> None:
    (item,) = clean_items(tmp_path, CHOICE)
    assert display_order(item, "A") == display_order(item, "A")
    assert len({display_order(item, form) for form in "ABCDEFGHIJ"}) > 3
