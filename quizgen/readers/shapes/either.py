"""One of a few words, or else a value of another shape: ``hidden`` or a number."""

from __future__ import annotations

import enum
from typing import Generic, TypeVar

from quizgen.model.diagnostics import Report
from quizgen.model.did_you_mean import did_you_mean
from quizgen.readers.shapes.base import Reading, Shape, scalar, short
from quizgen.readers.shapes.words import OneOf
from quizgen.readers.yaml import Node, ScalarNode

E = TypeVar("E", bound=enum.Enum)
T = TypeVar("T")


class Either(Generic[E, T]):
    """A word that is the value of a member of `choices`, or else the number `other` reads."""

    def __init__(self, choices: type[E], other: Shape[T]) -> None:
        self.word = OneOf("a word", choices)
        self.other = other
        self.noun = f"{', '.join(self.word.words)} or {other.noun}"

    def read(self, node: Node, reading: Reading) -> E | T | None:
        """Return what `node` holds, or None once the reason has been reported."""
        typed = scalar(node, self.noun, reading)
        if typed is None:
            return None
        if member := self.word.choices.get(typed.value.strip().lower()):
            return member
        report = Report()
        value = self.other.read(node, Reading(report, reading.language, reading.math))
        if value is None:
            self._report(typed, reading)
        return value

    def _report(self, typed: ScalarNode, reading: Reading) -> None:
        message = f"{short(typed.value)} is not {self.noun}"
        if guess := did_you_mean(typed.value, self.word.words):
            reading.report.error("bad-word", typed, message, guess)
        else:
            reading.report.error("bad-number", typed, message, f"write {self.noun}")
