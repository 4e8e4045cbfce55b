"""Each place in a topic file belongs to one item, or to none."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank

from quizgen.model.item_index import ItemIndex
from quizgen.model.source import Source, Span

QUESTIONS = """
- {id: a, type: flashcard, front: f, back: b, reference: r}  # flow
- {id: broken, type: flashcard}
-
  type: flashcard
  id: b
  front: f
  back: b
  reference: r
  # remark

- id: broken-too
  type: flashcard
- id: c
  type: flashcard
  front: f
  back: b
  reference: r
"""


def at(source: Source, marker: str, offset: int = 0) -> Span:
    position = source.position(source.text.index(marker) + offset)
    return Span(source, position, position)


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("topic:", None),
        ("- {id: a", "a"),
        ("front: f, back", "a"),
        ("# flow", "a"),
        ("- {id: broken", None),
        ("broken, type", None),
        ("-\n", "b"),
        ("  type: flashcard\n  id: b", "b"),
        ("# remark", "b"),
        ("- id: broken-too", None),
        ("broken-too", None),
        ("- id: c", "c"),
        ("reference: r\n", "b"),
    ],
)
def test_a_place_belongs_to_the_item_whose_entry_it_is_in(
    tmp_path: Path, marker: str, expected: str | None
) -> None:
    bank, _ = load_bank(write_bank(tmp_path, QUESTIONS))
    items = list(bank.items)
    source = items[0].span.source
    item = ItemIndex(items).at(at(source, marker))
    assert (item and item.id.value) == expected


def test_files_are_told_apart_and_known_by_any_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bank(tmp_path)
    monkeypatch.chdir(tmp_path)
    bank, _ = load_bank(Path("question_bank", "talks"))
    (item,) = bank.items
    index = ItemIndex([item])
    path = item.span.source.path
    assert not path.is_absolute()
    for other, expected in (
        (path, item),
        (path.absolute(), item),
        (path.parent / "other.yaml", None),
    ):
        source = Source(other, item.span.source.text)
        assert index.at(Span(source, item.span.start, item.span.start)) is expected
