"""Values of records that a damaged file may have in the place of those that quizgen writes."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

MAX_NUMBER_LENGTH = 400
"""Characters of a decimal number; a bank's has 30 digits on either side of the point at most."""
MAX_EXPONENT = 200
"""How far from the point a digit of a number may be; that of a tolerance in per cent is further."""


class DamagedRecordError(ValueError):
    """Raised for a record that is not what quizgen writes."""


def text_of(value: Any) -> str:
    """Return `value`, a text of a record. Raises DamagedRecordError."""
    if not isinstance(value, str):
        raise DamagedRecordError("a text of it is none")
    return value


def count_of(value: Any) -> int:
    """Return `value`, a number from 0 of a record. Raises DamagedRecordError."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1_000_000:
        raise DamagedRecordError("a number of it is none, or beyond all limits")
    return value


def decimal_of(value: Any) -> Decimal:
    """Return `value`, the characters of a decimal number. Raises DamagedRecordError."""
    text = text_of(value)
    try:
        number = Decimal(text if len(text) <= MAX_NUMBER_LENGTH else "NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    exponent = number.as_tuple().exponent
    # A number far beyond is no fraction that could be written down.
    if not isinstance(exponent, int) or max(abs(exponent), abs(number.adjusted())) > MAX_EXPONENT:
        raise DamagedRecordError("a number of it is none, or beyond all limits")
    return number


def length_of(value: Any) -> float:
    """Return `value`, a length of a record in millimetres. Raises DamagedRecordError."""
    if not isinstance(value, (int, float)) or not 0 <= value <= 2000:
        raise DamagedRecordError("a length of it is none, or beyond all limits")
    return float(value)
