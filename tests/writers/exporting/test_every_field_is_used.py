"""Each field of an interaction changes an exported file or its losses, or is declared unused."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import get_args

import pytest
from support.exported_fields import (
    CHANGES,
    ITEM_CHANGES,
    MARKS,
    OF_THE_ITEM,
    assert_field_shows_or_is_declared,
    assert_mark_shows_or_is_told,
    assert_nothing_beside_is_dropped,
)
from support.forms import one_of_each
from support.paths import ROOT

from quizgen.model.diagnostics import Report
from quizgen.model.item import (
    Criterion,
    Event,
    Interaction,
    Item,
    Option,
    Proof,
)
from quizgen.model.source import Source
from quizgen.model.text import Gap
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic
from quizgen.writers.exporting.base import ExportFormat
from quizgen.writers.exporting.fidelity import TYPES, fidelity_table
from quizgen.writers.exporting.formats import FORMATS

NOT_EXPORTED = {
    "id": "the bank's name of it, which programs without names do not ask for",
    "type": "the author's word for what its interaction says",
    "interaction": "its fields are those of `CHANGES`",
    **dict.fromkeys(("shows_points", "space", "cites_lines"), "how paper shows it"),
    **dict.fromkeys(("renamed_from", "guid", "is_new", "ignored", "span", "entry"), "the bank's"),
    "fixed_stem": "a note for checks",
    "bank": "the name of its bank, on sheets of several",
}
"""Fields of an item that are no part of the question, with the reason."""


def _fields(kind: type) -> list[str]:
    names = (
        [field.name for field in dataclasses.fields(kind)]
        if dataclasses.is_dataclass(kind)
        else list(kind._fields)  # type: ignore[attr-defined]
    )
    return [f"{kind.__name__}.{name}" for name in names]


def test_the_changes_name_every_field_of_every_interaction() -> None:
    kinds = [*get_args(Interaction), Option, Gap, Event, Proof, Criterion]
    assert {name for kind in kinds for name in _fields(kind)} == {*CHANGES, *OF_THE_ITEM}


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("name", CHANGES)
def test_a_field_shows_or_is_declared_unused(format: ExportFormat, name: str) -> None:
    assert_field_shows_or_is_declared(format, name)


def test_the_changes_name_every_field_of_an_item() -> None:
    assert set(_fields(Item)) == {f"Item.{name}" for name in (*ITEM_CHANGES, *NOT_EXPORTED)}


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("task", one_of_each(), ids=lambda one: one.id.value)
def test_what_an_item_says_beside_its_task_shows(format: ExportFormat, task: Item) -> None:
    assert_nothing_beside_is_dropped(format, task)


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("mark", MARKS)
def test_what_stands_in_a_text_shows_or_is_told(format: ExportFormat, mark: str) -> None:
    assert_mark_shows_or_is_told(format, mark)


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
def test_a_format_says_what_becomes_of_each_interaction(format: ExportFormat) -> None:
    names = {kind.__name__ for kind in get_args(Interaction)}
    assert set(format.fidelity) == names == set(TYPES)
    assert set(format.unused) <= {*CHANGES, *(f"Item.{name}" for name in ITEM_CHANGES)}


def test_the_types_of_the_table_are_those_that_read_to_the_interaction() -> None:
    found: dict[str, set[str]] = {name: set() for name in TYPES}
    for question_type in QUESTION_TYPES:
        report = Report()
        source = Source(Path("t.yaml"), f"topic: t\nquestions:\n{question_type.example}")
        topic = read_topic(source, Reading(report))
        assert topic is not None
        (item,) = topic.items
        found[type(item.interaction).__name__].add(f"`{question_type.name}`")
    assert found == {name: set(listed.split(", ")) for name, listed in TYPES.items()}


def test_the_page_has_the_table_of_the_declarations() -> None:
    page = (ROOT / "docs/exporting.md").read_text(encoding="utf-8")
    assert fidelity_table() in page, "run: quizgen explain --page exporting"
