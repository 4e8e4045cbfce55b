"""A limit on what aliases (``*name``) may blow up to, against the billion-laughs attack."""

from __future__ import annotations

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.readers.yaml.nodes import Mapping, Node, Scalar, Sequence

MAX_REPEATED_NODES = 10_000
"""Nodes that all aliases of one file may stand for together. A bank has hardly any."""


class AliasBudget:
    """Adds up the size of what each alias stands for."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source = source
        self.report = report
        self.spent = 0
        self._sizes: dict[int, int] = {}

    def spend(self, node: Node, here: Scalar, *, is_open: bool) -> bool:
        """Count one use of `node`. False, with a diagnostic, when that is too much.

        `is_open`: the alias stands inside the very thing it repeats.
        """
        if is_open:
            self.report.error(
                "alias-in-itself",
                here,
                "this alias repeats the thing it stands in, without end",
                help="write the value out instead of using *",
            )
            return False
        self.spent += self._size(node)
        if self.spent > MAX_REPEATED_NODES:
            self.report.error(
                "alias-bomb",
                here,
                f"the aliases of this file repeat more than {MAX_REPEATED_NODES:,} values",
                help="write the values out instead of using & and *",
            )
            return False
        return True

    def _size(self, node: Node) -> int:
        """How many nodes `node` stands for, aliases inside it counted in full. At least 1."""
        known = self._sizes.get(id(node))
        if known is None:
            match node:
                case Scalar():
                    known = 1
                case Sequence(items=items):
                    known = 1 + sum(self._size(item) for item in items)
                case Mapping(entries=entries):
                    known = 1 + sum(1 + self._size(value) for _, value in entries.values())
            self._sizes[id(node)] = known
        return known
