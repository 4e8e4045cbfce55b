"""Lists, tables, code and quotations of a field as blocks of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quizgen.commands.importing.html_tree import HtmlElement, HtmlNode
from quizgen.model.text import BLOCKS, Block, Break, CodeBlock, ListBlock, Quotation, Run, Table
from quizgen.model.text.runs import Align, Cell

BLOCK_TAGS = frozenset({"ul", "ol", "table", "pre", "blockquote"})

RunReader = Callable[[Iterable[HtmlNode]], list[Run]]
"""Reads the runs of nodes inside a block."""

_ALIGNMENTS = {
    "text-align:center": Align.CENTER,
    "text-align:right": Align.END,
    "text-align:end": Align.END,
}


def read_block(node: HtmlElement, read: RunReader) -> Block | None:
    """Return the block that `node` is, or None for one that Markdown cannot say.

    That is a list with more than items, or a table whose rows differ in length or have lines or
    blocks in a cell.
    """
    match node.tag:
        case "ul" | "ol":
            return _list(node, read)
        case "table":
            return _table(node, read)
        case "pre":
            return CodeBlock(_typed(node).strip("\n"))
        case "blockquote":
            return Quotation(tuple(read(node.children)))
        case _:
            return None


def _list(node: HtmlElement, read: RunReader) -> ListBlock | None:
    items = _elements(node)
    if not items or any(item.tag != "li" for item in items):
        return None
    start = node.attributes.get("start", "1")
    number = int(start) if start.isdecimal() and len(start) < 9 else 1
    runs = tuple(tuple(read(item.children)) for item in items)
    return ListBlock(runs, number if node.tag == "ol" else None)


def _table(node: HtmlElement, read: RunReader) -> Table | None:
    lines = [_elements(row) for row in node.find("tr")]
    rows = [tuple(_cell(cell, read) for cell in line) for line in lines]
    if not rows or not rows[0] or len({len(row) for row in rows}) > 1:
        return None
    if any(isinstance(run, (Break, *BLOCKS)) for row in rows for c in row for run in c.runs):
        return None
    aligned = [cell.align for cell in rows[0]]
    rows = [tuple(c._replace(align=a) for c, a in zip(r, aligned, strict=True)) for r in rows]
    if all(cell.tag == "th" for cell in lines[0]):
        return Table(rows[0], tuple(rows[1:]))
    return Table(tuple(Cell((), align) for align in aligned), tuple(rows))


def _cell(node: HtmlElement, read: RunReader) -> Cell:
    style = node.attributes.get("style", "").replace(" ", "").strip(";")
    return Cell(tuple(read(node.children)), _ALIGNMENTS.get(style, Align.START))


def _elements(node: HtmlElement) -> Sequence[HtmlElement]:
    return [child for child in node.children if isinstance(child, HtmlElement)]


def _typed(node: HtmlElement) -> str:
    """Return the characters of `node` with the ends of its lines."""
    return "".join(
        child if isinstance(child, str) else "\n" if child.tag == "br" else _typed(child)
        for child in node.children
    )
