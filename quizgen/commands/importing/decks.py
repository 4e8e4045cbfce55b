"""Which Anki deck a bank's deck file is for, and which topics its subdecks make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizgen.commands.importing.identity import slug
from quizgen.readers.apkg import ApkgDeck, ApkgNote
from quizgen.writers.anki.deck_part import DECK_NAME
from quizgen.writers.anki.identity import deck_id

SEPARATOR = "::"


class Placed(NamedTuple):
    """A note's place: the levels of its deck's name below the root."""

    levels: tuple[str, ...]

    @property
    def topic(self) -> str:
        return slug(" ".join(self.levels))

    @property
    def title(self) -> str:
        return ": ".join(self.levels)


class Decks:
    """The decks that `notes` are in; `root` is the deck above them all."""

    def __init__(
        self, decks: Mapping[int, ApkgDeck], notes: Iterable[ApkgNote], bank: str | None
    ) -> None:
        self.by_id = decks
        used = dict.fromkeys(self._name(note) for note in notes if note.cards)
        self.root = self._own_root(bank) or _common(list(used))
        self.has_subdecks = any(name != self.root for name in used)

    def place(self, note: ApkgNote) -> Placed:
        levels = _levels(self._name(note))
        return Placed(levels[len(_levels(self.root)) :])

    @property
    def description(self) -> str:
        """HTML."""
        return next((d.description for d in self.by_id.values() if d.name == self.root), "")

    @property
    def name(self) -> str:
        """The root's name, as a deck file can have it."""
        name = "".join(c for c in self.root.replace('"', "'") if c >= " ")[:200].lstrip(": ")
        return name if DECK_NAME.accepts(name) else "Imported"

    @property
    def title(self) -> str:
        return _levels(self.name)[-1]

    def _name(self, note: ApkgNote) -> str:
        deck = self.by_id.get(note.cards[0].deck_id) if note.cards else None
        return deck.name if deck else ""

    def _own_root(self, bank: str | None) -> str | None:
        """The deck that quizgen made for `bank`: the one with that id that is above the others."""
        if bank is None:
            return None
        own = [d.name for d in self.by_id.values() if d.id == deck_id(bank, d.name)]
        return min(own, key=len, default=None)


def _levels(name: str) -> tuple[str, ...]:
    return tuple(level for level in name.split(SEPARATOR) if level)


def _common(names: list[str]) -> str:
    """The levels that all of `names` begin with."""
    levels = [_levels(name) for name in names]
    if not levels:
        return ""
    shared = []
    for parts in zip(*levels, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return SEPARATOR.join(shared)
