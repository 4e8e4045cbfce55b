"""``passage.md``: a title and numbered paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.model.bank import Passage
from quizgen.model.diagnostics import Report
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Position, Source, Span
from quizgen.model.text import Break, Run, Style, Styled, Table, Text, parse_text
from quizgen.model.text.block_markdown import EXTRA_CELLS, MAX_COLUMNS, TOO_WIDE, block_places
from quizgen.model.text.inline_tokens import markdown_parser
from quizgen.readers.merge_marks import report_merge_conflict

if TYPE_CHECKING:
    from markdown_it.token import Token

BULLET = "•\xa0"
"""Before each part of a list with bullets."""


class _Block(NamedTuple):
    """A paragraph, a heading below the title, or a block of code.

    `number` is the block's number in a numbered list. `is_counted` says whether the block gets a
    number where the passage has no numbered list.
    """

    text: Text
    number: int | None = None
    is_counted: bool = True


def read_passage(
    source: Source, report: Report, *, math: bool = False, language: str | None = None
) -> Passage | None:
    """Return the passage in `source`: ``# Title``, then paragraphs or a numbered list of them.

    `math` as for `parse_text`, `language` as for `Passage`. Beside a numbered list, paragraphs
    outside of it bear no number. Further headings, lists with bullets, quotations and blocks of
    code are set as paragraphs; headings, code and tables bear no number. A table that cannot be
    set is reported, and so is a merge by git that is not finished, with None as the result.
    """
    if report_merge_conflict(source, report, is_markdown=True):
        return None
    tokens = markdown_parser(math=math).parse(source.text)
    title: Text | None = None
    blocks: list[_Block] = []
    for kind, block in _blocks(tokens, source, math=math):
        if kind == "table" and not _is_set(block.text, math, report):
            continue
        if kind == "h1" and title is None:
            title = block.text
        else:
            blocks.append(block)
    if not blocks:
        report.error(
            "empty-file",
            source.whole(),
            "this passage has no paragraph",
            "write a title, `# Title`, and the paragraphs below it",
        )
        return None
    texts = tuple(block.text for block in blocks)
    return Passage(title or Text(()), texts, _numbers(blocks), language)


def _blocks(tokens: list[Token], source: Source, *, math: bool) -> Iterator[tuple[str, _Block]]:
    """Yield the blocks of a passage with their kind: ``h1`` …, ``p``, ``code``, ``table``."""
    kind, number, bullet = "", None, ""
    in_table = False
    for token in tokens:
        span = _span(source, token.map or [0, 0])
        match token.type:
            case "table_open":
                in_table = True
                yield "table", _Block(_table(span, math=math), None, is_counted=False)
            case "table_close":
                in_table = False
            case "heading_open" | "paragraph_open":
                kind = token.tag
            case "list_item_open":
                if token.level == 1:
                    number = _next(number, token.info)
                bullet = "" if token.info else BULLET
            case "fence" | "code_block":
                yield "code", _Block(_code(token.content, span), None, is_counted=False)
            case "inline" if not in_table:
                text = parse_text(token.content, span, math=math, inline=True)
                if kind == "p":
                    yield kind, _Block(Text((bullet, *text.runs), span) if bullet else text, number)
                else:
                    strong = text if kind == "h1" else Text(tuple(map(_strong, text.runs)), span)
                    yield kind, _Block(strong, None, is_counted=False)
                bullet = ""
            case _ if token.level == 0:
                number = None


def _numbers(blocks: list[_Block]) -> tuple[int | None, ...]:
    """Return the number of each of `blocks`, None for a block without.

    Where the passage has a numbered list, its numbers are used; otherwise the paragraphs are
    counted from 1. The tuple is empty where every block is counted: `Passage` does so by itself.
    """
    if any(block.number is not None for block in blocks):
        return tuple(block.number for block in blocks)
    if all(block.is_counted for block in blocks):
        return ()
    counted = iter(range(1, len(blocks) + 1))
    return tuple(next(counted) if block.is_counted else None for block in blocks)


def _strong(run: Run) -> Run:
    """Return `run` set in bold, for a heading."""
    match run:
        case str():
            return Styled(run, Style.STRONG)
        case Styled(text=text, style=style, link=link):
            return Styled(text, style | Style.STRONG, link)
        case _:
            return run


def _code(content: str, span: Span) -> Text:
    """Return a block of code as a text, line by line."""
    runs: list[Run] = []
    for line in content.rstrip("\n").split("\n"):
        runs += [Break()] * bool(runs)
        runs.append(Styled(line.replace(" ", "\xa0") or "\xa0", Style.CODE))
    return Text(tuple(runs), span)


def _table(span: Span, *, math: bool) -> Text:
    """Return the table on the lines of `span`, within a quotation or a list as well."""
    numbers = range(span.line, span.end.line + 2)
    typed = "\n".join(span.source.line(number).lstrip("> \t") for number in numbers)
    return parse_text(typed, span, math=math)


def _is_set(text: Text, math: bool, report: Report) -> bool:
    """Return whether `text` is a table and nothing else; report it otherwise."""
    span = text.span
    if [type(run) for run in text.runs] != [Table]:
        report.error(
            "table-in-passage",
            span,
            "this table of the passage cannot be set",
            "begin it on a line of its own, outside of a list",
        )
        return False
    rows = range(span.line, span.end.line + 2)
    for name, line in block_places("\n".join(map(span.source.line, rows)), math=math):
        if name == EXTRA_CELLS:
            report.error(
                "table-in-passage",
                span,
                f"the table has fewer columns than its row {line[:60]}",
                "give the table's head a column more, or write the sign itself as `\\|`",
            )
            return False
        if name == TOO_WIDE:
            report.error(
                "table-in-passage",
                span,
                "the table has more columns than a page holds",
                f"write {MAX_COLUMNS} at most; turn the table, or make two of it",
            )
            return False
    return True


def _next(number: int | None, typed: str) -> int | None:
    """Return the number of the list item after the item `number`, None in a list of bullets.

    The number `typed` counts where it is higher than `number`; otherwise the item gets the next
    number, as in Markdown, where every item may be typed as ``1.``.
    """
    if not typed:
        return None
    return int(typed) if number is None else max(int(typed), number + 1)


def _span(source: Source, lines: list[int]) -> Span:
    """Return the span of `lines`, the first and the line after the last, counted from 0."""
    return Span(source, Position(lines[0], 0), Position(max(lines[1] - 1, lines[0]), 0))
