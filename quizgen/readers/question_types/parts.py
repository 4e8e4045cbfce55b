"""Parts of a question with a hint, and with why they are right: pairs, and dated events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from quizgen.model.item import Proof
from quizgen.model.text import Text
from quizgen.readers.item_keys import EVIDENCE, EXPLAIN, HINT
from quizgen.readers.keys import Key, KeyTable
from quizgen.readers.shapes import PairsOf, Reading
from quizgen.readers.shapes.lists import too_many
from quizgen.readers.yaml import MappingNode, Node, SequenceNode

T = TypeVar("T")
U = TypeVar("U")


class ExplainedPair(NamedTuple, Generic[T, U]):
    """Two things that belong together, and why; `hint` helps to find the answer."""

    first: T
    second: U
    proof: Proof = Proof()
    hint: Text | None = None


class PartsOf(Generic[T, U]):
    """Lines of ``first: second``, at least two; or a list.

    A part of the list is such a line, or a mapping with the keys `first` and `second` by name,
    and then ``hint``, ``explain`` and ``evidence`` of its own.
    """

    def __init__(
        self, noun: str, first: Key[T], second: Key[U], part: str, *, max_count: int
    ) -> None:
        """Declare `max_count` parts called `noun` at most; `part` is the word for one, "a pair"."""
        self.noun = noun
        self.first = first
        self.second = second
        self.lines = PairsOf(noun, first.shape, second.shape, min_count=2, max_count=max_count)
        self.max_count = max_count
        keys: tuple[Key[Any], ...] = (first, second, HINT, EXPLAIN, EVIDENCE)
        self.table = KeyTable(part, keys)

    def read(self, node: Node, reading: Reading) -> tuple[ExplainedPair[T, U], ...] | None:
        """Return the parts, or None once every fault in them is reported."""
        if isinstance(node, SequenceNode) and any(map(self._is_named, node.items)):
            return self._mixed(node, reading)
        pairs = self.lines.read(node, reading)
        return None if pairs is None else tuple(ExplainedPair(*pair) for pair in pairs)

    def _is_named(self, node: Node) -> bool:
        """Return whether `node`, a part of a list, has a key for each half of the pair."""
        if not isinstance(node, MappingNode) or len(node.entries) < 2:
            return False
        return any(key.name in node.entries for key in self.table.keys)

    def _mixed(
        self, node: SequenceNode, reading: Reading
    ) -> tuple[ExplainedPair[T, U], ...] | None:
        if too_many(node, len(node.items), self.max_count, reading):
            return None
        line = PairsOf(self.noun, self.first.shape, self.second.shape)
        parts: list[ExplainedPair[T, U]] = []
        for item in node.items:
            if not self._is_named(item):
                # A list of one reads a line and reports what is none.
                pairs = line.read(item, reading)
                parts += [ExplainedPair(*pair) for pair in pairs or ()]
                continue
            values = self.table.read(item, reading)
            if values is not None:
                proof = Proof(values.get(EXPLAIN), values.get(EVIDENCE, ()))
                halves = values[self.first], values[self.second]
                parts.append(ExplainedPair(*halves, proof, values.get(HINT)))
        if len(parts) < len(node.items):
            return None
        if len(parts) < 2:
            message = f"this needs at least 2, and has {len(parts)}"
            reading.report.error("too-few", node, message, "add what is missing")
            return None
        return tuple(parts)


def proofs_of(parts: Sequence[ExplainedPair[T, U]]) -> tuple[Proof, ...]:
    """Return the proof of each of `parts`; an empty tuple where no part has a proof."""
    proofs = tuple(part.proof for part in parts)
    return proofs if any(proof != Proof() for proof in proofs) else ()


def hints_of(parts: Sequence[ExplainedPair[T, U]]) -> tuple[Text | None, ...]:
    """Return the hint of each of `parts`; an empty tuple where no part has one."""
    hints = tuple(part.hint for part in parts)
    return hints if any(hints) else ()


def evidence_of(parts: Sequence[ExplainedPair[T, U]]) -> tuple[Text, ...]:
    """Return the quotes in the proofs of all `parts`."""
    return tuple(quote for part in parts for quote in part.proof.evidence)
