"""Bare words: names, true and false, one of a few."""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Generic, NamedTuple, TypeVar

from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.item import Word
from quizgen.readers.shapes.base import Reading, scalar, short
from quizgen.readers.yaml import Node, Scalar

E = TypeVar("E", bound=enum.Enum)


class RefusedPattern(NamedTuple):
    """Words that a shape does not take although they look right: `why` ends "this word …"."""

    pattern: re.Pattern[str]
    why: str
    help: str


@dataclass(frozen=True, slots=True)
class WordShape:
    """A bare word that matches `pattern`, taken as typed.

    Marks that belong to a letter, such as the vowel signs of Hindi, count as letters.
    `composed`: a letter is the same however its marks are encoded (Unicode's NFC).
    """

    noun: str
    pattern: re.Pattern[str]
    help: str
    fault: str = "bad-word"
    refused: tuple[RefusedPattern, ...] = ()
    composed: bool = False

    def accepts(self, word: str) -> bool:
        return self._matches(word) and self._refusal(word) is None

    def read(self, node: Node, reading: Reading) -> Word | None:
        if node.__class__ is not Scalar or not self._matches(node.value):
            found = scalar(node, self.noun, reading)
            if found is not None:
                reading.report.error(
                    self.fault, found, f"{short(found.value)} is not {self.noun}", self.help
                )
            return None
        refusal = self._refusal(node.value)
        if refusal is not None:
            reading.report.error(
                self.fault, node, f"{short(node.value)} {refusal.why}", refusal.help
            )
            return None
        return Word(composed(node.value) if self.composed else node.value, node)

    def _matches(self, word: str) -> bool:
        if self.pattern.fullmatch(word):
            return True
        return not word.isascii() and self.pattern.fullmatch(_lettered(word)) is not None

    def _refusal(self, word: str) -> RefusedPattern | None:
        return next((r for r in self.refused if r.pattern.search(word)), None)


def composed(word: str) -> str:
    """`word` in the one encoding that equal words share."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def _lettered(word: str) -> str:
    """`word` with a letter for each mark behind its first character: `re` has no class for them."""
    marks = ("_" if unicodedata.category(c).startswith("M") else c for c in word[1:])
    return word[:1] + "".join(marks)


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
                    did_you_mean(found.value, self.words) or f"write one of: {choices}",
                )
        return value
