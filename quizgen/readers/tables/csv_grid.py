"""Tables as text: CSV and TSV, with the separator that most lines agree on."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from quizgen.readers.foreign.texts import decode
from quizgen.readers.tables.grid import (
    MAX_CELL_LENGTH,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_ROWS_ABOVE,
    TableRow,
    TableSheet,
    beyond,
)
from quizgen.readers.tables.words import part_of

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 60
_UNCLOSED = "all behind a quotation mark that is never closed, from line"
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠\t\r]")
"""A cell that is guarded from being computed (OWASP: CSV Injection)."""


def read_csv(content: bytes, path: Path, separator: str = "") -> TableSheet:
    """Return the table in `content`; lines that no separator cuts are rows of one cell.

    Without a `separator`, it is looked for.
    """
    source = decode(content, path)
    separator = separator or separator_of(source.text, path)
    csv.field_size_limit(MAX_CELL_LENGTH * 100)
    rows: list[TableRow] = []
    lines: dict[int, int] = {}
    text_lines = _lines(source.text)
    reader = csv.reader(text_lines, delimiter=separator)
    start = 0
    cut: dict[str, None] = {}
    try:
        for number, cells in enumerate(reader, 1):
            if number > MAX_ROWS and any(map(str.strip, cells)):
                cut[f"rows behind row {MAX_ROWS}"] = None
                break
            if _is_never_closed(text_lines, start, reader.line_num):
                cut[f"{_UNCLOSED} {start + 1}"] = None
                break
            cut |= dict.fromkeys(beyond(number, cells))
            short = [_bare(cell)[:MAX_CELL_LENGTH] for cell in cells[:MAX_COLUMNS]]
            if any(short):
                rows.append(TableRow(number, tuple(short)))
                lines[number] = start
            start = reader.line_num
    except csv.Error:
        cut[f"{_UNCLOSED} {start + 1}"] = None
    return TableSheet(source, "", tuple(rows), lines, tuple(cut))


def _is_never_closed(lines: Sequence[str], start: int, end: int) -> bool:
    """Return whether the row from `start` to `end` runs to the end of the file in a quotation."""
    if end < len(lines) or end - start < 2:
        return False
    return sum(line.count('"') for line in lines[start:end]) % 2 == 1 and any(
        line.strip() for line in lines[start + 1 : end]
    )


def _bare(cell: str) -> str:
    """Return `cell` without blanks at its ends, nor an apostrophe that keeps it from computing."""
    bare = cell.strip()
    return bare[1:] if _GUARDED.match(bare) else bare


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")]


def separator_of(text: str, path: Path) -> str:
    """Return the separator of `text`: the one that makes known headings, if one does.

    Else it is the one that cuts the lines into the most alike parts.
    """
    if path.suffix.lower() in (".tsv", ".tab"):
        return "\t"
    lines = [line for line in text.split("\n")[:_SAMPLE] if line.strip()]
    scores = {}
    for separator in SEPARATORS:
        rows = _rows(lines, separator)
        counts = Counter(len(row) for row in rows)
        width, votes = max(counts.items(), key=lambda c: (c[0] > 1) * c[1], default=(1, 0))
        known = max((sum(map(_is_heading, row)) for row in rows[:MAX_ROWS_ABOVE]), default=0)
        scores[separator] = (known if known > 1 else 0), votes * (width > 1)
    best = max(SEPARATORS, key=lambda separator: scores[separator])
    return best if any(scores[best]) else ","


def _is_heading(cell: str) -> bool:
    return bool(cell.strip()) and part_of(cell) is not None


def _rows(lines: list[str], separator: str) -> list[list[str]]:
    try:
        return list(csv.reader([f"{line}\n" for line in lines], delimiter=separator))
    except csv.Error:
        return []
