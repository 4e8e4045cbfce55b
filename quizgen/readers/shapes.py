"""What the value of a key can look like: a text, a number, a list of something.

A shape turns a node into a value, or reports why it cannot and gives None.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Generic, Protocol, TypeVar

from quizgen.diagnostics import Report
from quizgen.item import Word
from quizgen.nearest import nearest
from quizgen.source import Position, Span
from quizgen.text import Gap, Image, Run, Text, is_blank, parse_text
from quizgen.text.markdown import unprintable
from quizgen.yamltree import Mapping, Node, Scalar, Sequence
from quizgen.yamltree.nodes import kind

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=enum.Enum)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader may need besides the node: where to report, and the bank's language.

    `math` says whether ``$…$`` in this bank is a formula.
    `pictures` gathers the pictures that texts show, each with its place, to be read later.
    """

    report: Report
    language: str = "en"
    math: bool = False
    pictures: list[tuple[Image, Span]] = field(default_factory=list)


class Shape(Protocol[T_co]):
    """Reads one kind of value. `noun` names it for messages: "a text"."""

    @property
    def noun(self) -> str: ...

    def read(self, node: Node, reading: Reading) -> T_co | None:
        """The value of `node`, or None once the reason has been reported."""
        ...


def wrong_kind(node: Node, noun: str, reading: Reading, help: str | None = None) -> None:
    """Report that `node` is not what the key takes."""
    if noun == "a text":
        help = "put the text in double quotes"
        if isinstance(node, Sequence):
            help = "write one text here, not a list; a text that begins with [ or - needs quotes"
        elif isinstance(node, Mapping):
            help = 'a text that holds a colon, or begins with {, needs double quotes: "…"'
    reading.report.error("wrong-kind", node, f"this should be {noun}, but it is {kind(node)}", help)


def scalar(node: Node, noun: str, reading: Reading) -> Scalar | None:
    """`node` if it is a single value that is not empty; otherwise None, reported."""
    if not isinstance(node, Scalar):
        wrong_kind(node, noun, reading)
        return None
    if not node.value.strip():
        reading.report.error(
            "empty-value", node, "a value is missing here", "fill it in, or remove the key"
        )
        return None
    return node


class InlineText:
    """Inline Markdown."""

    noun = "a text"

    def read(self, node: Node, reading: Reading) -> Text | None:
        if not isinstance(node, Scalar) or not node.value:
            scalar(node, self.noun, reading)
            return None
        if node.start.line != node.end.line and " - " in node.value:
            _warn_of_swallowed_dash(node, reading)
        text = parse_text(node.value, node, math=reading.math)
        if len(text.runs) == 1 and text.runs[0] is node.value and not is_blank(text):
            return text
        if is_blank(text):
            reading.report.error(
                "empty-value", node, "this text shows nothing", "fill it in, or remove the key"
            )
            return None
        note_oddities(node, text.runs, reading)
        return text


def _warn_of_swallowed_dash(node: Scalar, reading: Reading) -> None:
    """Report a list's dash that is indented too far, so that YAML reads on with the text above."""
    for number in range(node.line + 1, node.end.line + 2):
        line = node.source.line(number)
        if line.lstrip().startswith("- "):
            column = len(line) - len(line.lstrip())
            place = Position(number - 1, column)
            reading.report.warning(
                "swallowed-dash",
                Span(node.source, place, Position(number - 1, column + 1)),
                "this line goes on with the text above it, dash and all",
                "put the dash below the other dashes of the list, or the whole text in quotes",
            )


