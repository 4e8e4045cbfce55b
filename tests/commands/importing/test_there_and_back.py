"""What is exported for another program comes back the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from support.there_and_back import entries, shown, there_and_back

from quizgen.model.item import Item
from quizgen.readers.yaml.emit import Value
from quizgen.writers.exporting.gift import GIFT
from quizgen.writers.exporting.moodle_xml import MOODLE_XML

Questions = list[dict[str, Value]]
IN_GIFT = ("multiple_choice", "true_false", "short_answer", "numeric", "matching")
IN_MOODLE = (*IN_GIFT, "cloze", "ordering", "essay")
few = settings(max_examples=25, deadline=None, derandomize=True)


def _compare(old: Item, new: Item) -> None:
    """What both formats say of every item beside its task."""
    assert [tag.value for tag in new.tags] == [tag.value for tag in old.tags]
    assert new.difficulty is old.difficulty
    assert new.explain is not None
    if old.explain is not None:
        assert shown(old.explain) in shown(new.explain)


def _compare_whole(old: Item, new: Item) -> None:
    _compare(old, new)
    assert new.points == old.points
    assert (new.hint and shown(new.hint)) == (old.hint and shown(old.hint))


@few
@given(st.lists(entries(IN_GIFT), min_size=1, max_size=5))
def test_gift_gives_the_same_items(questions: Questions) -> None:
    there_and_back(questions, GIFT, _compare)


@few
@given(st.lists(entries(IN_MOODLE), min_size=1, max_size=6))
def test_moodle_xml_gives_the_same_items(questions: Questions) -> None:
    there_and_back(questions, MOODLE_XML, _compare_whole)
