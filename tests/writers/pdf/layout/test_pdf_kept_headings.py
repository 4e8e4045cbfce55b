"""A heading that keeps with what is above it begins no page, where that can be helped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.writers.pdf.layout.blocks import Block, Row
from quizgen.writers.pdf.layout.display_list import Bookmark
from quizgen.writers.pdf.layout.pagination import Page, TextArea, paginate

HIGH = 100.0


def block(name: str, height: float, *, wide: bool = False, above: float = 5.0) -> Block:
    return Block((Row(height, (Bookmark(name),)),), above, spans_columns=wide)


def heading(*, kept: bool = True) -> Block:
    one = block("hints", 10, wide=True)
    return replace(one, keep_with_next=True, keep_with_previous=kept)


def entries(heights: list[float]) -> Block:
    rows = [Row(height, (Bookmark(f"e{n}"),)) for n, height in enumerate(heights)]
    return Block(tuple(rows), 5.0, spans_columns=True, breakable=True)


def names(pages: list[Page]) -> list[list[str]]:
    return [
        [
            item.title
            for _, _, row in page
            for item in row.display_list
            if isinstance(item, Bookmark)
        ]
        for page in pages
    ]


def placed(blocks: list[Block], columns: int = 1) -> list[list[str]]:
    return names(list(paginate(blocks, TextArea(0, 0, 100, HIGH, columns))))


def test_the_last_block_goes_along() -> None:
    blocks = [block("a", 40), block("b", 40), heading(), entries([10])]
    assert placed(blocks) == [["a"], ["b", "hints", "e0"]]


def test_what_has_room_stays() -> None:
    blocks = [block("a", 40), block("b", 20), heading(), entries([10])]
    assert placed(blocks) == [["a", "b", "hints", "e0"]]


def test_in_columns_too() -> None:
    blocks = [block(name, 40) for name in "abcd"]
    assert placed([*blocks, heading(), entries([10])], 2) == [["a", "b", "c"], ["d", "hints", "e0"]]


def test_the_only_block_below_a_heading_stays_there() -> None:
    title = replace(block("title", 10, wide=True), keep_with_next=True)
    blocks = [block("a", 20), title, block("b", 50), heading(), entries([10])]
    assert placed(blocks) == [["a", "title", "b"], ["hints", "e0"]]


@pytest.mark.parametrize("columns", [1, 2])
@given(
    heights=st.lists(st.floats(5, 95), min_size=1, max_size=12),
    ending=st.lists(st.floats(5, 40), min_size=1, max_size=6),
    wide=st.lists(st.booleans(), min_size=12, max_size=12),
)
def test_nothing_is_lost_and_no_page_more_is_needed(
    columns: int, heights: list[float], ending: list[float], wide: list[bool]
) -> None:
    blocks = [
        block(f"q{n}", height, wide=is_wide)
        for n, (height, is_wide) in enumerate(zip(heights, wide, strict=False))
    ]
    kept = placed([*blocks, heading(), entries(ending)], columns)
    free = placed([*blocks, heading(kept=False), entries(ending)], columns)
    assert [name for page in kept for name in page] == [name for page in free for name in page]
    assert len(kept) <= len(free)
