"""Every key and every type of question stands in a table of the pages."""

from __future__ import annotations

import inspect
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from support.documentation import (
    page,
)

from quizgen.readers import bank_folder, cases, deck_file, item_keys, topic_file
from quizgen.readers.keys import KeyTable
from quizgen.readers.question_types import QUESTION_TYPES, matching, multiple_choice, timeline
from quizgen.readers.question_types.parts import PartsOf
from quizgen.writers import PART_KEYS, WRITERS
from quizgen.writers.anki import deck_part as anki_part
from quizgen.writers.exporting import deck_part as export_part
from quizgen.writers.pdf import deck_part as pdf_part
from quizgen.writers.practice import deck_part as practice_part


def _rows_of(name: str, *headings: str) -> dict[str, bool]:
    """Key → whether it is needed, from the tables of keys below `headings`."""
    tables = [t for t in page(name).tables if t.heading in headings and t.header[0] == "Key"]
    assert [t.heading for t in tables] == list(headings)
    rows = [row for table in tables for row in table.rows]
    return {row[0].split("`")[1]: {"yes": True, "no": False}[row[1]] for row in rows}


SHAPES: tuple[object, ...] = (matching.PAIRS.shape, timeline.EVENTS.shape)
PARTS = [shape for shape in SHAPES if isinstance(shape, PartsOf)]

KEY_TABLES = [
    *(("docs/question-types.md", (t.name,), t.keys) for t in QUESTION_TYPES),
    (
        "docs/question-types.md",
        ("Keys that every question has",),
        item_keys.COMMON_KEYS,
    ),
    (
        "docs/question-types.md",
        ("An answer with a rationale",),
        multiple_choice.OPTION_KEYS.keys,
    ),
    (
        "docs/question-types.md",
        ("A part with its own explanation",),
        tuple({k.name: k for p in PARTS for k in p.table.keys}.values()),
    ),
    ("docs/question-types.md", ("Questions that belong together",), cases.CASE_KEYS.keys),
    ("docs/question-types.md", ("lint",), item_keys.LINT_KEYS.keys),
    ("docs/bank-files.md", ("bank.yaml",), bank_folder.BANK_KEYS.keys),
    ("docs/bank-files.md", ("Topic files",), topic_file.TOPIC_KEYS.keys),
    ("docs/deck-files.md", ("The file",), deck_file.deck_keys(PART_KEYS).keys),
    ("docs/deck-files.md", ("anki", "selection"), anki_part.ANKI_KEYS.keys),
    ("docs/deck-files.md", ("options",), anki_part.OPTION_KEYS.keys),
    ("docs/deck-files.md", ("worksheets",), pdf_part.WORKSHEET_KEYS.keys),
    ("docs/deck-files.md", ("selection", "flashcards"), pdf_part.CARDS_KEYS.keys),
    ("docs/deck-files.md", ("selection", "puzzles"), pdf_part.PUZZLE_KEYS.keys),
    ("docs/deck-files.md", ("selection", "games"), pdf_part.GAME_KEYS.keys),
    ("docs/deck-files.md", ("sections", "selection"), pdf_part.SECTION_KEYS.keys),
    ("docs/deck-files.md", ("blueprints",), pdf_part.ROW_KEYS.keys),
    ("docs/deck-files.md", ("selection", "exports"), export_part.EXPORT_KEYS.keys),
    ("docs/deck-files.md", ("selection", "practice"), practice_part.PRACTICE_KEYS.keys),
    (
        "docs/deck-files.md",
        ("selection", "Sections of a page"),
        practice_part.PAGE_SECTION_KEYS.keys,
    ),
]


@pytest.mark.parametrize(("name", "headings", "keys"), KEY_TABLES)
def test_a_table_names_every_key(name: str, headings: tuple[str, ...], keys: Any) -> None:
    assert _rows_of(name, *headings) == {key.name: key.required for key in keys}


def test_every_key_table_of_the_code_is_among_these() -> None:
    modules: list[ModuleType] = [*(bank_folder, topic_file, item_keys, multiple_choice)]
    modules += [m for m in map(inspect.getmodule, (t.build for t in QUESTION_TYPES)) if m]
    modules += [import_module(f"quizgen.writers.{writer.name}.deck_part") for writer in WRITERS]
    tables = [v for m in modules for v in vars(m).values() if isinstance(v, KeyTable)]
    known = [keys for _, _, keys in KEY_TABLES]
    assert [table.what for table in tables if table.keys not in known] == []


def test_the_overview_names_every_type() -> None:
    (table,) = [t for t in page("docs/question-types.md").tables if t.header[0] == "Type"]
    names = [row[0].split("`")[1] for row in table.rows]
    assert names == [t.name for t in QUESTION_TYPES]
