"""The interface of a shape, and the diagnostics that all shapes share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from quizgen.model.diagnostics import Report
from quizgen.model.source import Span
from quizgen.model.text import Image, Sound
from quizgen.readers.yaml import Mapping, Node, Scalar, Sequence
from quizgen.readers.yaml.nodes import kind

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Reading:
    """The circumstances in which the nodes of a bank or a deck file are read.

    Faults are added to `report`. `language` is the bank's, a BCP 47 tag. `math` says whether
    ``$…$`` in this bank is a formula, and `speak` whether its cards are spoken. `pictures`
    collects the pictures and sounds of texts, each with the span of its text; their files are
    read when all texts have been.
    """

    report: Report
    language: str = "en"
    math: bool = False
    speak: bool = False
    pictures: list[tuple[Image | Sound, Span]] = field(default_factory=list)


class Shape(Protocol[T_co]):
    """The shape of a value: the kind of node that holds such values, and how to read them."""

    @property
    def noun(self) -> str:
        """The noun for messages, such as "a text"."""
        ...

    def read(self, node: Node, reading: Reading) -> T_co | None:
        """Return the value that `node` holds, or None once the reason has been reported."""
        ...


def wrong_kind(node: Node, noun: str, reading: Reading, help: str | None = None) -> None:
    """Report that `node` should be `noun`, and is of another kind.

    `help` says how to write such a value; texts have a help of their own.
    """
    if noun == "a text":
        help = "put the text in double quotes"
        if isinstance(node, Sequence):
            help = "write one text here, not a list; a text that begins with [ or - needs quotes"
        elif isinstance(node, Mapping):
            help = 'a text that holds a colon, or begins with {, needs double quotes: "…"'
    reading.report.error("wrong-kind", node, f"this should be {noun}, but it is {kind(node)}", help)


def scalar(node: Node, noun: str, reading: Reading) -> Scalar | None:
    """Return `node` if it is a single value that is not blank; otherwise report it, return None."""
    if not isinstance(node, Scalar):
        wrong_kind(node, noun, reading)
        return None
    if not node.value.strip():
        reading.report.error(
            "empty-value", node, "a value is missing here", "fill it in, or remove the key"
        )
        return None
    return node


def short(value: str) -> str:
    """Return `value` in quotation marks for a message, cut to 40 characters."""
    value = " ".join(value.split())
    return repr(value if len(value) <= 40 else value[:39] + "…")
