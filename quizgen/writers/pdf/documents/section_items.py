"""The items of a section, in columns only where that takes less room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from quizgen.model.assessment import Question, Section
from quizgen.writers.pdf.documents.cases import with_cases
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.layout.blocks import Block
from quizgen.writers.pdf.layout.columns import balanced_height
from quizgen.writers.pdf.layout.pagination import TextArea

_PAYS = 0.9
"""Items across the page are so much less high than in columns before they are set so: by eye."""

SetItem: TypeAlias = Callable[[Question, ItemContext, ItemContext], Block]
"""What sets a question in a column, or across all columns where that is too narrow."""


def item_blocks(
    section: Section, narrow: ItemContext, wide: ItemContext, area: TextArea, set_item: SetItem
) -> Iterable[Block]:
    """Return the items of `section` in the columns of `area`; across them all where that pays.

    Blanks and long options may need so many more lines in a narrow column that two of these hold
    less than the whole width.
    """
    blocks = _blocks(section, narrow, wide, area, set_item)
    return with_cases(zip(section.questions, blocks, strict=True), wide, area)


def _blocks(
    section: Section, narrow: ItemContext, wide: ItemContext, area: TextArea, set_item: SetItem
) -> Iterable[Block]:
    """Return a block for each question of `section`; parameters as for `item_blocks`."""
    if area.columns == 1:
        return (set_item(question, narrow, wide) for question in section.questions)
    in_columns = [set_item(question, narrow, wide) for question in section.questions]
    across = [
        replace(set_item(question, wide, wide), spans_columns=True)
        for question in section.questions
    ]
    gain = _height(across, area) / max(_height(in_columns, area), 1.0)
    return across if gain < _PAYS else in_columns


def _height(blocks: Sequence[Block], area: TextArea) -> float:
    """Return how high `blocks` are, those that do not span the columns shared among them."""
    total = 0.0
    for is_wide, group in groupby(blocks, key=lambda block: block.spans_columns):
        several = list(group)
        below_each_other = sum(block.height + block.space_above for block in several)
        if is_wide:
            total += below_each_other
        elif max(block.height for block in several) > area.height:
            total += below_each_other / area.columns
        else:
            total += balanced_height(several, area.columns, below_each_other)
    return total
