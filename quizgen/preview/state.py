"""The state of the page: the last snapshot without errors, and the errors since then."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import field
from typing import Any

from quizgen.model.dataclass import dataclass
from quizgen.preview.cards import PreviewCard
from quizgen.preview.diagnostics import PreviewDiagnostic
from quizgen.preview.sheets import Sheet, SheetSet
from quizgen.preview.snapshot import PreviewDeck, ProjectSnapshot


@dataclass(frozen=True, slots=True)
class PreviewState:
    """The errors of the latest save, and the last snapshot that could be made."""

    snapshot: ProjectSnapshot
    errors: tuple[PreviewDiagnostic, ...] = ()
    sheets: SheetSet = field(default_factory=SheetSet)

    def updated_with(self, new: ProjectSnapshot) -> PreviewState:
        """Return the state after the snapshot `new`, which is shown unless it has errors.

        Where the present snapshot has errors too, `new` is shown in any case.
        """
        keep = new.errors and not self.snapshot.errors
        return PreviewState(self.snapshot if keep else new, new.errors, self.sheets)

    @property
    def is_kept(self) -> bool:
        """Whether the page shows an older snapshot than that of the latest save."""
        return bool(self.errors) and not self.snapshot.errors


def as_object(state: PreviewState, known: Container[str] = ()) -> dict[str, Any]:
    """Return `state` as JSON for the page, without the sides of cards whose digests are `known`."""
    decks = state.snapshot.decks
    cards = [card for deck in decks for entry in deck.entries for card in entry.cards]
    diagnostics = (*state.snapshot.diagnostics, *state.sheets.diagnostics)
    errors = (*state.errors, *(each for each in state.sheets.diagnostics if each.is_error))
    return {
        "decks": [_deck(deck) for deck in decks],
        "findings": [each._asdict() for each in dict.fromkeys(diagnostics)],
        "errors": [each._asdict() for each in dict.fromkeys(errors)],
        "kept": state.is_kept,
        "sheets": [_sheet(sheet) for sheet in state.sheets.sheets],
        "cards": {card.digest: _sides(card) for card in cards if card.digest not in known},
    }


def card_digests(state: PreviewState) -> set[str]:
    """Return the digests of all cards in `state`."""
    return {
        card.digest
        for deck in state.snapshot.decks
        for entry in deck.entries
        for card in entry.cards
    }


def _deck(deck: PreviewDeck) -> dict[str, Any]:
    entries = [
        {**entry._asdict(), "cards": [{"name": c.name, "digest": c.digest} for c in entry.cards]}
        for entry in deck.entries
    ]
    return {**deck._asdict(), "entries": entries}


def _sides(card: PreviewCard) -> dict[str, Any]:
    return {"front": card.front._asdict(), "back": card.back._asdict()}


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "deck": sheet.deck,
        "name": sheet.name,
        "digest": sheet.digest,
        "pages": [list(size) for size in sheet.pages],
    }
