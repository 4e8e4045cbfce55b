"""Bare words: names, true and false, one of a few."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from quizgen.item import Word
from quizgen.nearest import nearest
from quizgen.readers.shapes.base import Reading, scalar, short
from quizgen.yamltree import Node, Scalar

E = TypeVar("E", bound=enum.Enum)


@dataclass(frozen=True, slots=True)
class WordShape:
    """A bare word that matches `pattern`, taken as typed."""

    noun: str
    pattern: re.Pattern[str]
    help: str
    fault: str = "bad-word"

    def read(self, node: Node, reading: Reading) -> Word | None:
        if node.__class__ is not Scalar or not self.pattern.fullmatch(node.value):
            found = scalar(node, self.noun, reading)
            if found is not None:
                reading.report.error(
                    self.fault, found, f"{short(found.value)} is not {self.noun}", self.help
                )
            return None
        return Word(node.value, node)


class Flag:
    """True or false. YAML's other spellings of the two are understood as well."""

    noun = "true or false"
    words: ClassVar = {
        **dict.fromkeys(("true", "yes", "on"), True),
        **dict.fromkeys(("false", "no", "off"), False),
    }

    def read(self, node: Node, reading: Reading) -> bool | None:
        found = scalar(node, self.noun, reading)
        if found is None:
            return None
        value = self.words.get(found.value.strip().lower())
        if value is None:
            reading.report.error(
                "bad-word",
                found,
                f"{short(found.value)} is not true or false",
                "write true or false",
            )
        return value


class OneOf(Generic[E]):
    """One of a few words: the values of an enumeration."""

    def __init__(self, noun: str, choices: type[E]) -> None:
        self.noun = noun
        self.choices = {str(choice.value).lower(): choice for choice in choices}
        self.words = [str(choice.value) for choice in choices]

    def read(self, node: Node, reading: Reading) -> E | None:
        value = self.choices.get(node.value.lower()) if isinstance(node, Scalar) else None
        if value is None:
            found = scalar(node, self.noun, reading)
            if found is not None:
                choices = ", ".join(self.words)
                reading.report.error(
                    "bad-word",
                    found,
                    f"{short(found.value)} is not {self.noun}",
                    nearest(found.value, self.words) or f"write one of: {choices}",
                )
        return value
