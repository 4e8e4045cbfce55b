"""Lines that ledgers have lost: a bank's ledger and those of its deck files name the same notes.

A build writes a note into both at once, and no build takes one out. So of two that differ, one has
lost lines: by a disk that was full, a program that copies folders, or a slip in an editor.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.ledger import DeckLedger, Ledger, NoteKey, as_former_bank
from quizgen.model.ledger.model import BANK_SEPARATOR
from quizgen.model.source import Source
from quizgen.reporting.concise import display_path

MAX_NAMES = 5
"""Names of lost notes in a message; once these are mended, the next are named (judged)."""


def report_lost_notes(
    file: Path, ledger: Ledger, decks: Mapping[Path, DeckLedger], report: Report
) -> None:
    """Report each of `decks`, by its path, that names notes which `ledger` of a bank does not have.

    They would count as new. `file` is the path of `ledger`. A note that was in another bank first
    need not be there: its deck file may have been one of that bank.
    """
    for path, deck in decks.items():
        if deck.bank != ledger.bank:
            continue
        unknown = deck.notes.difference(ledger.notes)
        lost = [key for key in unknown if BANK_SEPARATOR not in key.item]
        if lost:
            name = display_path(path)
            report.error(
                "ledger-damaged",
                Source(file, "").whole(),
                f"lines of {file.name} are gone: {name} says that pupils have {_named(lost)}, "
                "which would count as new",
                f"take {file.name} back from git, after a merge with the lines of both sides; if "
                f"they are gone for good, delete the lines of these notes in {name} as well: they "
                "are sent again, and what pupils wrote into them goes",
            )


def notes_without_deck(
    bank: Bank, ledger: Ledger, decks: Collection[DeckLedger]
) -> frozenset[NoteKey]:
    """Return the notes in `ledger` of `bank` that none of `decks` has handed out."""
    here = [deck.notes for deck in decks if deck.bank == bank.id]
    rest = frozenset(ledger.notes).difference(*here)
    for deck in decks:
        if rest and deck.bank != bank.id:
            rest -= as_former_bank(deck.notes, deck.bank, bank.id)
    return rest


def report_lost_deck_notes(file: Path, lost: Collection[NoteKey], report: Report) -> None:
    """Warn that pupils have the notes `lost`, and the ledger `file` of their deck file has not.

    It is no error: it may be that another deck file had handed them out, and was deleted with its
    ledger. The notes themselves are entered again by the build.
    """
    report.warning(
        "ledger-incomplete",
        Source(file, "").whole(),
        f"pupils have {_named(lost)}, and no ledger in {file.parent.name} says so any more: "
        f"lines of {file.name} are gone, or a deck file was deleted together with its ledger, and "
        "questions removed from it cannot be taken away from pupils",
        "take that ledger back from git and build, even if you have built since",
    )


def _named(notes: Collection[NoteKey]) -> str:
    """Return the names of the first of `notes`, and how many more there are."""
    names = ", ".join(key.name for key in sorted(notes)[:MAX_NAMES])
    more = len(notes) - MAX_NAMES
    return f"the note{'s' * (len(notes) > 1)} {names}" + (f" and {more} more" if more > 0 else "")
