"""Numbers: whole ones within limits, and decimal ones."""

from __future__ import annotations

import re
from decimal import Decimal

from quizgen.model.dataclass import dataclass
from quizgen.readers.shapes.base import Reading, scalar, short
from quizgen.readers.yaml import Node


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number from `minimum` to `maximum`."""

    minimum: int
    maximum: int

    @property
    def noun(self) -> str:
        """The noun for messages, with the limits."""
        return f"a whole number from {self.minimum} to {self.maximum}"

    def read(self, node: Node, reading: Reading) -> int | None:
        """Return the number in `node`, or None once the reason has been reported."""
        typed = scalar(node, self.noun, reading)
        if typed is None:
            return None
        digits = typed.value.strip()
        if re.fullmatch(r"[0-9]{1,9}", digits) and self.minimum <= int(digits) <= self.maximum:
            return int(digits)
        if re.fullmatch(r"[0-9]{1,9}", digits):
            is_small = int(digits) < self.minimum
            help = f"write {self.minimum} or more" if is_small else f"write {self.maximum} or less"
        else:
            help = "write a whole number in digits; halves are not possible"
        reading.report.error("bad-number", typed, f"{short(typed.value)} is not {self.noun}", help)
        return None


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number, kept exactly: ``0.1`` is a tenth.

    With `signed`, the number may be below zero. It has at most 30 digits on either side of the
    point.
    """

    signed: bool = True

    @property
    def noun(self) -> str:
        """The noun for messages, with the limit."""
        return "a number" if self.signed else "a number from 0 up"

    @property
    def pattern(self) -> str:
        """The regular expression that the whole of a number matches."""
        sign = "[-+]" if self.signed else "[+]"
        return rf"{sign}?[0-9]{{1,30}}(\.[0-9]{{1,30}})?"

    def read(self, node: Node, reading: Reading) -> tuple[Decimal, str] | None:
        """Return the number in `node` and its characters as typed.

        Return None once the reason has been reported.
        """
        value = scalar(node, self.noun, reading)
        if value is None:
            return None
        typed = value.value.strip()
        if re.fullmatch(self.pattern, typed):
            return Decimal(typed), typed
        reading.report.error(
            "bad-number",
            value,
            f"{short(value.value)} is not {self.noun}",
            self.way_out(typed, reading.language),
        )
        return None

    def way_out(self, typed: str, language: str) -> str:
        """Return how to write a number in place of `typed`, of a bank in `language`."""
        return "write digits, with a point for decimals, such as 1200 or 0.5; units go into `unit:`"
