"""Which bubbles of a row are marked, and whether a person has to look at it.

Nothing is guessed: what is neither clearly marked nor clearly empty is a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.model.answer_sheets.geometry import FieldKind
from quizgen.model.answer_sheets.readings import Doubt
from quizgen.readers.scans.bubbles import BubbleInk

MAX_EMPTY = 0.045
"""Ink above that of an empty bubble that is still no mark. This and what follows is measured on the
synthetic scanner, with other seeds than the tests have (tools/scan_trials)."""
MIN_MARK_PART = 0.5
LEAST_MARK, SURE_MARK = 0.09, 0.32
"""The part of the ink of a page's other marks that is a mark without doubt: a thin line is one
where they are all thin, and may be stray where they are solid. What is less than the first is
never one without doubt, what is more than the second always."""
SOLID = 0.8
"""The ink of marks that are black all over."""
MAX_REST = 0.15
MAX_REST_PART = 0.2
"""What an eraser may leave in a bubble beside a clear mark, also as a part of that mark's ink."""
SPREADS = 5.0
"""So many spreads of a page's empty bubbles are no mark either."""


class PageInk(NamedTuple):
    """What holds for a whole page: the ink of empty bubbles, its spread, and the kind of scan.

    `typical` is the ink of the page's marks, above that of empty bubbles; None for a page with few.
    """

    empty: float
    spread: float
    typical: float | None = None
    is_bilevel: bool = False


def decide(
    inks: Sequence[BubbleInk], values: Sequence[str], kind: FieldKind, page: PageInk
) -> tuple[tuple[str, ...], Doubt | None]:
    """Return the `values` that are marked in a row with these `inks`, and the doubt about it."""
    if not all(ink.is_seen for ink in inks):
        return (), Doubt.COVERED
    fills = [ink.fill - page.empty for ink in inks]
    max_empty = max(MAX_EMPTY, SPREADS * page.spread)
    min_mark = max(_min_mark(page.typical), max_empty + 0.03)
    marks = [index for index, fill in enumerate(fills) if fill >= min_mark]
    unclear = [index for index, fill in enumerate(fills) if max_empty < fill < min_mark]
    marked = tuple(values[index] for index in marks)
    if not marks:
        if unclear:
            best = max(unclear, key=lambda index: fills[index])
            return (values[best],), Doubt.FAINT
        return (), Doubt.BLANK if page.is_bilevel and _may_have_vanished(kind, page) else None
    weakest = min(fills[index] for index in marks)
    doubtful = [
        index
        for index in unclear
        if fills[index] > MAX_REST or fills[index] > MAX_REST_PART * weakest
    ]
    if len(marks) > 1 and kind is not FieldKind.SEVERAL:
        return marked, Doubt.DOUBLE
    if doubtful:
        return marked, Doubt.ERASED
    if kind is FieldKind.SEVERAL and page.is_bilevel and not _is_solid(page):
        return marked, Doubt.BLANK
    return marked, None


def with_vanished(
    decisions: Sequence[tuple[tuple[str, ...], Doubt | None]], page: PageInk
) -> list[tuple[tuple[str, ...], Doubt | None]]:
    """Return the `decisions` of a page's rows, with a doubt about each row without a mark.

    That is so on a bilevel scan where marks of other rows are faint or may be missing: then pencil
    has vanished there, and a digit may have with it, however black the marks are that stayed.
    """
    are_missing = any(doubt in {Doubt.FAINT, Doubt.BLANK} for _, doubt in decisions)
    if not page.is_bilevel or not are_missing:
        return list(decisions)
    return [(marked, doubt if marked else doubt or Doubt.BLANK) for marked, doubt in decisions]


def _min_mark(typical: float | None) -> float:
    if typical is None:
        return SURE_MARK
    return min(SURE_MARK, max(LEAST_MARK, MIN_MARK_PART * typical))


def _may_have_vanished(kind: FieldKind, page: PageInk) -> bool:
    """Tell whether a row without a mark on a bilevel scan may have had one, in pencil.

    Digits are left empty as a rule, so these count only where the other marks are not solid.
    """
    if kind in (FieldKind.ONE, FieldKind.SEVERAL):
        return True
    return not _is_solid(page)


def _is_solid(page: PageInk) -> bool:
    return page.typical is not None and page.typical >= SOLID
