"""CommonMark's blocks, and tables, as runs that stand on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.model.pattern import pattern
from quizgen.model.text.formulas import FORMULA
from quizgen.model.text.inline_tokens import inline_token_runs, markdown_parser
from quizgen.model.text.joining import joined
from quizgen.model.text.runs import (
    BLOCKS,
    Align,
    Break,
    Cell,
    CodeBlock,
    ListBlock,
    Quotation,
    Refused,
    Run,
    Table,
)

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_BEGINNING = pattern(
    r"^(?: {4}| {0,3}\t|[ \t]*(?:[-+*_=>#|:]|`{3}|~{3}|\d{1,9}[.)]))", re.MULTILINE
)
"""The beginnings of lines that can make anything but a paragraph of them."""

_FENCED = pattern(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)

TOO_DEEP = "a block so deep inside others"
EXTRA_CELLS = "a row with more cells than its table has columns"
TOO_WIDE = "a table with so many columns"
MAX_COLUMNS = 12
"""In large print, twelve columns hold two or three letters each (measured)."""

_CELL_END = pattern(r"(?<!\\)\|")

_MAX_LEVEL = 12
"""markdown-it leaves out what is deeper than 20; a list in a list in a list takes 6 (counted)."""

_NAMES = {
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "table_open": "a table",
    "fence": "a block of code",
    "code_block": "a block of code",
    "blockquote_open": "a quotation",
    "heading_open": "a heading",
    "hr": "a line across the page",
}
"""What the blocks that markdown-it finds are called."""

_TAB = 4
"""The width of a tab, as in CommonMark (2.2)."""


def may_hold_blocks(source: str) -> bool:
    """Return whether `source` has several lines, of which one may begin a block."""
    source = source.strip()
    return "\n" in source and _BEGINNING.search(source) is not None


def parse_blocks(source: str, *, math: bool) -> list[Run]:
    """Return the runs of `source`; none if it has no block, but paragraphs alone.

    Formulas are markup if `math`: the lines of one begin no block.
    """
    from markdown_it.tree import SyntaxTreeNode

    parser = markdown_parser(math=math)
    root = SyntaxTreeNode(parser.parse(_prepared(source, math=math)))
    if all(node.type == "paragraph" for node in root.children):
        return []
    return _runs(root.children)


def block_places(source: str, *, math: bool) -> Iterator[tuple[str, str]]:
    """Yield what each block of `source` is called, and the line that it begins on, as typed.

    Two kinds are named for what the parser would leave out: blocks deep inside others, `TOO_DEEP`,
    and rows of a table with more cells than its head, `EXTRA_CELLS`; one for what no page holds,
    `TOO_WIDE`.
    """
    if not may_hold_blocks(source):
        return
    prepared = _prepared(source, math=math)
    lines = prepared.split("\n")
    columns, head = 0, ""
    for token in markdown_parser(math=math).parse(prepared):
        first, end = token.map or (0, 0)
        # What makes a heading of the lines above it is the line of signs below them.
        is_underlined = token.type == "heading_open" and token.markup in ("-", "=")
        line = lines[end - 1 if is_underlined else first].strip()
        name = TOO_DEEP if token.level > _MAX_LEVEL else _NAMES.get(token.type)
        if token.type == "thead_open":
            columns, head = 0, line
        columns += token.type == "th_open"
        if token.type == "thead_close" and columns > MAX_COLUMNS:
            yield TOO_WIDE, head
        if token.type == "tr_open" and _count_cells(line) > columns > 0:
            name = EXTRA_CELLS
        if name and token.map:
            yield name, line


def _count_cells(line: str) -> int:
    """Return how many cells a row of a table has, also those that Markdown leaves out."""
    return len(_CELL_END.split(line.lstrip("> \t").strip("|")))


def _prepared(source: str, *, math: bool) -> str:
    source = source.strip()
    return _with_formulas_on_one_line(source) if math else source


def _with_formulas_on_one_line(source: str) -> str:
    """Return `source` with each formula on one line, but for the inside of fenced code."""
    pieces: list[str] = []
    position = 0
    for fenced in _FENCED.finditer(source):
        pieces += _joined_lines(source[position : fenced.start()]), fenced[0]
        position = fenced.end()
    return "".join([*pieces, _joined_lines(source[position:])])


def _joined_lines(source: str) -> str:
    return FORMULA.sub(lambda formula: re.sub(r"[ \t]*\n[ \t]*", " ", formula[0]), source)


def _runs(nodes: Sequence[SyntaxTreeNode]) -> list[Run]:
    """Return the runs of `nodes`, which are blocks, with a `Break` between paragraphs."""
    runs: list[Run] = []
    for node in nodes:
        if node.type != "paragraph":
            runs.append(_block(node))
            continue
        if runs and not isinstance(runs[-1], BLOCKS):
            runs.append(Break(paragraph=True))
        runs += _inline(node)
    return runs


def _inline(node: SyntaxTreeNode) -> list[Run]:
    """Return the runs of a paragraph, a heading or a cell."""
    token = node.children[0].token if node.children else None
    return joined(inline_token_runs(token.children or ())) if token else []


def _block(node: SyntaxTreeNode) -> Run:
    match node.type:
        case "bullet_list":
            return ListBlock(_items(node))
        case "ordered_list":
            return ListBlock(_items(node), int(node.attrs.get("start", 1)))
        case "blockquote":
            return Quotation(tuple(_runs(node.children)))
        case "fence" | "code_block":
            return CodeBlock(node.content.rstrip("\n").expandtabs(_TAB))
        case "table":
            head, *rows = [_cells(row) for part in node.children for row in part.children]
            return Table(head, tuple(rows))
        case "heading":
            return Refused("a heading", tuple(_inline(node)))
        case "hr":
            return Refused("a line across the page")
        case other:
            raise ValueError(f"no block is called {other}")


def _items(node: SyntaxTreeNode) -> tuple[tuple[Run, ...], ...]:
    return tuple(tuple(_runs(item.children)) for item in node.children)


_ALIGNMENTS = {"text-align:center": Align.CENTER, "text-align:right": Align.END}


def _cells(row: SyntaxTreeNode) -> tuple[Cell, ...]:
    return tuple(
        Cell(tuple(_inline(cell)), _ALIGNMENTS.get(str(cell.attrs.get("style")), Align.START))
        for cell in row.children
    )
