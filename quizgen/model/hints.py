"""The hints of an item: its own, and those of its pairs or events."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.item import Interaction, Item, Match, Order
from quizgen.model.text import Text


def hints_of_parts(interaction: Interaction) -> tuple[tuple[Text, Text], ...]:
    """Return each premise or event of `interaction` that has a hint of its own, with the hint."""
    match interaction:
        case Match(premises=premises, hints=hints):
            parts = tuple(zip(premises, hints, strict=False))
        case Order(events=events):
            parts = tuple((event.text, event.hint) for event in events)
        case _:
            parts = ()
    return tuple((part, hint) for part, hint in parts if hint is not None)


def has_hints(item: Item) -> bool:
    """Return whether `item` has a hint, or one of its parts has."""
    return item.hint is not None or bool(hints_of_parts(item.interaction))


def without_hints(item: Item) -> Item:
    """Return `item` without its hint, and without those of its parts."""
    interaction = item.interaction
    if hints_of_parts(interaction):
        match interaction:
            case Match():
                interaction = replace(interaction, hints=())
            case Order(events=events):
                bare = tuple(event._replace(hint=None) for event in events)
                interaction = replace(interaction, events=bare)
            case _:
                pass
    return replace(item, interaction=interaction, hint=None)
