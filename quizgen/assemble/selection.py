"""The items that a selection or a blueprint takes from a bank, and diagnostics for too few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from quizgen.assemble.blueprint import allot
from quizgen.assemble.matching_items import matching, unknown_names
from quizgen.model.assessment import BlueprintRow, Selection
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Item
from quizgen.model.named_tuple import NamedTuple


def take(selection: Selection, bank: Bank, used: Set[str], what: str, report: Report) -> list[Item]:
    """Return the items of `selection` whose ids are not in `used`, at most its `count`.

    `used` are the ids in earlier sections. Unknown names and too few items are reported; `what`
    is the noun for the section in messages.
    """
    if not _all_known([selection], bank, report):
        return []
    matches = matching(selection, bank)
    free = [item for item in matches if item.name not in used]
    taken = len(matches) - len(free)
    elsewhere = f", {taken} of them in earlier sections" if taken else ""
    ways = ["take out a topic, type, difficulty or tag"] if _criteria(selection) else []
    ways += ["take fewer in earlier sections"] if taken else []
    way_out = ", or ".join([*ways, "add items to the bank"])
    if selection.count is not None and len(free) < selection.count:
        report.error(
            "selection-too-small",
            selection.span,
            f"{what} wants {_items(selection.count)}, "
            f"{selection.count - len(free)} more than there are: "
            f"{len(matches)} match{elsewhere}",
            f"write count: {len(free)}, or {way_out}" if free else way_out,
        )
    elif not free:
        report.error(
            "selection-empty",
            selection.span,
            f"no item is left for {what}: {len(matches)} match{elsewhere}"
            if matches
            else f"no item matches {what}",
            way_out,
        )
    return free[: selection.count]


def take_by_blueprint(
    selection: Selection,
    blueprint: Sequence[BlueprintRow],
    bank: Bank,
    used: Set[str],
    what: str,
    report: Report,
) -> list[Item]:
    """Return items for the rows of `blueprint`, as many as possible, in the order of the bank.

    An item that suits several rows counts for one of them. Parameters are as for `take`, whose
    count is that of the rows here. A row with too few items is reported.
    """
    # 1. Find the free items of the selection, and the rows that each of them suits.
    if not _all_known([selection, *(row.selection for row in blueprint)], bank, report):
        return []
    pool = matching(selection, bank)
    free = [item for item in pool if item.name not in used]
    suited = [{item.name for item in matching(r.selection, bank)} for r in blueprint]
    fits = [[n for n, ids in enumerate(suited) if item.name in ids] for item in free]
    # 2. Give as many items as possible to rows.
    taken = allot(fits, [row.count for row in blueprint])
    # 3. Report rows with too few, and the rows that have items they could use.
    for row, ids, got in zip(blueprint, suited, taken, strict=True):
        if len(got) < row.count:
            others = [
                _CompetingRow(other, sum(free[index].name in ids for index in theirs))
                for other, theirs in zip(blueprint, taken, strict=True)
                if other is not row
            ]
            match = sum(item.name in ids for item in pool)
            gone = match - sum(item.name in ids for item in free)
            _report_shortage(row, what, _Supply(len(got), match, gone, others), report)
    chosen = {index for indices in taken for index in indices}
    return [item for index, item in enumerate(free) if index in chosen]


class _CompetingRow(NamedTuple):
    """A row of the blueprint that took `has` items which the short row could use."""

    row: BlueprintRow
    has: int


class _Supply(NamedTuple):
    """The supply for a row with too few items.

    `got` is the number of items that the row gets, `match` of items that match, and `gone` of those
    in earlier sections.
    """

    got: int
    match: int
    gone: int
    rivals: Sequence[_CompetingRow]


def _report_shortage(row: BlueprintRow, what: str, supply: _Supply, report: Report) -> None:
    """Report that `row` of the blueprint of `what` gets fewer items than its count."""
    rivals = [rival for rival in supply.rivals if rival.has]
    elsewhere = ""
    if supply.gone:
        elsewhere += f", {supply.gone} of them in earlier sections"
    if rivals:
        in_rows = sum(rival.has for rival in rivals)
        elsewhere += f", {in_rows} of them in other rows of the blueprint"
    short = row.count - supply.got
    less = f"write count: {supply.got} here" if supply.got else "remove this row"
    report.error(
        "blueprint-not-met",
        row.selection.span,
        f"{what} is {_items(short)} short: this row of its blueprint wants "
        f"{_items(row.count)}, and {supply.match} match{elsewhere}",
        f"{less}, or add {_items(short)} to the bank: {_described(row.selection)}",
        related=tuple(
            Related(f"this row has {_items(rival.has)} that would do", rival.row.selection.span)
            for rival in rivals
        ),
    )


def _described(selection: Selection) -> str:
    """Return the criteria of `selection`, such as ``topic goals, difficulty easy or hard``."""
    return ", ".join(_criteria(selection)) or "any will do"


def _criteria(selection: Selection) -> list[str]:
    """Return the criteria of `selection` one by one; none where it takes what the bank has."""
    criteria = (
        ("bank", [word.value for word in selection.banks]),
        ("topic", [word.value for word in selection.topics]),
        ("type", [word.value for word in selection.types]),
        ("difficulty", [difficulty.value for difficulty in selection.difficulty]),
        ("tag", [word.value for word in selection.tags]),
    )
    return [f"{noun} {' or '.join(words)}" for noun, words in criteria if words]


def _all_known(selections: Iterable[Selection], bank: Bank, report: Report) -> bool:
    """Return whether `bank` has every name in `selections`; report the names it does not have."""
    errors = [error for selection in selections for error in unknown_names(selection, bank)]
    report.diagnostics += errors
    return not errors


def _items(count: int) -> str:
    return "1 item" if count == 1 else f"{count} items"
