"""A place in the entry of an item is the same wherever the entry moves to."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank

from quizgen.checks.places import place_of, span_of, stem_place, stem_span
from quizgen.model.item import Item

ENTRY = """\
- id: port
  type: short_answer
  question: Which port was it?
  answer: Oslo
  reference: r
"""


def item_behind(above: str, folder: Path) -> Item:
    """The item of `ENTRY`, with the lines `above` before it in its file."""
    folder.mkdir()
    bank, _ = load_bank(write_bank(folder, above + ENTRY))
    (item,) = bank.items
    return item


@pytest.fixture
def item(tmp_path: Path) -> Item:
    return item_behind("", tmp_path / "first")


def test_a_place_moves_with_its_item(item: Item, tmp_path: Path) -> None:
    moved = item_behind("# one\n# two\n", tmp_path / "second")
    assert moved.stem.span.line == item.stem.span.line + 2
    place = stem_place(item)
    assert place is not None
    assert stem_place(moved) == place
    for span in (stem_span(moved, place), span_of(place, moved)):
        assert span.source is moved.span.source
        assert (span.line, span.column) == (moved.stem.span.line, moved.stem.span.column)
        end = moved.stem.span.end
        assert (span.end.line, span.end.column) == (end.line, end.column)


def test_what_is_in_another_file_has_no_place(item: Item, tmp_path: Path) -> None:
    other = item_behind("", tmp_path / "second")
    assert place_of(other.stem.span, item) is None
    assert place_of(item.stem.span, item) is not None


def test_a_stem_without_a_place_is_where_it_was_read(item: Item) -> None:
    assert stem_span(item, None) is item.stem.span
