"""The interface of a shape, and the diagnostics that all shapes share."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Protocol, TypeVar

from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report
from quizgen.model.source import Position, Span
from quizgen.model.text import Image, Sound
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode
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
        if isinstance(node, SequenceNode):
            help = "write one text here, not a list; a text that begins with [ or - needs quotes"
        elif isinstance(node, MappingNode):
            help = "a text that holds a colon, or begins with {, needs double quotes: "
            help += f'"{_on_its_line(node)}"'
    reading.report.error("wrong-kind", node, f"this should be {noun}, but it is {kind(node)}", help)


def scalar(node: Node, noun: str, reading: Reading) -> ScalarNode | None:
    """Return `node` if it is a single value that is not blank; otherwise report it, return None."""
    if not isinstance(node, ScalarNode):
        wrong_kind(node, noun, reading)
        return None
    if not node.value.strip():
        _report_missing(node, reading)
        return None
    return node


def _report_missing(node: ScalarNode, reading: Reading) -> None:
    """Report that `node` has no text.

    Behind ``|`` and ``>``, YAML looks for lines that stand further right: ``>5`` is such a sign.
    """
    written = _on_its_line(node)
    remark = re.match(r"\s*#(?P<text>.*)", node.source.line(node.line)[node.start.column :])
    if remark and remark["text"]:
        column = node.start.column + remark.start("text") - 1
        start, end = Position(node.start.line, column), Position(node.start.line, column + 1)
        here = Span(node.source, start, end)
        message = "from this # on, the line is a remark, so a value is missing here"
        text = remark["text"][:60].rstrip()
        help = f'if it belongs to the text, put the text in quotes: "#{text}"'
        if text[:1].isspace():
            reading.report.error("empty-value", here, message, help)
        else:
            reading.report.error("text-cut-off", here, message, help)
    elif written[:1] not in ("|", ">"):
        reading.report.error(
            "empty-value", node, "a value is missing here", "fill it in, or remove the key"
        )
    elif re.fullmatch(r"[|>][+-]?", written):
        reading.report.error(
            "empty-value",
            node,
            f"below {written} is no line that stands further right than its key",
            "put two spaces more before each line of the text, or write the text behind the colon",
        )
    else:
        reading.report.error(
            "yaml-syntax",
            node,
            f"a text cannot begin with {written[0]} unless it is quoted",
            f'put the whole text in double quotes: "{written}"',
        )


def _on_its_line(node: Node) -> str:
    """Return what is written from the beginning of `node` to the end of its line, or to its end.

    Return … for what cannot stand between quotation marks as it is.
    """
    line = node.source.line(node.line)
    is_short = isinstance(node, MappingNode) and node.end.line == node.start.line
    behind = line[node.start.column : node.end.column if is_short else None].strip()
    if behind.startswith(("{", "[")) or '"' in behind or not behind:
        return "…"
    return behind if len(behind) <= 60 else behind[:59] + "…"


def short(value: str) -> str:
    """Return `value` in quotation marks for a message, cut to 40 characters."""
    value = " ".join(value.split())
    return repr(value if len(value) <= 40 else value[:39] + "…")
