"""Edits of a text: those that do not touch each other, and the text after them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeAlias

from quizgen.model.diagnostics import Diagnostic, Edit, Fix
from quizgen.model.source import Position

BYTE_ORDER_MARK = "\ufeff"


def fix_of(diagnostic: Diagnostic) -> Fix:
    """Return the fix of `diagnostic`, which must have one."""
    assert diagnostic.fix is not None
    return diagnostic.fix


def without_overlaps(fixable: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those of `fixable` whose edits touch nothing that an earlier one edits."""
    chosen: list[Diagnostic] = []
    taken: list[_Extent] = []
    for diagnostic in fixable:
        extents = [_extent(edit) for edit in fix_of(diagnostic).edits]
        if all(_is_free(extent, taken) for extent in extents):
            chosen.append(diagnostic)
            for extent in extents:
                taken.insert(bisect_left(taken, extent), extent)
    return chosen


def apply_fixes(raw: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Return `raw` after the edits of the fixes of `diagnostics`, which do not overlap.

    `raw` has the line ends and the byte-order mark of its file, and keeps them.
    """
    starts = [len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0]
    starts += [match.end() for match in re.finditer(r"\r\n|\r|\n", raw)]
    edits = [edit for diagnostic in diagnostics for edit in fix_of(diagnostic).edits]
    newline = "\r\n" if "\r\n" in raw else "\n"
    parts: list[str] = []
    last = 0
    for edit in sorted(edits, key=_extent):
        start, end = (starts[m.line] + m.column for m in (edit.span.start, edit.span.end))
        parts += [raw[last:start], edit.text.replace("\n", newline)]
        last = end
    return "".join([*parts, raw[last:]])


_Extent: TypeAlias = tuple[Position, Position]


def _extent(edit: Edit) -> _Extent:
    return (edit.span.start, edit.span.end)


def _is_free(extent: _Extent, taken: list[_Extent]) -> bool:
    """Return whether `extent` overlaps none of `taken`, which are sorted and disjoint.

    Only its two neighbours are compared.
    """
    index = bisect_left(taken, extent)
    return not any(_overlap(extent, other) for other in taken[max(index - 1, 0) : index + 1])


def _overlap(first: _Extent, second: _Extent) -> bool:
    return first == second or (first[0] < second[1] and second[0] < first[1])
