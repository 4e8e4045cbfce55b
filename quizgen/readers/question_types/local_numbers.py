"""Numbers of questions, where their author may have written them as the bank's language does."""

from __future__ import annotations

import re
from decimal import Decimal

from quizgen.model.pattern import pattern
from quizgen.readers.question_types.locales import decimal_sign
from quizgen.readers.shapes import Number, Reading
from quizgen.readers.yaml import Node, ScalarNode
from quizgen.readers.yaml.emit import quoted_if_needed

_POINT_OR_THOUSANDS = pattern(r"(?P<sign>[-+]?)(?P<before>[1-9][0-9]{0,2})\.(?P<after>[0-9]{3})")
"""A number whose point may part thousands: no other number has three digits behind it."""

_GROUPED = pattern(
    r"(?P<sign>[-+−]?)(?P<whole>[1-9][0-9]{0,2}(?:(?P<mark>[.,'’ \u00a0\u202f])[0-9]{3})"
    r"(?:(?P=mark)[0-9]{3})*)(?:(?P<point>[.,])(?P<places>[0-9]{1,30}))?"
)
"""A number with marks between its thousands."""

_WITH_COMMA = pattern(r"(?P<sign>[-+−]?)(?P<whole>[0-9]{1,30}),(?P<places>[0-9]{1,30})")
_WITH_UNIT = pattern(
    r"(?P<number>[-+−]?[0-9](?:[0-9.,'’ \u00a0\u202f]*[0-9])?)"
    r"\s*(?P<unit>[^\W\d_][\w/²³ .]{0,40}|[%°€$£]\w?)"
)
"""A number with its unit behind it."""

_RANGE = pattern(
    r"(?P<least>[0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(?:[-–—]|\.{2,3}|…|to|bis|a|à|y)\s*"
    r"(?P<most>[0-9]{1,9}(?:\.[0-9]{1,9})?)"
)
"""Two numbers between which an answer is right."""


class LocalNumber(Number):
    """A decimal number in digits, with a point for decimals, whatever the language of the bank.

    Where that language has a comma for it, ``1.200`` may be meant as 1200: such a number must be
    in quotation marks. The help for what is no number shows how to write it, as far as it is clear.
    """

    def read(self, node: Node, reading: Reading) -> tuple[Decimal, str] | None:
        """Return the number in `node` and its characters as typed.

        Return None once the reason has been reported.
        """
        number = Number.read(self, node, reading)
        if number is None or not isinstance(node, ScalarNode):
            return number
        match = _POINT_OR_THOUSANDS.fullmatch(number[1])
        if match is None or _is_quoted(node) or decimal_sign(reading.language) == ".":
            return number
        thousands = f"{match['sign']}{match['before']}{match['after']}"
        local = number[1].replace(".", decimal_sign(reading.language))
        reading.report.error(
            "unclear-number",
            node,
            f"{number[1]} may be {thousands}, with a point between thousands, or {local}",
            f'write {thousands} for the one, and "{number[1]}" in quotation marks for the other',
        )
        return None

    def way_out(self, typed: str, language: str) -> str:
        """Return how to write the number `typed`: in digits, where it is clear which it is."""
        return _way_out(typed, decimal_sign(language)) or Number.way_out(self, typed, language)


def _is_quoted(node: ScalarNode) -> bool:
    line = node.source.line(node.line)
    return line[node.start.column : node.start.column + 1] in ("'", '"')


def _way_out(typed: str, point: str) -> str:
    """Return how to write the number `typed`, or ""; `point` as for `_plain_digits`."""
    digits = _plain_digits(typed, point)
    if digits:
        return f"write {digits}"
    if bounds := _RANGE.fullmatch(typed):
        least, most = Decimal(bounds["least"]), Decimal(bounds["most"])
        middle, off = (least + most) / 2, abs(most - least) / 2
        return f"write `answer: {middle:f}` and `tolerance: {off:f}`, if all between are right"
    match = _WITH_UNIT.fullmatch(typed)
    if match is None:
        return ""
    number = match["number"]
    if point == "," and _POINT_OR_THOUSANDS.fullmatch(number):
        number = f'{_plain_digits(number, point)} or "{number}"'
    elif not re.fullmatch(Number().pattern, number):
        number = _plain_digits(number, point)
    unit = quoted_if_needed(match["unit"])
    return f"write {number}, and below it `unit: {unit}`" if number else ""


def _plain_digits(typed: str, point: str) -> str:
    """Return the number `typed` in digits, `point` being what its language has before decimals.

    Return "" for no number, and for one that could be another as well.
    """
    match = _GROUPED.fullmatch(typed)
    if match and match["mark"] != match["point"]:
        mark, is_repeated = match["mark"], match["whole"].count(match["mark"]) > 1
        if mark != point or is_repeated or match["point"]:
            digits = re.sub("[^0-9]", "", match["whole"])
            return _signed(match["sign"], digits, match["places"])
    if match := re.fullmatch(r"−(?P<whole>[0-9]{1,30})(?:\.(?P<places>[0-9]{1,30}))?", typed):
        return _signed("-", match["whole"], match["places"])
    if match := _WITH_COMMA.fullmatch(typed):
        digits = _signed(match["sign"], match["whole"], match["places"])
        is_unclear = point == "," and _POINT_OR_THOUSANDS.fullmatch(digits)
        return f'"{digits}", in quotation marks' if is_unclear else digits
    return ""


def _signed(sign: str, whole: str, places: str | None) -> str:
    return sign.replace("−", "-") + whole + (f".{places}" if places else "")
