"""Texts that look like links or pictures which a bank refuses, and are meant as the signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgen.commands.importing.markdown import markdown
from quizgen.commands.importing.unsupported import ImportLoss, ReportLoss
from quizgen.model.text import Style, Styled
from quizgen.model.text.addresses import unread_address, unread_picture
from quizgen.model.text.runs import Cell, ListBlock, Quotation, Refused, Run, Table

PLACEHOLDER = "\ufdd0"
"""Stands for a gap while the text around the gap is read, as in `parse_gaps`."""


def is_refused(run: Run) -> bool:
    """Return whether a bank would refuse `run`, plain characters, for what they look like."""
    return isinstance(run, str) and bool(unread_address(run) or unread_picture(run))


def as_code(text: str) -> Styled:
    """Return `text` as code, which shows all signs as they are."""
    return Styled(" ".join(text.split()), Style.CODE)


def without_refused(runs: Iterable[Run], report: ReportLoss) -> Iterator[Run]:
    """Yield `runs`, where typed links that a bank refuses are code; `report` is called with each.

    Those inside of blocks are, too. The places of gaps stay outside of the code.
    """
    for run in runs:
        match run:
            case str():
                yield from _pieces(run, report)
            case ListBlock(items=items):
                yield replace(run, items=tuple(_inside(item, report) for item in items))
            case Quotation(runs=inner) | Refused(runs=inner):
                yield replace(run, runs=_inside(inner, report))
            case Table(head=head, rows=rows):
                cells = tuple(_cells(row, report) for row in rows)
                yield replace(run, head=_cells(head, report), rows=cells)
            case _:
                yield run


def _inside(runs: Iterable[Run], report: ReportLoss) -> tuple[Run, ...]:
    return tuple(without_refused(runs, report))


def _cells(row: Iterable[Cell], report: ReportLoss) -> tuple[Cell, ...]:
    return tuple(cell._replace(runs=_inside(cell.runs, report)) for cell in row)


def _pieces(text: str, report: ReportLoss) -> Iterator[Run]:
    if not is_refused(text):
        yield text
        return
    for piece in re.split(f"({PLACEHOLDER})", text):
        if is_refused(piece):
            report(ImportLoss.LINK, piece)
            yield as_code(piece)
        elif piece:
            yield piece


def title_markdown(text: str, *, math: bool = False) -> str:
    """Return the Markdown of a plain title or name, in a bank with formulas if `math`."""
    return markdown([as_code(text) if is_refused(text) else text], math=math).source
