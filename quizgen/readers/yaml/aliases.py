"""A limit on the nodes that aliases (``*name``) repeat, against the billion-laughs attack."""

from __future__ import annotations

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.readers.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MAX_REPEATED_NODES = 10_000
"""Nodes that all aliases of a file may stand for together. A bank has hardly any (judged)."""


class AliasBudget:
    """The sum of the sizes of the nodes that the aliases of a file stand for, with a limit."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source = source
        self.report = report
        self.spent = 0
        self._sizes: dict[int, int] = {}

    def spend(self, node: Node, here: ScalarNode, *, is_open: bool) -> bool:
        """Count the alias `here`, which stands for `node`; return whether it is within the limit.

        `is_open` says that the alias stands inside `node` itself, so that the tree would have no
        end: this is too much as well. Where the result is False, the reason has been reported.
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
        """Return the number of nodes in `node`, itself included, and aliases in it at full size.

        Sizes are kept, so that nested aliases take no more time than the nodes of the file.
        """
        size = self._sizes.get(id(node))
        if size is None:
            match node:
                case ScalarNode():
                    size = 1
                case SequenceNode(items=items):
                    size = 1 + sum(self._size(item) for item in items)
                case MappingNode(entries=entries):
                    size = 1 + sum(1 + self._size(value) for _, value in entries.values())
            self._sizes[id(node)] = size
        return size
