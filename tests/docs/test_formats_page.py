"""The page of formats names what is written."""

from __future__ import annotations

import json
import re

from support.documentation import (
    FORMATS,
    Table,
    page,
)

from quizgen.commands.build.manifest import Manifest, format_manifest
from quizgen.project.file_names import all_pdf_names
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.writers.anki.note_type import COMMON_FIELDS, ID_FIELD
from quizgen.writers.anki.note_types import NOTE_TYPES


def _named(name: str, header: str) -> Table:
    (table,) = [table for table in page(name).tables if table.header[0] == header]
    return table


def test_the_page_of_formats_names_every_note_type() -> None:
    rows = [[cell.strip() for cell in row] for row in _named(FORMATS, "Note type").rows]
    assert [(row[0], row[2], row[3]) for row in rows] == [
        (t.name, ", ".join(f.name for f in t.own_fields), ", ".join(c.name for c in t.templates))
        for t in NOTE_TYPES
    ]
    types = {name for row in rows for name in re.findall(r"`(\w+)`", row[1])}
    assert types == {question_type.name for question_type in QUESTION_TYPES}


def test_the_page_of_formats_names_the_fields_that_every_note_has() -> None:
    tables = [table for table in page(FORMATS).tables if table.header[0] == "Field"]
    named = [name for table in tables for row in table.rows for name in row[0].split(", ")]
    fields = [field.name for field in (ID_FIELD, *COMMON_FIELDS)]
    assert named == fields


def test_the_page_of_formats_names_files_that_are_written() -> None:
    cells = [row[1] for row in _named(FORMATS, "A worksheet `test`").rows]
    names = {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}
    assert names <= set(all_pdf_names("test"))


def test_the_page_of_formats_names_every_key_of_a_manifest() -> None:
    rows = [row[0].strip("`") for row in _named(FORMATS, "Key").rows]
    assert rows == sorted(json.loads(format_manifest(Manifest({}, {}, {}))))
