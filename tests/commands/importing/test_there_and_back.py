"""What is exported for another program comes back the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import load_bank, write_bank
from support.brought import bring
from support.there_and_back import PLAIN, WORDS, entries, shown, there_and_back, told

from quizgen.model.assessment import Question
from quizgen.model.item import Item, Numeric
from quizgen.readers.yaml.emit import Value, emit
from quizgen.writers.exporting.base import Export, ExportFormat
from quizgen.writers.exporting.formats import FORMATS

IN_GIFT = ("multiple_choice", "true_false", "short_answer", "numeric", "matching")
WITHOUT_ESSAYS = (*IN_GIFT, "cloze", "ordering")
IN_CARTRIDGE = ("multiple_choice", "true_false", "short_answer")
ALL = (*WITHOUT_ESSAYS, "essay")


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


PLANS = {
    "gift": ((*IN_GIFT, "essay"), _compare_labels),
    "moodle": (ALL, _compare_whole),
    "qti12": (WITHOUT_ESSAYS, _compare_points),
    "qti21": (ALL, _compare_points),
    "qti3": (ALL, _compare_points),
    "cartridge": (IN_CARTRIDGE, _compare_points),
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


@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    questions=st.lists(
        st.tuples(PLAIN, st.lists(PLAIN, min_size=2, max_size=5, unique_by=str.casefold)),
        min_size=1,
        max_size=6,
    )
)
def test_choices_come_back_from_aiken(questions: list[tuple[str, list[str]]]) -> None:
    source = emit(
        {
            "questions": [
                {
                    "id": f"q{n}",
                    "type": "multiple_choice",
                    "question": f"{n} {stem}",
                    "answer": options[0],
                    "distractors": options[1:],
                    "reference": "Atlas",
                }
                for n, (stem, options) in enumerate(questions, 1)
            ]
        }
    ).partition("\n")[2]
    (aiken,) = (one for one in FORMATS if one.name == "aiken")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        bank, _ = load_bank(write_bank(root / "a", source))
        shown_once = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
        rendered = aiken.render(Export("all", aiken, shown_once), bank)
        got = bring(root, "all.aiken.txt", rendered.content)
        assert [told(item) for item in got.items] == [told(item) for item in bank.items]
        assert [shown(i.stem) for i in got.items] == [shown(i.stem) for i in bank.items]
