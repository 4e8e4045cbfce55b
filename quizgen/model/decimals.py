"""Decimal numbers in digits, however many there are."""

from __future__ import annotations

from decimal import Decimal


def short_digits(value: Decimal) -> str:
    """Return `value` in digits without needless zeros.

    Unlike `Decimal.normalize` it keeps more than 28 digits.
    """
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
