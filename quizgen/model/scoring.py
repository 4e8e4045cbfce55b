"""How much of a question an answer is worth: the rule of every format that counts points itself."""

from __future__ import annotations

from collections.abc import Sequence, Set
from fractions import Fraction


def chosen_share(keys: Set[int], count: int, chosen: Set[int]) -> Fraction:
    """Return the share for the options `chosen` of `count`, of which `keys` are right.

    One right option is all or nothing. Of several, each adds its share, each wrong one takes away
    its own, and no answer is worth less than nothing: who chooses all options gains nothing.
    Moodle counts in the same way.
    """
    if not keys:
        return Fraction(not chosen)
    if len(keys) == 1:
        return Fraction(int(set(chosen) == keys))
    right, wrong = len(keys & chosen), len(chosen - keys)
    penalty = Fraction(wrong, count - len(keys)) if wrong else Fraction(0)
    return max(Fraction(right, len(keys)) - penalty, Fraction(0))


def parts_share(are_right: Sequence[bool]) -> Fraction:
    """Return the share for parts of which each is right or not: gaps, pairs, places."""
    return Fraction(sum(are_right), len(are_right)) if are_right else Fraction(0)
