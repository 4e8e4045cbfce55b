"""The history of a deck file's notes, and the items that other deck files and banks hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from quizgen.assemble.matching_items import matching
from quizgen.commands.ledgers import reports
from quizgen.commands.ledgers.files import Ledgers
from quizgen.commands.ledgers.lost_lines import report_lost_deck_notes
from quizgen.commands.ledgers.shared_notes import report_differing_flips
from quizgen.commands.ledgers.two_banks import report_items_in_two_banks
from quizgen.model.assessment import Assessment, DeckFile
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report, has_errors
from quizgen.model.item import Item
from quizgen.model.ledger import DeckLedger, Ledger, as_former_bank, former_place, known_as
from quizgen.model.named_tuple import NamedTuple
from quizgen.project.layout import Project, project_of, yaml_files
from quizgen.writers.anki.deck_part import ANKI


class Readings(Protocol):
    """The interface of a workspace, as far as histories need it."""

    def ledgers_of(self, project: Project) -> Ledgers:
        """Return the ledgers of `project`."""
        ...

    def deck_file_of(self, path: Path) -> DeckFile | None:
        """Return the deck file at `path`, or None where it cannot be read."""
        ...

    def uses(self, deck: DeckFile, bank: Bank) -> bool:
        """Return whether `deck` is a deck file of `bank`."""
        ...

    def are_others_readable(self, bank: Bank, project: Project) -> bool:
        """Return whether all banks of `project` but `bank` can be read."""
        ...

    def other_banks(self, bank: Bank, project: Project) -> Iterator[Bank]:
        """Yield the banks of `project` but `bank`."""
        ...


class History(NamedTuple):
    """The history of a deck file's notes, as former builds have left it.

    `ledger` is that of the bank, `deck` has the notes that packages of the deck file have handed
    out, and `held` are the identities of the bank's items that another deck file holds, or that
    are in another bank by now.
    """

    ledger: Ledger = Ledger()
    deck: DeckLedger = DeckLedger()
    held: frozenset[str] = frozenset()


def read_history(
    path: Path,
    assessment: Assessment,
    packages: Iterable[Path],
    workspace: Readings,
    report: Report,
) -> History:
    """Return the history of the deck file at `path`, empty before the first build.

    A ledger is reported to `report` if it is of another bank, if its deck file is gone, if it has
    lost lines, or if it is gone although any of `packages` exists or the bank was released. Damage
    of ledgers is in the report of `workspace`. Items that look like others under a new id are
    reported as well.
    """
    bank, ledgers = assessment.bank, workspace.ledgers_of(project_of(path))
    if bank.joined:
        return History()  # no cards: identity belongs to one bank
    ledger, deck = ledgers.of_bank(bank), ledgers.of_deck(path)
    anki = ANKI.of(assessment)
    if anki is None or has_errors(ledgers.report.diagnostics):
        return History()
    items = [question.item for question in anki.questions]
    here = set(ledger.identities(items))
    file = ledgers.own_file(bank)
    orphans = list(ledgers.orphans(bank.id, path))
    if not ledger.bank:
        # What the deck file made of another bank until now is no sign of a ledger of this one.
        of_bank_before = packages if deck.bank in ("", bank.id) else ()
        reports.report_missing_ledger(file, bank, of_bank_before, ledgers.given_by(bank), report)
    elif ledger.bank != bank.id:
        reports.report_other_bank(ledger.bank, bank, file, report)
    else:
        deck_ledger, unclaimed = path.with_suffix(".ledger"), ledgers.unclaimed(bank, here)
        if deck.bank == bank.id and unclaimed:
            report_lost_deck_notes(deck_ledger, unclaimed, report)
        elif not (deck.bank or orphans):
            reports.report_missing_deck_ledger(deck_ledger, bank, packages, bool(unclaimed), report)
        reports.report_shared_identity(items, ledger, report)
        reports.report_renamed(items, bank.items, ledger, report)
    if deck.bank not in ("", bank.id) and not _goes_on_in(bank, deck.bank, ledgers):
        reports.report_other_bank(deck.bank, bank, path.with_suffix(".ledger"), report)
    reports.report_unknown_origins(bank, ledgers.is_known, report)
    report_items_in_two_banks(items, bank, project_of(path), workspace, report)
    for orphan, _ in orphans:
        if not ledgers.card_banks(orphan.stem):  # else its own build writes it anew
            reports.report_orphan_ledger(orphan, path, project_of(path), report)
    others = [
        (other, workspace.deck_file_of(other))
        for other in yaml_files(path.parent)
        if other.absolute() != path.absolute()
    ]
    of_bank = [(other, deck) for other, deck in others if deck and workspace.uses(deck, bank)]
    report_differing_flips(anki, bank, of_bank, report)
    return History(
        ledger,
        _handed_out(deck, bank, here, [orphan for _, orphan in orphans]),
        _held(path, bank, ledger, here, [deck for _, deck in others], workspace),
    )


def _goes_on_in(bank: Bank, former: str, ledgers: Ledgers) -> bool:
    """Return whether `bank` has taken over the bank `former`, or both are in the project."""
    taken = any(place[0] == former for item in bank.items if (place := former_place(item)))
    return taken or ledgers.is_known(former)


def _handed_out(
    deck: DeckLedger, bank: Bank, here: set[str], orphans: Iterable[DeckLedger]
) -> DeckLedger:
    """Return the notes that packages of a deck file with the ledger `deck` have handed out.

    `here` are the identities of the deck file's items. The notes of one of `orphans` count as
    well, if any of them is of an item in `here`: its deck file was renamed, or joined with this
    one, or its cards have moved here.
    """
    notes = (
        deck.notes if deck.bank in ("", bank.id) else as_former_bank(deck.notes, deck.bank, bank.id)
    )
    for orphan in orphans:
        if here & {key.item for key in orphan.notes}:
            notes |= orphan.notes
    return DeckLedger(bank.id, deck.created, notes)


def _held(
    path: Path,
    bank: Bank,
    ledger: Ledger,
    here: set[str],
    others: Sequence[DeckFile | None],
    workspace: Readings,
) -> frozenset[str]:
    """Return the identities of items of `bank` that are held elsewhere than in `path`.

    `others` are the other deck files of the project. One that cannot be read, None, may hold any
    item: all items in `ledger` count as held then. `here` are the identities of the items in
    `path`. Other banks are read only where a note would retire otherwise; while one of them has a
    mistake, it may hold any item too.
    """
    # 1. Items in the other deck files of the bank.
    ledgers = workspace.ledgers_of(project_of(path))
    known = {key.item for key in ledger.notes}
    held: set[str] = set()
    for deck in others:
        if deck is None or (deck.is_faulty and workspace.uses(deck, bank)):
            held |= known
        elif (anki := ANKI.spec_in(deck)) is not None and workspace.uses(deck, bank):
            held |= ledgers.chosen(deck, bank, anki.selection)
    # 2. Items that other banks have taken over, or are about to.
    if known - held - here:
        project = project_of(path)
        if workspace.are_others_readable(bank, project):
            held |= _held_in_other_banks(bank, project, others, workspace)
        else:
            held |= known
    return frozenset(held)


def _held_in_other_banks(
    bank: Bank, project: Project, decks: Iterable[DeckFile | None], workspace: Readings
) -> set[str]:
    """Return the identities in `bank` of the items of other banks that one of `decks` holds.

    All items count of a bank without a deck file, and of one whose deck file has a mistake.
    """
    ledgers, held = workspace.ledgers_of(project), set[str]()
    others = list(workspace.other_banks(bank, project))
    for other in others:
        of_bank = [deck for deck in decks if deck is not None and workspace.uses(deck, other)]
        chosen: list[Item] = []
        for deck in of_bank:
            if (anki := ANKI.spec_in(deck)) is not None:
                chosen += matching(anki.selection, other)[: anki.selection.count]
        is_certain = of_bank and not any(deck.is_faulty for deck in of_bank)
        ledger = ledgers.of_bank(other)
        for item in chosen if is_certain else other.items:
            held.add(known_as(ledger.identity(item), other.id, bank.id))
    return held | ledgers.held_by_others(bank.id, {other.id for other in others})
