"""Find the Anki deck for the bank's deck file, and the topics that its subdecks become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizgen.commands.importing.identity import slug
from quizgen.readers.apkg import ApkgDeck, ApkgNote
from quizgen.writers.anki.deck_part import DECK_NAME
from quizgen.writers.anki.identity import deck_id

SEPARATOR = "::"


class DeckPath(NamedTuple):
    """The levels of a deck's name below the root deck."""

    levels: tuple[str, ...]

    @property
    def topic(self) -> str:
        """The id of the topic that the deck becomes."""
        return slug(" ".join(self.levels))

    @property
    def title(self) -> str:
        """The title of the topic that the deck becomes."""
        return ": ".join(self.levels)


class DeckHierarchy:
    """The decks that hold the notes of a package; `root` is the name of the deck above them all."""

    def __init__(
        self, decks: Mapping[int, ApkgDeck], notes: Iterable[ApkgNote], bank: str | None
    ) -> None:
        self.by_id = decks
        used = dict.fromkeys(self._name(note) for note in notes if note.cards)
        self.root = self._root_of_bank(bank) or _shared_levels(list(used))
        self.has_subdecks = any(name != self.root for name in used)

    def path_of(self, note: ApkgNote) -> DeckPath:
        """Return the levels below the root of the deck that holds the first card of `note`."""
        levels = _levels(self._name(note))
        return DeckPath(levels[len(_levels(self.root)) :])

    @property
    def description(self) -> str:
        """The description of the root deck, as HTML; empty if it has none."""
        return next((d.description for d in self.by_id.values() if d.name == self.root), "")

    @property
    def name(self) -> str:
        """The name of the root deck, changed where a deck file could not hold it."""
        name = "".join(c for c in self.root.replace('"', "'") if c >= " ")[:200].lstrip(": ")
        return name if DECK_NAME.accepts(name) else "Imported"

    @property
    def title(self) -> str:
        """The last level of the root deck's name."""
        return _levels(self.name)[-1]

    def _name(self, note: ApkgNote) -> str:
        deck = self.by_id.get(note.cards[0].deck_id) if note.cards else None
        return deck.name if deck else ""

    def _root_of_bank(self, bank: str | None) -> str | None:
        """Return the name of the highest deck whose id quizgen gave to it for `bank`, or None."""
        if bank is None:
            return None
        names = [d.name for d in self.by_id.values() if d.id == deck_id(bank, d.name)]
        return min(names, key=len, default=None)


def _levels(name: str) -> tuple[str, ...]:
    return tuple(level for level in name.split(SEPARATOR) if level)


def _shared_levels(names: list[str]) -> str:
    """Return the levels that all deck `names` begin with, as one name."""
    levels = [_levels(name) for name in names]
    if not levels:
        return ""
    shared = []
    for level in zip(*levels, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    return SEPARATOR.join(shared)
