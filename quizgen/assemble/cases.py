"""Items of a case: side by side, numbered 5a, 5b, 5c, and named where a selection parts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from quizgen.model.bank import Bank
from quizgen.model.case import Case
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.model.source import Span

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def units(items: Iterable[Item]) -> list[list[Item]]:
    """Return `items` with those of a case together, where the first of them stands."""
    together: dict[Case | int, list[Item]] = {}
    for index, item in enumerate(items):
        together.setdefault(index if item.case is None else item.case, []).append(item)
    return list(together.values())


def together(items: Iterable[Item]) -> list[Item]:
    """Return `items` with those of a case side by side, where the first of them stands."""
    items = list(items)
    if not any(item.case for item in items):  # as in most banks
        return items
    return [item for unit in units(items) for item in unit]


def numbered(items: Iterable[Item], first: int = 1) -> Iterator[tuple[int, str, Item]]:
    """Yield `items` with their numbers from `first` on, and their letters, "" for none.

    Items of a case with a stem share a number and have a letter each.
    """
    number = first
    for case, run in groupby(items, key=lambda item: item.case):
        if case is None or case.stem is None:
            for item in run:
                yield number, "", item
                number += 1
        else:
            for index, item in enumerate(run):
                yield number, _letter(index), item
            number += 1


def _letter(index: int) -> str:
    """Return a, b, … z, aa, ab, … for `index`, from 0."""
    before, last = divmod(index, len(_LETTERS))
    return (_letter(before - 1) if before else "") + _LETTERS[last]


def report_broken_cases(
    items: Sequence[Item], bank: Bank, span: Span, what: str, report: Report
) -> None:
    """Report each case of which only some items are among `items`, those of `what` at `span`."""
    sizes: dict[Case, int] = {}
    for item in bank.items:
        if item.case is not None:
            sizes[item.case] = sizes.get(item.case, 0) + 1
    for unit in units(items):
        case = unit[0].case
        if case is not None and len(unit) < sizes.get(case, 0):
            noun = "group" if case.stem is None else "case"
            ids = ", ".join(item.name for item in unit)
            count = f"{len(unit)} of the {sizes[case]} questions"
            report.warning(
                "broken-case",
                span,
                f"{what} has only {count} of the {noun} {case.id.value!r}: {ids}",
                "raise the count or widen the selection for all of them, or leave them out",
            )
