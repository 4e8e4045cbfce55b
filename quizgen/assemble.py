"""A deck file's recipe to an `Assessment`: the items chosen, numbered and shuffled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from quizgen.assessment import (
    KEY_SUFFIX,
    AnkiDeck,
    AnkiSpec,
    Assessment,
    DeckFile,
    Question,
    Section,
    Selection,
    Worksheet,
    WorksheetSpec,
)
from quizgen.bank import Bank
from quizgen.diagnostics import Related, Report
from quizgen.item import Item
from quizgen.ordering import display_order
from quizgen.select import matching, unknown_names

ANKI_FORM = "anki"
FIRST_FORM = "A"
"""Seeds, with the bank's id, of the shuffles: options stand differently on paper and card."""


def assemble(deck: DeckFile, bank: Bank, report: Report, *, complete: bool = True) -> Assessment:
    """Choose and place the items that `deck` asks for.

    Selections that name what is not there, come up short or come up empty are reported.
    `complete` says that every entry of the bank could be read; without that, counts mean
    nothing, and selections are not reported on.
    """
    counting = report if complete else Report()
    _report_double_names(deck.worksheets, report)
    if deck.anki is None and not deck.worksheets:
        report.error(
            "nothing-to-make",
            deck.span,
            "this deck file asks for no Anki deck and no worksheet",
            "add `anki:` or `worksheets:`",
        )
    return Assessment(
        name=deck.name,
        bank=bank,
        anki=_anki(deck.anki, bank, counting) if deck.anki else None,
        worksheets=tuple(_worksheet(spec, bank, counting) for spec in deck.worksheets),
    )


def _anki(spec: AnkiSpec, bank: Bank, report: Report) -> AnkiDeck:
    items = _take(spec.selection, bank, frozenset(), "the Anki deck", report)
    questions = _place(items, 1, bank.id, ANKI_FORM)
    return AnkiDeck(spec.deck, spec.subdecks, spec.description, questions, spec.options)


def _worksheet(spec: WorksheetSpec, bank: Bank, report: Report) -> Worksheet:
    used: set[str] = set()
    sections = []
    for part in spec.sections:
        what = f"the section {part.title.plain!r}"
        items = _take(part.selection, bank, used, what, report)
        sections.append(
            Section(
                part.title, part.instructions, _place(items, len(used) + 1, bank.id, FIRST_FORM)
            )
        )
        used.update(item.id.value for item in items)
    return Worksheet(spec.name.value, spec.title, spec.paper, spec.instructions, tuple(sections))


def _place(items: Sequence[Item], first: int, *seed: str) -> tuple[Question, ...]:
    return tuple(
        Question(number, item, display_order(item, *seed))
        for number, item in enumerate(items, first)
    )


def _take(
    selection: Selection, bank: Bank, used: Set[str], what: str, report: Report
) -> list[Item]:
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


def _report_double_names(worksheets: Iterable[WorksheetSpec], report: Report) -> None:
    first: dict[str, WorksheetSpec] = {}
    for spec in worksheets:
        for file in (spec.name.value, f"{spec.name.value}{KEY_SUFFIX}"):
            earlier = first.setdefault(file.casefold(), spec)
            if earlier is not spec:
                report.error(
                    "duplicate-worksheet",
                    spec.name.span,
                    f"another worksheet of this deck file writes {file}.pdf too",
                    "give each worksheet a name of its own; it names the PDFs",
                    related=(Related("first here", earlier.name.span),),
                )
                break
