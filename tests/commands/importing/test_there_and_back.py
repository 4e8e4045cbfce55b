"""What is exported for another program comes back the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.there_and_back import WORDS, entries, shown, there_and_back

from quizgen.model.item import Item, Numeric
from quizgen.readers.yaml.emit import Value
from quizgen.writers.exporting.base import ExportFormat
from quizgen.writers.exporting.formats import FORMATS

IN_GIFT = ("multiple_choice", "true_false", "short_answer", "numeric", "matching")
WITHOUT_ESSAYS = (*IN_GIFT, "cloze", "ordering")
IN_CARTRIDGE = ("multiple_choice", "true_false", "short_answer")
ALL = (*WITHOUT_ESSAYS, "essay")


def _compare_explanation(old: Item, new: Item) -> None:
    if old.explain is not None:
        assert new.explain is not None
        assert shown(old.explain) in shown(new.explain)


def _compare_nothing(old: Item, new: Item) -> None:
    """What a format says of an item beside its task: nothing."""


def _compare_labels(old: Item, new: Item) -> None:
    """What formats with tags say of every item beside its task."""
    assert [tag.value for tag in new.tags] == [tag.value for tag in old.tags]
    assert new.difficulty is old.difficulty
    _compare_explanation(old, new)


def _compare_whole(old: Item, new: Item) -> None:
    _compare_labels(old, new)
    assert new.points == old.points
    assert (new.hint and shown(new.hint)) == (old.hint and shown(old.hint))


def _compare_points(old: Item, new: Item) -> None:
    assert new.points == old.points
    _compare_explanation(old, new)


PLANS = {
    "gift": (IN_GIFT, _compare_labels),
    "moodle": (ALL, _compare_whole),
    "qti12": (WITHOUT_ESSAYS, _compare_points),
    "qti21": (ALL, _compare_points),
    "qti3": (ALL, _compare_points),
    "cartridge": (IN_CARTRIDGE, _compare_points),
    "aiken": (("multiple_choice", "true_false"), _compare_nothing),
    "csv": (ALL, _compare_whole),
    "xlsx": (ALL, _compare_whole),
}
"""The question types that each format says whole, and what of them must come back."""


@pytest.mark.parametrize("format", [f for f in FORMATS if f.name in PLANS], ids=lambda f: f.name)
@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_export_and_import_give_the_same_items(format: ExportFormat, data: st.DataObject) -> None:
    kinds, compare = PLANS[format.name]
    questions = data.draw(st.lists(entries(kinds), min_size=1, max_size=6))
    there_and_back(questions, format, compare)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(unit=st.sampled_from(["km", "m/s²", "*kg*", "$", "%", "a (b)"]), stem=WORDS)
def test_a_unit_comes_back_from_gift(unit: str, stem: str) -> None:
    def compare(old: Item, new: Item) -> None:
        assert isinstance(old.interaction, Numeric)
        assert isinstance(new.interaction, Numeric)
        assert old.interaction.unit is not None
        assert new.interaction.unit is not None
        assert shown(new.interaction.unit) == shown(old.interaction.unit)

    entry: dict[str, Value] = {"type": "numeric", "question": stem, "answer": "3", "unit": unit}
    (gift,) = (one for one in FORMATS if one.name == "gift")
    there_and_back([{**entry, "reference": "Atlas"}], gift, compare)
