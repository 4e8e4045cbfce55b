"""Several values: lists, and lines of pairs."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

from quizgen.model.dataclass import dataclass
from quizgen.model.pattern import pattern
from quizgen.model.source import Span
from quizgen.readers.shapes.base import Reading, Shape, scalar, short, wrong_kind
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode
from quizgen.readers.yaml.emit import in_brackets, quoted_if_needed
from quizgen.readers.yaml.nodes import kind

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of at least `min_count` values of one shape, and at most `max_count` if that is given.

    With `or_one`, a single value stands for the list of that value.
    """

    shape: Shape[T]
    min_count: int = 1
    or_one: bool = False
    max_count: int | None = None

    @property
    def noun(self) -> str:
        """The noun for messages."""
        return f"a list, each part {self.shape.noun}"

    def read(self, node: Node, reading: Reading) -> tuple[T, ...] | None:
        """Return the values in `node`, or None once the fault of each bad part is reported."""
        if node.__class__ is SequenceNode:
            if too_many(node, len(node.items), self.max_count, reading):
                return None
            read = self.shape.read
            values = [read(item, reading) for item in node.items]
            good = tuple([value for value in values if value is not None])
            if len(good) < len(values):
                return None
            return self._enough(node, good, reading)
        if self.or_one:
            value = self.shape.read(node, reading)
            return None if value is None else self._enough(node, (value,), reading)
        if isinstance(node, ScalarNode) and not node.value:
            scalar(node, self.noun, reading)
        else:
            reading.report.error(
                "wrong-kind",
                node,
                f"this should be a list, but it is {kind(node)}",
                _list_help(node),
            )
        return None

    def _enough(self, node: Span, values: tuple[T, ...], reading: Reading) -> tuple[T, ...] | None:
        """Return `values` if there are enough; otherwise report `node` and return None."""
        if len(values) >= self.min_count:
            return values
        reading.report.error(
            "too-few",
            node,
            f"this list needs at least {self.min_count}, and has {len(values)}",
            _help_for_one(node),
        )
        return None


class PairsOf(Generic[T, U]):
    """Lines of ``first: second``, `min_count` to `max_count` of them; or a list of such lines.

    `first` is the shape of the value before the colon, `second` of the value behind it.
    """

    def __init__(
        self,
        noun: str,
        first: Shape[T],
        second: Shape[U],
        min_count: int = 1,
        max_count: int = 1000,
    ) -> None:
        self.noun = noun
        self.first = first
        self.second = second
        self.min_count = min_count
        self.max_count = max_count

    def read(self, node: Node, reading: Reading) -> tuple[tuple[T, U], ...] | None:
        """Return the pairs in `node`, or None once the fault of each bad line is reported."""
        lines = _lines(node)
        if lines is None:
            if not (isinstance(node, ScalarNode) and scalar(node, self.noun, reading) is None):
                wrong_kind(node, self.noun, reading, _pairs_help(node))
            return None
        if too_many(node, len(lines), self.max_count, reading):
            return None
        if report_cut_pairs(node, lines, reading):
            return None
        pairs = [
            (self.first.read(key, reading), self.second.read(value, reading))
            for key, value in lines
        ]
        good = [(a, b) for a, b in pairs if a is not None and b is not None]
        if len(good) < len(pairs):
            return None
        if len(good) < self.min_count:
            reading.report.error(
                "too-few",
                node,
                f"this needs at least {self.min_count}, and has {len(good)}",
                "add what is missing",
            )
            return None
        return tuple(good)


def _pairs_help(node: Node) -> str:
    """Return how to write pairs in place of `node`: the first of a list of lists is an example."""
    first = node.items[0] if isinstance(node, SequenceNode) and node.items else node
    if isinstance(first, SequenceNode) and len(first.items) == 2:
        before, behind = first.items
        if isinstance(before, ScalarNode) and isinstance(behind, ScalarNode):
            pair = f"{quoted_if_needed(before.value[:60])}: {quoted_if_needed(behind.value[:60])}"
            return f"write one pair a line, without dashes and brackets: `{pair}`"
    return "write one pair a line, without dashes"


_BULLET = pattern(r"(?P<sign>[–—−•·*‣▪●+]|\(?(?:\d{1,2}|[A-Za-z])[.)])[ \xa0\t]+")
_SEPARATOR = pattern(r"\s*[;；，、|]\s*")
_COMMA = pattern(r"\s*[;；，、|,]\s*")


