"""Options with shares of the points, as many programs write them, as options of a bank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from quizgen.readers.foreign.model import ForeignChoice, ForeignLoss, ForeignOption

Losses = list[tuple[ForeignLoss, str]]
WHOLE = Decimal(100)
MAX_OPTIONS = 200
"""Options of a question; a bank takes fewer."""
_THOUSANDS = re.compile(r"[-+−]?[1-9]\d{0,2},\d{3}")
"""A comma before exactly three digits: 1,000 is a thousand to some, and one to others."""
_HIGHEST_EXPONENT = 30
"""Digits before or behind the point of a number; no question has more (judged)."""


class BadAnswerError(Exception):
    """Answers of which none is right, or that cannot be read; the message is a clause."""


class WeightedOption(NamedTuple):
    """An option: `text` and `feedback` are HTML, `plain` its characters, `share` in percent."""

    text: str
    plain: str
    share: Decimal
    feedback: str = ""
    pinned: bool = False


def choice_of(
    options: Sequence[WeightedOption], losses: Losses, *, is_single: bool
) -> ForeignChoice:
    """Return the task to choose among `options`: one if `is_single`; `losses` are added to.

    Raises:
        BadAnswerError: No option is right, or each.
    """
    if len(options) > MAX_OPTIONS:
        raise BadAnswerError(f"it has more than {MAX_OPTIONS} options")
    least = WHOLE if is_single else Decimal("0.0001")
    keys = [option for option in options if option.share >= least]
    if not keys:
        raise BadAnswerError("no option is marked as right")
    if is_single and len(keys) > 1:
        losses += [(ForeignLoss.SECOND_KEY, option.plain) for option in keys[1:]]
        removed = {id(key) for key in keys[1:]}
        options = [option for option in options if id(option) not in removed]
        keys = keys[:1]
    if len({option.share for option in keys}) > 1:
        losses.append((ForeignLoss.WEIGHT, " / ".join(option.plain for option in keys)))
    losses += [
        (ForeignLoss.PARTLY_RIGHT, option.plain)
        for option in options
        if option.share > 0 and option not in keys
    ]
    if len(keys) == len(options):
        raise BadAnswerError("it has no wrong option to choose")
    return ForeignChoice(
        tuple(ForeignOption(o.text, o in keys, o.feedback, o.pinned) for o in options),
    )


def decimal_of(text: str) -> Decimal:
    """Return the number `text`, with a point or a comma for decimals.

    Raises:
        BadAnswerError: It is no number of some digits, or has a comma that may be of thousands.
    """
    if _THOUSANDS.fullmatch(text.strip()):
        raise BadAnswerError(
            f"“{text.strip()}” may be thousands or decimals: write a point, or none"
        )
    try:
        number = Decimal(text.strip().replace(",", ".").replace("−", "-"))
    except InvalidOperation:
        number = Decimal("NaN")
    if len(text) > 99 or not number.is_finite() or abs(number.adjusted()) > _HIGHEST_EXPONENT:
        raise BadAnswerError(f"“{text.strip()[:40]}” is no number")
    return number
