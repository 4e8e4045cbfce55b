"""Author text as CommonMark that every program reads alike: no HTML and no entity of an author.

Subscripts and superscripts are HTML, which is all that CommonMark has for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from quizgen.model.text import (
    BLOCKS,
    Block,
    Break,
    CodeBlock,
    Image,
    ListBlock,
    Math,
    Quotation,
    Run,
    Sound,
    Style,
    Styled,
    Table,
)
from quizgen.model.text.runs import Align, InlineRun, Refused

_MARKS = re.compile(r"[\\`*_\[\]<>&~^$|]")
"""Characters that begin markup anywhere in a line."""
_BLOCK_START = re.compile(
    r"(?m)^(?P<before>[ \t]*\d{0,9})"
    r"(?P<mark>-|[+](?=\s|$)|#{1,6}(?=\s|$)|[.)](?<=\d[.)])(?=\s|$)|=+\s*$)"
)
"""What makes a list, a heading or a line of a line (CommonMark 0.31, 4 and 5)."""
_COLUMNS = {Align.START: "---", Align.CENTER: ":-:", Align.END: "--:"}


def text_source(runs: Sequence[Run]) -> str:
    """Return the Markdown of `runs`, of one or several lines."""
    parts: list[str] = []
    line: list[InlineRun] = []
    for run in runs:
        if isinstance(run, BLOCKS):
            parts += [_lines(line), _block(run)]
            line = []
        else:
            line.append(run)
    parts.append(_lines(line))
    return "\n\n".join(filter(None, parts))


def _lines(runs: Sequence[InlineRun]) -> str:
    """Return the Markdown of `runs` that hold no block: no line of it begins one."""
    source = "".join(_inline(run) for run in runs).strip()
    return _BLOCK_START.sub(r"\g<before>\\\g<mark>", source)


def escaped(text: str) -> str:
    """Return `text` with a backslash before each character that begins markup."""
    return _MARKS.sub(r"\\\g<0>", text)


def _inline(run: InlineRun) -> str:
    match run:
        case str():
            return escaped(run)
        case Styled():
            return _styled(run)
        case Image(alt=text) | Sound(label=text):
            return escaped(f"[{text}]")
        case Math(tex=tex, display=display):
            dollars = "$$" if display else "$"
            return f"{dollars}{tex}{dollars}"
        case Break(paragraph=paragraph):
            return "\n\n" if paragraph else "\\\n"
        case _:
            assert_never(run)


def _styled(run: Styled) -> str:
    """Return the Markdown of `run`; blanks at its ends stand outside of the marks."""
    inner = run.text.strip()
    if not inner:
        return run.text
    before, after = run.text.split(inner, 1)
    source = _code(inner) if Style.CODE in run.style else escaped(inner)
    for flag, tag in ((Style.SUBSCRIPT, "sub"), (Style.SUPERSCRIPT, "sup")):
        if flag in run.style:
            source = f"<{tag}>{source}</{tag}>"
    for flag, mark in ((Style.EMPHASIS, "*"), (Style.STRONG, "**")):
        if flag in run.style:
            source = f"{mark}{source}{mark}"
    if run.link:
        source = f"[{source}](<{_address(run.link)}>)"
    return f"{before}{source}{after}"


def _address(link: str) -> str:
    return re.sub(r"[<>\\&]", r"\\\g<0>", "".join(link.split()))


def _code(text: str) -> str:
    """Return a code span: its fence is longer than any run of backticks inside."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    text = text.replace("\n", " ")
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


def _block(block: Block) -> str:
    match block:
        case ListBlock(items=items, start=start):
            return "\n".join(_items(items, start))
        case Table(head=head, rows=rows):
            marks = "|".join(_COLUMNS[cell.align] for cell in head)
            lines = [row_source(cell.runs for cell in row) for row in (head, *rows)]
            return "\n".join([lines[0], f"|{marks}|", *lines[1:]])
        case CodeBlock(text=text):
            longest = max((len(run) for run in re.findall("`+", text)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}\n{text}\n{fence}"
        case Quotation(runs=runs):
            return indented(text_source(runs), "> ", "> ")
        case Refused(runs=runs):
            return text_source(runs)
        case _:
            assert_never(block)


def _items(items: Sequence[Sequence[Run]], start: int | None) -> Iterator[str]:
    for place, item in enumerate(items):
        mark = "- " if start is None else f"{start + place}. "
        yield indented(text_source(item), mark, " " * len(mark))


def row_source(cells: Iterable[Sequence[Run]]) -> str:
    """Return a row of a table; the lines of a cell become one."""
    sources = (text_source(runs) for runs in cells)
    flat = (re.sub(r"\\?\n+", " ", source) for source in sources)
    return f"| {' | '.join(flat)} |"


def indented(source: str, first: str, others: str) -> str:
    """Return the lines of `source` behind `first` and then `others`; empty ones stay empty."""
    lines = source.split("\n")
    rest = [f"{others}{line}".rstrip(" ") for line in lines[1:]]
    return "\n".join([f"{first}{lines[0]}", *rest])
