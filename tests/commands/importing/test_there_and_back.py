"""What is exported for another program comes back the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.there_and_back import entries, shown, there_and_back

from quizgen.model.item import Item
from quizgen.readers.yaml.emit import Value
from quizgen.writers.exporting.base import ExportFormat
from quizgen.writers.exporting.formats import FORMATS

Questions = list[dict[str, Value]]
IN_GIFT = ("multiple_choice", "true_false", "short_answer", "numeric", "matching")
WITHOUT_ESSAYS = (*IN_GIFT, "cloze", "ordering")
ALL = (*WITHOUT_ESSAYS, "essay")
few = settings(max_examples=25, deadline=None, derandomize=True)


def _format(name: str) -> ExportFormat:
    known = next((one for one in FORMATS if one.name == name), None)
    return known or pytest.skip(f"there is no export as {name}")


def _compare_explanation(old: Item, new: Item) -> None:
    if old.explain is not None:
        assert new.explain is not None
        assert shown(old.explain) in shown(new.explain)


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


@few
@given(st.lists(entries(IN_GIFT), min_size=1, max_size=5))
def test_gift_gives_the_same_items(questions: Questions) -> None:
    there_and_back(questions, _format("gift"), _compare_labels)


@few
@given(st.lists(entries(ALL), min_size=1, max_size=6))
def test_moodle_xml_gives_the_same_items(questions: Questions) -> None:
    there_and_back(questions, _format("moodle"), _compare_whole)


@few
@given(st.lists(entries(WITHOUT_ESSAYS), min_size=1, max_size=6))
def test_qti_12_gives_the_same_items(questions: Questions) -> None:
    there_and_back(questions, _format("qti12"), _compare_points)


@few
@given(st.lists(entries(ALL), min_size=1, max_size=6))
def test_qti_21_gives_the_same_items(questions: Questions) -> None:
    there_and_back(questions, _format("qti21"), _compare_points)


@few
@given(st.lists(entries(ALL), min_size=1, max_size=6))
def test_qti_3_gives_the_same_items(questions: Questions) -> None:
    there_and_back(questions, _format("qti3"), _compare_points)
