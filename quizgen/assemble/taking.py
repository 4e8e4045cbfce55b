"""Which items a selection takes from the bank, and what is said if it can't."""

from __future__ import annotations

from collections.abc import Set

from quizgen.assessment import SectionSpec, Selection
from quizgen.bank import Bank
from quizgen.diagnostics import Report
from quizgen.item import Item
from quizgen.select import matching, unknown_names


def section_items(part: SectionSpec, bank: Bank, used: Set[str], report: Report) -> list[Item]:
    """The items of a section, in the order of `matching`; none that is in `used`."""
    what = f"the section {part.title.plain!r}"
    return take(part.selection, bank, used, what, report)


def take(selection: Selection, bank: Bank, used: Set[str], what: str, report: Report) -> list[Item]:
    """The items of `selection` that no earlier section has used, at most `count` of them."""
    unknown = unknown_names(selection, bank)
    if unknown:
        report.diagnostics += unknown
        return []
    found = matching(selection, bank)
    free = [item for item in found if item.id.value not in used]
    taken = len(found) - len(free)
    elsewhere = f", {taken} of them in earlier sections" if taken else ""
    if selection.count is not None and len(free) < selection.count:
        report.error(
            "selection-too-small",
            selection.span,
            f"{what} wants {_items(selection.count)}, "
            f"{selection.count - len(free)} more than there are: "
            f"{len(found)} match{elsewhere}",
            f"write count: {len(free)}, ask for less in particular, or add items to the bank"
            if free
            else "ask for less in particular, or add items to the bank",
        )
    elif not free:
        report.error(
            "selection-empty",
            selection.span,
            f"no item is left for {what}: {len(found)} match{elsewhere}",
            "ask for less in particular, or add items to the bank",
        )
    return free[: selection.count]


def _items(count: int) -> str:
    return "1 item" if count == 1 else f"{count} items"
