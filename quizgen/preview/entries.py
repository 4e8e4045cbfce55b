"""The entries of the page, an item and its cards each, rendered once while they stay the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from quizgen.model.bank import Bank
from quizgen.model.item import GapFill, Item
from quizgen.model.text.gaps import GapText
from quizgen.preview.cards import PreviewCard, cards_of
from quizgen.preview.diagnostics import item_key
from quizgen.reporting.concise import display_path
from quizgen.writers.anki.planning import PlannedNote


class PreviewEntry(NamedTuple):
    """An item and its cards; `text` is what the search looks in, `place` the path and line.

    `digest` changes with any of the rest.
    """

    key: str
    id: str
    type: str
    topic: str
    difficulty: str
    points: int
    tags: tuple[str, ...]
    question: str
    text: str
    place: str
    cards: tuple[PreviewCard, ...]
    digest: str = ""


class RenderedEntries:
    """The entries of a snapshot; those of the snapshot with `before` need not be rendered again.

    A note's mark stands for all that is on its cards. An item that was not read again is the same
    object as before.
    """

    def __init__(self, before: RenderedEntries | None = None) -> None:
        self._cards: dict[str, tuple[PreviewCard, ...]] = {}
        self._entries: dict[tuple[str, int], tuple[Item, PreviewEntry]] = {}
        self._cards_before = before._cards if before else {}
        self._entries_before = before._entries if before else {}

    def entry(self, item: Item, bank: Bank, notes: Iterable[PlannedNote]) -> PreviewEntry:
        """Return the entry for `item` of `bank` with the cards of its `notes`."""
        cards = tuple([card for note in notes for card in self._cards_of(note)])
        key = bank.id, id(item)
        _, known = self._entries_before.get(key, (item, None))
        entry = known if known and known.cards == cards else _entry(item, bank, cards)
        self._entries[key] = item, entry
        return entry

    def _cards_of(self, note: PlannedNote) -> tuple[PreviewCard, ...]:
        known = self._cards_before.get(note.mark)
        cards = self._cards[note.mark] = cards_of(note.data) if known is None else known
        return cards


def _entry(item: Item, bank: Bank, cards: tuple[PreviewCard, ...]) -> PreviewEntry:
    gaps = item.interaction.parts if isinstance(item.interaction, GapFill) else ()
    span = item.id.span
    shared = (item.case_stem,) if item.case_stem else ()
    texts = [text.plain for text in (*shared, *item.texts, *item.evidence)]
    entry = PreviewEntry(
        key=item_key(bank, item),
        id=item.id.value,
        type=item.type,
        topic=item.topic,
        difficulty=item.difficulty.value if item.difficulty else "",
        points=item.points,
        tags=tuple(tag.value for tag in item.tags),
        question=GapText(gaps).plain if gaps else item.stem.plain,
        text=" ".join([item.id.value, *texts, *(tag.value for tag in item.tags)]),
        place=f"{display_path(span.source.path)}:{span.line}",
        cards=cards,
    )
    whole = *entry[:-2], [(card.name, card.digest) for card in cards]
    return entry._replace(digest=hashlib.sha256(repr(whole).encode()).hexdigest()[:16])
