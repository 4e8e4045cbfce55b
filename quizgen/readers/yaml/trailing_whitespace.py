"""Blanks at the ends of lines: nobody sees them, and each one is a change in git."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.diagnostics import Edit, Fix, Report
from quizgen.model.source import Position, Source, Span
from quizgen.readers.yaml.nodes import Mapping, Node, Scalar, Sequence

_BLANKS = " \t"


def warn_of_trailing_blanks(source: Source, root: Node, report: Report) -> None:
    """Report blanks that mean nothing.

    Those of remarks are left alone, and those inside a text written behind ``|`` or ``>``:
    there, two of them break the line.
    """
    if " \n" not in source.text and "\t\n" not in source.text:
        return
    kept = {number for node in _scalars(root) for number in _lines_of_block(node)}
    for number, line in enumerate(source.text.split("\n"), 1):
        written = line.rstrip(_BLANKS)
        if written == line or number in kept or "#" in line or written.endswith("\\"):
            continue
        span = Span(source, Position(number - 1, len(written)), Position(number - 1, len(line)))
        report.warning(
            "trailing-space",
            span,
            "this line ends in blanks",
            "delete them; `quizgen check --fix` does so",
            fix=Fix("Delete the blanks", (Edit(span, ""),)),
        )


def _lines_of_block(node: Scalar) -> range:
    """The numbers of the lines that a block of text takes; none for any other value."""
    behind = node.source.line(node.line)[node.start.column :]
    first, last = node.line, node.end.line + 1
    return range(first, last + 1) if behind[:1] in {"|", ">"} else range(0)


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from _scalars(item)
        case Mapping():
            for key, value in node.pairs():
                yield key
                yield from _scalars(value)
