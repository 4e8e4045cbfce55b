"""Blanks at the ends of lines: nobody sees them, and git shows each as a change."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.diagnostics import Edit, Fix, Report
from quizgen.model.source import Position, Source, Span
from quizgen.readers.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_BLANKS = " \t"


def warn_of_trailing_blanks(source: Source, root: Node, report: Report) -> None:
    """Warn of blanks at the ends of lines of `source`, whose tree is `root`, with a fix.

    Lines with a remark are passed over, as are lines of a text written behind ``|`` or ``>``:
    two blanks at the end of a line there are a line break in Markdown.
    """
    if " \n" not in source.text and "\t\n" not in source.text:
        return
    block_lines = {number for node in _scalars(root) for number in _lines_of_block(node)}
    for number, line in enumerate(source.text.split("\n"), 1):
        stripped = line.rstrip(_BLANKS)
        if stripped == line or number in block_lines or "#" in line or stripped.endswith("\\"):
            continue
        span = Span(source, Position(number - 1, len(stripped)), Position(number - 1, len(line)))
        report.warning(
            "trailing-space",
            span,
            "this line ends in blanks",
            "delete them; `quizgen check --fix` does so",
            fix=Fix("Delete the blanks", (Edit(span, ""),)),
        )


def _lines_of_block(node: ScalarNode) -> range:
    """Return the numbers, from 1, of the lines of `node` if it is a block behind ``|`` or ``>``.

    The range is empty for any other value.
    """
    behind = node.source.line(node.line)[node.start.column :]
    first, last = node.line, node.end.line + 1
    return range(first, last + 1) if behind[:1] in {"|", ">"} else range(0)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """Yield all keys and single values of the tree below `node`."""
    match node:
        case ScalarNode():
            yield node
        case SequenceNode(items=items):
            for item in items:
                yield from _scalars(item)
        case MappingNode():
            for key, value in node.pairs():
                yield key
                yield from _scalars(value)