def note_oddities(node: Scalar, runs: Iterable[Run | object], reading: Reading) -> None:
    """Remember pictures; report invisible characters and pictures without a description."""
    character = unprintable(node.value)
    if character is not None:
        reading.report.warning(
            "control-character",
            node,
            f"this text holds the invisible character U+{ord(character):04X}",
            "delete it; until then a visible sign stands in its place",
        )
    for run in runs:
        if isinstance(run, Gap):
            hint = run.hint.runs if run.hint else ()
            note_oddities(node, (*run.answer.runs, *hint), reading)
        if not isinstance(run, Image):
            continue
        reading.pictures.append((run, node))
        if not run.alt.strip():
            reading.report.error(
                "missing-alt-text",
                node,
                f"the picture {run.name} has no description for those who cannot see it",
                f"write ![what the picture shows]({run.name})",
            )


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
                    self.fault, found, f"{_short(found.value)} is not {self.noun}", self.help
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
                f"{_short(found.value)} is not true or false",
                "write true or false",
            )
        return value


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int

    @property
    def noun(self) -> str:
        return f"a whole number from {self.least} to {self.most}"

    def read(self, node: Node, reading: Reading) -> int | None:
        found = scalar(node, self.noun, reading)
        if found is None:
            return None
        digits = found.value.strip()
        if re.fullmatch(r"[0-9]{1,9}", digits) and self.least <= int(digits) <= self.most:
            return int(digits)
        reading.report.error(
            "bad-number",
            found,
            f"{_short(found.value)} is not {self.noun}",
            "write a whole number in digits; halves are not possible",
        )
        return None


class Number:
    """A decimal number, kept exactly: ``0.1`` is a tenth."""

    noun = "a number"

    def read(self, node: Node, reading: Reading) -> tuple[Decimal, str] | None:
        """The value, and the number as it was typed."""
        found = scalar(node, self.noun, reading)
        if found is None:
            return None
        typed = found.value.strip()
        if re.fullmatch(r"[-+]?[0-9]{1,30}(\.[0-9]{1,30})?", typed):
            return Decimal(typed), typed
        reading.report.error(
            "bad-number",
            found,
            f"{_short(found.value)} is not a number",
            "write digits, with a point for decimals, such as 1200 or 0.5; units go into `unit:`",
        )
        return None


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
                    f"{_short(found.value)} is not {self.noun}",
                    nearest(found.value, self.words) or f"write one of: {choices}",
                )
        return value


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of at least `least` values of one shape.

    `or_one`: a single value stands for a list of one.
    """

    shape: Shape[T]
    least: int = 1
    or_one: bool = False

    @property
    def noun(self) -> str:
        return f"a list, each part {self.shape.noun}"

    def read(self, node: Node, reading: Reading) -> tuple[T, ...] | None:
        if node.__class__ is Sequence:
            read = self.shape.read
            values = [read(item, reading) for item in node.items]
            good = tuple([value for value in values if value is not None])
            if len(good) < len(values):
                return None
            return self._enough(node, good, reading)
        if self.or_one:
            one = self.shape.read(node, reading)
            return None if one is None else self._enough(node, (one,), reading)
        if isinstance(node, Scalar) and not node.value:
            scalar(node, self.noun, reading)
        else:
            reading.report.error(
                "wrong-kind",
                node,
                f"this should be a list, but it is {kind(node)}",
                "write [first, second], or one part a line, each behind a dash",
            )
        return None

    def _enough(self, node: Span, good: tuple[T, ...], reading: Reading) -> tuple[T, ...] | None:
        if len(good) >= self.least:
            return good
        reading.report.error(
            "too-few",
            node,
            f"this list needs at least {self.least}, and has {len(good)}",
            "add what is missing",
        )
        return None


class PairsOf(Generic[T, U]):
    """Lines of ``first: second``, at least `least` of them.

    `first` reads what stands before the colon, `second` what stands behind it.
    """

    def __init__(self, noun: str, first: Shape[T], second: Shape[U], least: int = 1) -> None:
        self.noun = noun
        self.first = first
        self.second = second
        self.least = least

    def read(self, node: Node, reading: Reading) -> tuple[tuple[T, U], ...] | None:
        if not isinstance(node, Mapping):
            if not (isinstance(node, Scalar) and scalar(node, self.noun, reading) is None):
                wrong_kind(node, self.noun, reading, "write one pair a line, without dashes")
            return None
        pairs = [
            (self.first.read(key, reading), self.second.read(value, reading))
            for key, value in node.pairs()
        ]
        good = [(a, b) for a, b in pairs if a is not None and b is not None]
        if len(good) < len(pairs):
            return None
        if len(good) < self.least:
            reading.report.error(
                "too-few",
                node,
                f"this needs at least {self.least}, and has {len(good)}",
                "add what is missing",
            )
            return None
        return tuple(good)


def _short(value: str) -> str:
    value = " ".join(value.split())
    return repr(value if len(value) <= 40 else value[:39] + "…")
