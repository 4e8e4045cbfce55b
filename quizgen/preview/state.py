"""The state of the page: the last snapshot without errors, and the errors since then."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import field
from typing import Any

from quizgen.model.dataclass import dataclass
from quizgen.preview.cards import PreviewCard
from quizgen.preview.diagnostics import PreviewDiagnostic
from quizgen.preview.entries import PreviewEntry
from quizgen.preview.sheets import Sheet, SheetSet
from quizgen.preview.snapshot import ProjectSnapshot


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
    """Return `state` as JSON for the page.

    Entries and cards are named by their digests; what they hold is left out for those `known`.
    """
    decks = state.snapshot.decks
    entries = [entry for deck in decks for entry in deck.entries]
    cards = [card for entry in entries for card in entry.cards]
    diagnostics = (*state.snapshot.diagnostics, *state.sheets.diagnostics)
    errors = (*state.errors, *(each for each in state.sheets.diagnostics if each.is_error))
    return {
        "decks": [
            {**deck._asdict(), "entries": [entry.digest for entry in deck.entries]}
            for deck in decks
        ],
        "entries": {entry.digest: _entry(entry) for entry in entries if entry.digest not in known},
        "cards": {card.digest: _sides(card) for card in cards if card.digest not in known},
        "findings": [each._asdict() for each in dict.fromkeys(diagnostics)],
        "errors": [each._asdict() for each in dict.fromkeys(errors)],
        "kept": state.is_kept,
        "sheets": [_sheet(sheet) for sheet in state.sheets.sheets],
    }


def digests(state: PreviewState) -> set[str]:
    """Return the digests of all entries and cards in `state`."""
    entries = [entry for deck in state.snapshot.decks for entry in deck.entries]
    cards = [card for entry in entries for card in entry.cards]
    return {entry.digest for entry in entries} | {card.digest for card in cards}


def _entry(entry: PreviewEntry) -> dict[str, Any]:
    cards = [{"name": card.name, "digest": card.digest} for card in entry.cards]
    return {**entry._asdict(), "cards": cards}


def _sides(card: PreviewCard) -> dict[str, Any]:
    return {"front": card.front._asdict(), "back": card.back._asdict()}


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "deck": sheet.deck,
        "name": sheet.name,
        "digest": sheet.digest,
        "pages": [list(size) for size in sheet.pages],
    }
