"""Blocks as Markdown: their lines, given what writes the runs inside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quizgen.model.text import Block, CodeBlock, ListBlock, Quotation, Refused, Run, Table
from quizgen.model.text.runs import Align, Cell

RunWriter = Callable[[Sequence[Run]], str]
"""Writes runs as Markdown of several lines."""

_MARKS = {Align.START: "---", Align.CENTER: ":-:", Align.END: "--:"}


def block_source(block: Block, write: RunWriter, *, again: bool) -> str:
    """Return the Markdown of `block`; `again`: it follows a block of its own kind.

    Two lists behind each other have different signs, or they would be one.
    """
    match block:
        case ListBlock(items=items, start=start):
            close = ")" if again else "."
            lines = []
            for place, item in enumerate(items):
                number = "*" if again else "-"
                if start is not None:
                    number = f"{start + place}{close}"
                lines.append(_indented(write(item), f"{number} ", " " * (len(number) + 1)))
            return "\n".join(lines)
        case Table(head=head, rows=rows):
            marks = "".join(f"{_MARKS[cell.align]}|" for cell in head)
            return "\n".join([_row(head, write), f"|{marks}", *(_row(row, write) for row in rows)])
        case CodeBlock(text=text):
            longest = max((len(run) for run in re.findall("`+", text)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}\n{text}\n{fence}"
        case Quotation(runs=runs):
            return _indented(write(runs), "> ", "> ")
        case Refused(runs=runs):
            return write(runs)


def _indented(source: str, first: str, others: str) -> str:
    """Return the lines of `source` behind `first` and then `others`; empty ones stay empty."""
    lines = source.split("\n")
    rest = [f"{others}{line}".rstrip(" ") for line in lines[1:]]
    return "\n".join([f"{first}{lines[0]}".rstrip(" "), *rest])


def _row(cells: Sequence[Cell], write: RunWriter) -> str:
    written = (re.sub(r"(?<!\\)\|", r"\\|", write(cell.runs)) for cell in cells)
    return f"| {' | '.join(written)} |"
