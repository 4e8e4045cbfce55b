"""What is deleted in an edited export goes from the bank, unless the file has no place for it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.brought import Brought, bring
from support.exports_edited import (
    FIRST,
    QUESTIONS,
    bring_edited,
    export,
    yaml_files,
)

from quizgen.writers.exporting.base import OrderingStyle
from quizgen.writers.exporting.formats import FORMATS

QTI_QUOTE = '<span class="quizgen-quote'
QUOTE = "  evidence: sat down in “Seoul”\n"


def bring_table(root: Path, id: str, cells: Mapping[str, str], *without: str) -> Brought:
    """Bring home the table of the bank with `cells` of the question `id`, `without` columns."""
    (format,) = (one for one in FORMATS if one.name == "csv")
    content = export(root, format, OrderingStyle.NATIVE).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    (row,) = (row for row in rows if row["ID"] == id)
    assert cells.keys() <= row.keys()
    row.update(cells)
    columns = [name for name in row if name not in without]
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return bring(root, "all.csv", written.getvalue(), "talks")


def entry(id: str) -> str:
    """The lines of the question `id`."""
    start = QUESTIONS.index(f"- id: {id}\n")
    return QUESTIONS[start : QUESTIONS.find("\n- id:", start) + 1 or None]


def changed(id: str, old: str, new: str) -> str:
    """The file of the bank with `old` in the question `id` as `new`."""
    before = entry(id)
    assert old in before
    return FIRST + QUESTIONS.replace(before, before.replace(old, new))


@pytest.mark.parametrize(
    ("id", "cells", "old", "new"),
    [
        ("envoy", {"Explanation": ""}, "  explain: He came from Korea.\n", ""),
        ("city", {"Hint": ""}, "  hint: In the east\n", ""),
        ("two", {"Source": ""}, "  reference: An atlas\n", ""),
        ("city", {"Difficulty": ""}, "  difficulty: easy\n", ""),
        ("depth", {"Measured in": ""}, "  unit: m\n", ""),
        ("depth", {"Tolerance": ""}, "  tolerance: 5\n", ""),
        ("city", {"Points": ""}, "  points: 3\n", ""),
        ("city", {"Points": "1"}, "  points: 3\n", ""),
        ("city", {"Tags": ""}, "  tags: [one, two]\n", ""),
        ("city", {"Tags": "one three"}, "[one, two]", "[one, three]"),
        ("capital", {"Answer": "Seoul\nSoul"}, "[Soul, Sŏul]", "Soul"),
        ("capital", {"Answer": "Seoul"}, "  accept: [Soul, Sŏul]\n", ""),
        ("capital", {"Capitals": ""}, "  case: exact\n", ""),
        ("city", {"Quotation": ""}, QUOTE, ""),
        ("city", {"Quotation": "“in June”"}, QUOTE, "  evidence: in June\n"),
        ("why", {"Answer": ""}, "", ""),
    ],
)
def test_what_is_deleted_in_a_table_goes(
    tmp_path: Path, id: str, cells: Mapping[str, str], old: str, new: str
) -> None:
    got = bring_table(tmp_path, id, cells)
    assert got.imported is not None
    assert yaml_files(tmp_path)["people.yaml"] == changed(id, old, new)


@pytest.mark.parametrize(
    "column",
    ["Explanation", "Hint", "Source", "Difficulty", "Measured in", "Points", "Tags", "Quotation"],
)
def test_a_table_without_a_column_deletes_nothing(tmp_path: Path, column: str) -> None:
    got = bring_table(tmp_path, "city", {}, column)
    assert got.imported is not None
    assert yaml_files(tmp_path)["people.yaml"] == FIRST + QUESTIONS


def test_a_file_without_any_explanation_deletes_none(tmp_path: Path) -> None:
    write = "::hosted:: Korea hosted the talks. {T}\n\n::envoy:: Who was the envoy? {=Cho}\n"
    bring_edited(tmp_path, "gift", "TRUE", "FALSE")
    before = yaml_files(tmp_path)["people.yaml"]
    assert "  answer: false\n  explain: So it was.\n" in before
    bring(tmp_path, "hand.gift.txt", write, "talks")
    after = yaml_files(tmp_path)["people.yaml"]
    assert after == before.replace("answer: false", "answer: true")


@pytest.mark.parametrize(
    ("name", "old", "new", "id", "before"),
    [
        (
            "gift",
            'So it was.<br><span class\\="quizgen-quote',
            '<span class\\="quizgen-quote',
            "hosted",
            "  explain: So it was.\n",
        ),
        ("gift", "Cho<br>He came from Korea.<br>", "", "envoy", "  explain: He came from Korea.\n"),
        ("gift", " [tag:one] [tag:two]", "", "city", "  tags: [one, two]\n"),
        ("gift", " [tag:easy]", "", "city", "  difficulty: easy\n"),
        ("moodle", "<usecase>1<", "<usecase>0<", "capital", "  case: exact\n"),
        ("qti21", 'caseSensitive="true"', 'caseSensitive="false"', "capital", "  case: exact\n"),
        (
            "qti21",
            '<infoControl title="Hint">think of a tower</infoControl>',
            "",
            "depth",
            "  hint: think of a tower\n",
        ),
        ("qti21", "So it was.<br />" + QTI_QUOTE, QTI_QUOTE, "hosted", "  explain: So it was.\n"),
    ],
)
def test_what_is_deleted_in_other_files_goes(
    tmp_path: Path, name: str, old: str, new: str, id: str, before: str
) -> None:
    got = bring_edited(tmp_path, name, old, new)
    assert got.imported is not None
    assert yaml_files(tmp_path)["people.yaml"] == changed(id, before, "")