def _list_help(node: Node) -> str:
    """Return how to write a list in place of `node`, with its first part as the example."""
    line = node.source.line(node.line)
    first = line[node.start.column :].strip()
    bullet = _BULLET.match(first)
    if bullet:
        part = first[bullet.end() :][:60]
        sign = bullet["sign"]
        return f"{sign} is not the dash that begins a part of a list: write `- {part}`"
    if isinstance(node, ScalarNode) and not line[: node.start.column].strip() and first:
        return f"put a dash and a space before each part: `- {first[:60]}`"
    if isinstance(node, ScalarNode) and (parts := _as_list(node, _COMMA)):
        return f"write `{parts}`, or one part a line, each behind a dash and a space"
    if isinstance(node, MappingNode) and next(iter(node.entries), "") == "id":
        return f"put a dash and a space before each question: `- {first[:60]}`"
    if isinstance(node, MappingNode) and (parts := _values_as_list(node)):
        return f"the list has no letters or numbers, quizgen puts them: write `{parts}`"
    return "write [first, second], or one part a line, each behind a dash and a space"


def _help_for_one(node: Span) -> str:
    """Return the help for the list `node`, which has too few parts."""
    only = node.items[0] if isinstance(node, SequenceNode) and len(node.items) == 1 else node
    parts = _as_list(only, _SEPARATOR) if isinstance(only, ScalarNode) else ""
    return (
        f"a comma and a space part the answers: write {parts}" if parts else "add what is missing"
    )


def _as_list(node: Node, separator: re.Pattern[str]) -> str:
    """Return the parts of the text `node` between `separator` as a list in brackets; "" for one."""
    parts = separator.split(node.value.strip()) if isinstance(node, ScalarNode) else []
    return (in_brackets(parts) or "") if len(parts) > 1 and all(parts) else ""


def _values_as_list(node: MappingNode) -> str:
    """Return the values of `node`, whose keys are labels such as A and B, as a list in brackets."""
    values = [value.value for _, value in node.pairs() if isinstance(value, ScalarNode)]
    if len(values) < len(node.entries) or not all(map(is_label, node.entries)):
        return ""
    return in_brackets(values) or ""


def is_label(key: str) -> bool:
    """Return whether `key` is a letter or a number that stands for an option, such as ``b``."""
    return re.fullmatch(r"\(?(?:[A-Za-z]|\d{1,2})[).]?", key) is not None


def report_cut_pairs(
    node: Node, lines: list[tuple[ScalarNode, Node]], reading: Reading
) -> set[str]:
    """Report each part of `node`, a mapping in braces, that a comma has cut off from its pair.

    Of ``{Rome: Italy, the south, Bern: CH}``, YAML makes three pairs, the second without a value.
    Return their keys.
    """
    if node.source.line(node.line)[node.start.column : node.start.column + 1] != "{":
        return set()
    cut: set[str] = set()
    for index, (key, value) in enumerate(lines):
        if not isinstance(value, ScalarNode) or value.value or value.start.column < key.end.column:
            continue
        before = lines[index - 1][1] if index else None
        if value.start.column != value.end.column or not isinstance(before, ScalarNode):
            continue
        behind = key.source.line(key.end.line + 1)[key.end.column :].lstrip()
        if behind.startswith(":"):
            continue
        cut.add(key.value)
        space = " " if key.start.column - before.end.column > 1 else ""
        reading.report.error(
            "empty-value",
            key,
            f"behind a comma the next pair begins, and {short(key.value)} has nothing behind it",
            f'if the comma belongs to the text, put it in quotes: "{before.value},{space}'
            f'{key.value}"; or write one pair a line',
        )
    return cut


def too_many(node: Span, count: int, max_count: int | None, reading: Reading) -> bool:
    """Return whether `count`, the number of parts of `node`, is above `most`; report it if so."""
    if max_count is None or count <= max_count:
        return False
    reading.report.error(
        "too-many",
        node,
        f"there may be {max_count} of these at most, and there are {count}",
        "make several of it, such as two questions",
    )
    return True


def _lines(node: Node) -> list[tuple[ScalarNode, Node]] | None:
    """Return the pairs of the mapping `node`, or of a list of mappings with one pair each.

    Return None for any other node.
    """
    match node:
        case ScalarNode():
            return None
        case MappingNode():
            return list(node.pairs())
        case SequenceNode(items=items):
            pairs = [
                pair for item in items if isinstance(item, MappingNode) for pair in item.pairs()
            ]
            is_pairs = all(
                isinstance(item, MappingNode) and len(item.entries) == 1 for item in items
            )
            return pairs if is_pairs and items else None
