"""Tables of a document that are no list of questions: as lines, with labels in cells of their own.

Exams are set in tables: a number or a letter in one cell, what belongs to it in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from quizgen.readers.typed_lists import marks
from quizgen.readers.typed_lists.lines import Line

_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z])[.):\]]{0,2}")
_ENDED = re.compile(r"[.):\]]$")
_NUMBER = re.compile(r"#?(\d{1,3})[.):]?")
MAX_WORD = 40
"""Characters of a cell that may be a word such as “Correct answer”."""


def row_lines(cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Yield the lines of a row of `cells`: what is only a label stands before the next cell."""
    label = ""
    for lines in cells:
        filled = [line for line in lines if line.plain or "<img" in line.html]
        if not label and len(filled) == 1 and (word := _label(filled[0])):
            label = word
            continue
        if label:
            yield _labelled(label, filled[0]) if filled else Line(label, escape(label), 0)
            filled, label = filled[1:], ""
        yield from filled
    if label:
        yield Line(label, escape(label), 0)


def _label(line: Line) -> str:
    """Return the label that `line` is, with its sign; empty where it is a text."""
    text = line.plain
    if line.label or len(text) > MAX_WORD:
        return ""
    if _LABEL.fullmatch(text):
        return text if _ENDED.search(text) else f"{text}."
    bare = text.rstrip(" :")
    if marks.ANSWER.fullmatch(f"{bare}: x") or marks.EXPLANATION.fullmatch(f"{bare}: x"):
        return f"{bare}:"
    return ""


def _labelled(label: str, line: Line) -> Line:
    shift = len(label) + 1
    runs = line.runs or ((len(line.plain), line.styles),)
    return line._replace(
        plain=f"{label} {line.plain}",
        html=f"{escape(label)} {line.html}",
        runs=((shift, frozenset()), *((end + shift, styles) for end, styles in runs)),
    )


def key_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines ``1. B`` of a table that is an answer key; none for another table.

    Numbers and letters stand in columns, perhaps several beside one another, or in rows.
    """
    entries = _pairs(rows) or _pairs(list(zip(*rows, strict=False)))
    return [f"{number}. {letters}" for number, letters in sorted(entries)]


def _pairs(rows: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    bodies = [cells for cells in rows if any(cells)]
    if bodies and not any(map(_NUMBER.fullmatch, bodies[0])):
        bodies = bodies[1:]  # headings
    entries = []
    for cells in bodies:
        for number, letters in zip(cells[::2], cells[1::2], strict=False):
            if not number and not letters:
                continue
            match = _NUMBER.fullmatch(number)
            if match is None or not marks.ONLY_LETTERS.fullmatch(letters):
                return []
            entries.append((int(match[1]), letters))
        if len(cells) % 2:
            return []
    return entries if len(entries) > 1 else []
