"""Edits of a text: those that do not touch each other, and the text with them made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeAlias

from quizgen.model.diagnostics import Diagnostic, Edit, Fix
from quizgen.model.source import Mark

Place: TypeAlias = tuple[int, int]

BYTE_ORDER_MARK = "\ufeff"


def place(mark: Mark) -> Place:
    return (mark.line, mark.column)


def fix_of(diagnostic: Diagnostic) -> Fix:
    assert diagnostic.fix is not None
    return diagnostic.fix


def apart(fixable: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those whose edits touch nothing that an earlier one edits."""
    chosen: list[Diagnostic] = []
    taken: list[_Stretch] = []
    for diagnostic in fixable:
        stretches = [_stretch(edit) for edit in fix_of(diagnostic).edits]
        if all(_is_free(stretch, taken) for stretch in stretches):
            chosen.append(diagnostic)
            for stretch in stretches:
                taken.insert(bisect_left(taken, stretch), stretch)
    return chosen


def edited(raw: str, diagnostics: Iterable[Diagnostic]) -> str:
    """`raw`, with its own line ends and byte-order mark, after the edits of some fixes."""
    starts = [len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0]
    starts += [match.end() for match in re.finditer(r"\r\n|\r|\n", raw)]
    edits = [edit for diagnostic in diagnostics for edit in fix_of(diagnostic).edits]
    parts: list[str] = []
    last = 0
    for edit in sorted(edits, key=_stretch):
        start, end = (starts[m.line] + m.column for m in (edit.span.start, edit.span.end))
        parts += [raw[last:start], edit.text]
        last = end
    return "".join([*parts, raw[last:]])


_Stretch: TypeAlias = tuple[Place, Place]


def _stretch(edit: Edit) -> _Stretch:
    return (place(edit.span.start), place(edit.span.end))


def _is_free(stretch: _Stretch, taken: list[_Stretch]) -> bool:
    """Whether `stretch` overlaps none of `taken`, which are apart and in order.

    So only its neighbours there can touch it.
    """
    index = bisect_left(taken, stretch)
    return not any(_overlap(stretch, other) for other in taken[max(index - 1, 0) : index + 1])


def _overlap(one: _Stretch, other: _Stretch) -> bool:
    return one == other or (one[0] < other[1] and other[0] < one[1])
