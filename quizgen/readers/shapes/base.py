"""What a shape is, and the answers that all shapes give alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from quizgen.model.diagnostics import Report
from quizgen.model.source import Span
from quizgen.model.text import Image
from quizgen.readers.yaml import Mapping, Node, Scalar, Sequence
from quizgen.readers.yaml.nodes import kind

T_co = TypeVar("T_co", covariant=True)


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


def short(value: str) -> str:
    """`value` quoted for a message, at most 40 characters of it."""
    value = " ".join(value.split())
    return repr(value if len(value) <= 40 else value[:39] + "…")
