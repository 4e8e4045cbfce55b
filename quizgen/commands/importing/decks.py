"""The Anki deck that the new deck file is for, and the topics that its subdecks become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizgen.commands.importing.identity import slug
from quizgen.readers.apkg import ApkgDeck, ApkgNote
from quizgen.writers.anki.deck_part import DECK_NAME
from quizgen.writers.anki.identity import deck_id

SEPARATOR = "::"


class Placed(NamedTuple):
    """The place of a note: the levels of its deck's name below the root."""

    levels: tuple[str, ...]

    @property
    def topic(self) -> str:
        """The id of the topic that the place becomes; empty for the root."""
        return slug(" ".join(self.levels))

    @property
    def title(self) -> str:
        """The title of the topic that the place becomes; empty for the root."""
        return ": ".join(self.levels)


class Decks:
    """The decks that `notes` are in; `root` is the name of the deck above them all.

    `bank` is the id of the bank that quizgen made the decks of; None for other decks.
    """

    def __init__(
        self, decks: Mapping[int, ApkgDeck], notes: Iterable[ApkgNote], bank: str | None
    ) -> None:
        self.by_id = decks
        used = dict.fromkeys(self._name(note) for note in notes if note.cards)
        self.root = self._own_root(bank) or _common(list(used))
        self.has_subdecks = any(name != self.root for name in used)

    def place(self, note: ApkgNote) -> Placed:
        """Return the place of `note` below the root."""
        levels = _levels(self._name(note))
        return Placed(levels[len(_levels(self.root)) :])

    @property
    def description(self) -> str:
        """The description of the root, in HTML."""
        return next((d.description for d in self.by_id.values() if d.name == self.root), "")

    @property
    def name(self) -> str:
        """The name of the root as a deck file can have it, of at most 200 characters."""
        name = "".join(c for c in self.root.replace('"', "'") if c >= " ")[:200].lstrip(": ")
        return name if DECK_NAME.accepts(name) else "Imported"

    @property
    def title(self) -> str:
        """The last level of the root's name."""
        return _levels(self.name)[-1]

    def _name(self, note: ApkgNote) -> str:
        deck = self.by_id.get(note.cards[0].deck_id) if note.cards else None
        return deck.name if deck else ""

    def _own_root(self, bank: str | None) -> str | None:
        """Return the name of the deck that quizgen made for `bank`, or None.

        Of several decks with ids of `bank`, it is the deck with the shortest name: subdecks have
        longer names.
        """
        if bank is None:
            return None
        names = [d.name for d in self.by_id.values() if d.id == deck_id(bank, d.name)]
        return min(names, key=len, default=None)


def _levels(name: str) -> tuple[str, ...]:
    return tuple(level for level in name.split(SEPARATOR) if level)


def _common(names: list[str]) -> str:
    """Return the levels that all of `names` begin with, as a name."""
    levels = [_levels(name) for name in names]
    if not levels:
        return ""
    shared = []
    for parts in zip(*levels, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return SEPARATOR.join(shared)
