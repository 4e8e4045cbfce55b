"""Bare words: names, true and false, one of a few."""

from __future__ import annotations

import enum
import re
import unicodedata
from typing import ClassVar, Generic, TypeVar

from quizgen.model.dataclass import dataclass
from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.item import Word
from quizgen.model.named_tuple import NamedTuple
from quizgen.readers.shapes.base import Reading, scalar, short
from quizgen.readers.shapes.truth_words import truth_in
from quizgen.readers.yaml import Node, ScalarNode

E = TypeVar("E", bound=enum.Enum)


class RefusedPattern(NamedTuple):
    """A pattern of words that a shape refuses although they match its own pattern.

    `why` is the end of the message, behind the word: "is a tag that Anki sets itself".
    """

    pattern: re.Pattern[str]
    why: str
    help: str


@dataclass(frozen=True, slots=True)
class WordShape:
    """A word that matches `pattern` as a whole, taken as typed, and none of the `refused`.

    Marks that belong to a letter, such as the vowel signs of Hindi, count as letters. `fault` is
    the name of the diagnostic for other words. With `composed`, a word is the same however the
    marks of its letters are encoded (Unicode's NFC).
    """

    noun: str
    pattern: re.Pattern[str]
    help: str
    fault: str = "bad-word"
    refused: tuple[RefusedPattern, ...] = ()
    composed: bool = False

    def accepts(self, word: str) -> bool:
        """Return whether `word` has this shape."""
        return self._matches(word) and self._refusal(word) is None

    def read(self, node: Node, reading: Reading) -> Word | None:
        """Return the word in `node`, or None once the reason has been reported."""
        if node.__class__ is not ScalarNode or not self._matches(node.value):
            typed = scalar(node, self.noun, reading)
            if typed is not None:
                reading.report.error(
                    self.fault, typed, f"{short(typed.value)} is not {self.noun}", self.help
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
    """Return `word` in Unicode's NFC, in which equal words have equal characters."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def _lettered(word: str) -> str:
    """Return `word` with ``_`` for each mark behind the first character.

    `re` has no class for marks, and counts ``_`` among the letters.
    """
    marks = ("_" if unicodedata.category(c).startswith("M") else c for c in word[1:])
    return word[:1] + "".join(marks)


class Flag:
    """True or false, also in YAML 1.1's other spellings, and in the words of the bank's language.

    Those spellings are yes and no, on and off.
    """

    noun = "true or false"
    words: ClassVar = {
        **dict.fromkeys(("true", "yes", "on"), True),
        **dict.fromkeys(("false", "no", "off"), False),
    }

    def read(self, node: Node, reading: Reading) -> bool | None:
        """Return the truth value in `node`, or None once the reason has been reported."""
        typed = scalar(node, self.noun, reading)
        if typed is None:
            return None
        value = self.words.get(typed.value.strip().lower())
        if value is None:
            value = truth_in(reading.language, typed.value)
        if value is None:
            reading.report.error(
                "bad-word",
                typed,
                f"{short(typed.value)} is not true or false",
                "write true or false",
            )
        return value


class OneOf(Generic[E]):
    """A word that is the value of a member of the enumeration `choices`, whatever its case."""

    def __init__(self, noun: str, choices: type[E]) -> None:
        self.noun = noun
        self.choices = {str(choice.value).lower(): choice for choice in choices}
        self.words = [str(choice.value) for choice in choices]

    def read(self, node: Node, reading: Reading) -> E | None:
        """Return the member that `node` names, or None once the reason has been reported."""
        value = self.choices.get(node.value.lower()) if isinstance(node, ScalarNode) else None
        if value is None:
            typed = scalar(node, self.noun, reading)
            if typed is not None:
                choices = ", ".join(self.words)
                reading.report.error(
                    "bad-word",
                    typed,
                    f"{short(typed.value)} is not {self.noun}",
                    did_you_mean(typed.value, self.words) or f"write one of: {choices}",
                )
        return value
