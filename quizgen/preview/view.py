"""What the page shows now: the last good snapshot, and what stands in the way of a newer one."""

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
    """`errors` are those of the latest save; then `snapshot` may be of an earlier one."""

    snapshot: Snapshot
    errors: tuple[Finding, ...] = ()
    sheets: Sheets = field(default_factory=Sheets)

    def after(self, new: Snapshot) -> View:
        """The view once `new` was read: it replaces an old one unless it has errors.

        Where there never was a good one, what can be read of the new one is shown.
        """
        keep = new.errors and not self.snapshot.errors
        return View(self.snapshot if keep else new, new.errors, self.sheets)

    @property
    def is_kept(self) -> bool:
        """Whether what shows is older than the latest save."""
        return bool(self.errors) and not self.snapshot.errors


def as_object(view: View, known: Container[str] = ()) -> dict[str, Any]:
    """`view` as JSON for the page; without the sides of cards whose digests are `known`."""
    decks = view.snapshot.decks
    cards = [card for deck in decks for entry in deck.entries for card in entry.cards]
    findings = (*view.snapshot.findings, *view.sheets.findings)
    errors = (*view.errors, *(one for one in view.sheets.findings if one.is_error))
    return {
        "decks": [_deck(deck) for deck in decks],
        "findings": [finding._asdict() for finding in dict.fromkeys(findings)],
        "errors": [finding._asdict() for finding in dict.fromkeys(errors)],
        "kept": view.is_kept,
        "sheets": [_sheet(sheet) for sheet in view.sheets.sheets],
        "cards": {card.digest: _sides(card) for card in cards if card.digest not in known},
    }


def digests(view: View) -> set[str]:
    """The digests of all cards that `view` shows."""
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
