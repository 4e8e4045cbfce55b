"""How much of a question an answer is worth: the rule of every format that counts points itself."""

from __future__ import annotations

from collections.abc import Sequence, Set
from fractions import Fraction

from quizgen.model.item import Choice, Match, Order


def choice_share(choice: Choice, chosen: Set[int]) -> Fraction:
    """Return the share of the points for the options `chosen`, by their indices.

    One right option is all or nothing. Of several, each adds its share, each wrong one takes away
    its own, and no answer is worth less than nothing: who chooses all options gains nothing.
    Moodle counts in the same way.
    """
    keys = {index for index, option in enumerate(choice.options) if option.is_key}
    return chosen_share(keys, len(choice.options), chosen)


def chosen_share(keys: Set[int], count: int, chosen: Set[int]) -> Fraction:
    """Return the share for the options `chosen` of `count`, of which `keys` are right."""
    if not keys:
        return Fraction(not chosen)
    if len(keys) == 1:
        return Fraction(int(set(chosen) == keys))
    right, wrong = len(keys & chosen), len(chosen - keys)
    penalty = Fraction(wrong, count - len(keys)) if wrong else Fraction(0)
    return max(Fraction(right, len(keys)) - penalty, Fraction(0))


def match_share(match: Match, responses: Sequence[int | None]) -> Fraction:
    """Return the share for the index of a response to each premise, None for no answer."""
    return parts_share([given == key for given, key in zip(responses, match.key, strict=True)])


def order_share(order: Order, places: Sequence[int | None]) -> Fraction:
    """Return the share for the place that each event is given, from 0, None for no answer."""
    assert len(places) == len(order.events)
    return parts_share([place == index for index, place in enumerate(places)])


def parts_share(are_right: Sequence[bool]) -> Fraction:
    """Return the share for parts of which each is right or not: gaps, pairs, places."""
    return Fraction(sum(are_right), len(are_right)) if are_right else Fraction(0)
