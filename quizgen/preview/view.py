"""A view: the present content of the page."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from quizgen.preview.cards import Card
from quizgen.preview.findings import Finding
from quizgen.preview.sheets import Sheet, Sheets
from quizgen.preview.snapshot import Deck, Snapshot


@dataclass(frozen=True, slots=True)
class View:
    """The content of the page: a snapshot, and the errors of the latest save.

    Where there are `errors`, `snapshot` may be of an earlier save.
    """

    snapshot: Snapshot
    errors: tuple[Finding, ...] = ()
    sheets: Sheets = field(default_factory=Sheets)

    def after(self, new: Snapshot) -> View:
        """Return the view after the snapshot `new` has been read.

        `new` takes the place of the present snapshot, unless `new` has errors and the present
        snapshot has none. The sheets stay until those of `new` are set.
        """
        keep = new.errors and not self.snapshot.errors
        return View(self.snapshot if keep else new, new.errors, self.sheets)

    @property
    def is_kept(self) -> bool:
        """Whether the snapshot is older than the latest save."""
        return bool(self.errors) and not self.snapshot.errors


def as_object(view: View, known: Container[str] = ()) -> dict[str, Any]:
    """Return `view` as an object for JSON, without the sides of cards with `known` digests."""
    decks = view.snapshot.decks
    cards = [card for deck in decks for entry in deck.entries for card in entry.cards]
    findings = (*view.snapshot.findings, *view.sheets.findings)
    errors = (*view.errors, *(f for f in view.sheets.findings if f.is_error))
    return {
        "decks": [_deck(deck) for deck in decks],
        "findings": [finding._asdict() for finding in dict.fromkeys(findings)],
        "errors": [finding._asdict() for finding in dict.fromkeys(errors)],
        "kept": view.is_kept,
        "sheets": [_sheet(sheet) for sheet in view.sheets.sheets],
        "cards": {card.digest: _sides(card) for card in cards if card.digest not in known},
    }


def digests(view: View) -> set[str]:
    """Return the digests of all cards in `view`."""
    return {
        card.digest
        for deck in view.snapshot.decks
        for entry in deck.entries
        for card in entry.cards
    }


def _deck(deck: Deck) -> dict[str, Any]:
    entries = [
        {**entry._asdict(), "cards": [{"name": c.name, "digest": c.digest} for c in entry.cards]}
        for entry in deck.entries
    ]
    return {**deck._asdict(), "entries": entries}


def _sides(card: Card) -> dict[str, Any]:
    return {"front": card.front._asdict(), "back": card.back._asdict()}


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "deck": sheet.deck,
        "name": sheet.name,
        "digest": sheet.digest,
        "pages": [list(size) for size in sheet.pages],
    }
