"""What an answer is worth, counted with the interaction at hand: for tests to compare with."""

from __future__ import annotations

from collections.abc import Sequence, Set
from fractions import Fraction

from quizgen.model.item import Choice, Match, Order
from quizgen.model.scoring import chosen_share, parts_share


def choice_share(choice: Choice, chosen: Set[int]) -> Fraction:
    """The share for the options `chosen`, by their indices."""
    keys = {index for index, option in enumerate(choice.options) if option.is_key}
    return chosen_share(keys, len(choice.options), chosen)


def match_share(match: Match, responses: Sequence[int | None]) -> Fraction:
    """The share for the index of a response to each premise, None for no answer."""
    return parts_share([given == key for given, key in zip(responses, match.key, strict=True)])


def order_share(order: Order, places: Sequence[int | None]) -> Fraction:
    """The share for the place that each event is given, from 0, None for no answer."""
    assert len(places) == len(order.events)
    return parts_share([place == index for index, place in enumerate(places)])
