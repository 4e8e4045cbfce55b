"""Blocks of a sheet as lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.beside import Beside
from quizgen.writers.exporting.markdown.text import indented, row_source, text_source
from quizgen.writers.exporting.sheets.blocks import (
    InsideBlock,
    ListMark,
    SheetBlock,
    SheetGrid,
    SheetList,
    SheetNote,
    SheetQuestion,
    SheetRules,
    SheetTitle,
    letter,
)
from quizgen.writers.exporting.sheets.key import answer_key
from quizgen.writers.exporting.sheets.losses import losses_of
from quizgen.writers.exporting.sheets.worksheet import worksheet

LACKS = frozenset((Beside.PICTURE, Beside.SOUND, Beside.SPEECH, Beside.BONUS))
_BLANK = "……………"
"""Dots, since each underscore would need a backslash."""


def render(export: Export, bank: Bank) -> Rendered:
    """Return the worksheet of `export`, its losses, and its key."""
    losses = (loss for q in export.questions for loss in losses_of(q.item, LACKS, "Markdown"))
    return Rendered(
        _file(worksheet(export.questions, bank, _BLANK)),
        tuple(losses),
        _file(answer_key(export.questions, bank)),
    )


def _file(blocks: Iterable[SheetBlock]) -> bytes:
    return ("\n\n".join(map(_block, blocks)) + "\n").encode("utf-8", errors="replace")


def _block(block: SheetBlock) -> str:
    match block:
        case SheetTitle(runs=runs, level=level):
            return f"{'#' * (level + 1)} {' '.join(text_source(runs).split())}"
        case SheetNote():
            return _inside(block)
        case SheetQuestion(number=number, runs=runs, inside=inside):
            mark = f"{number}. "
            parts = [text_source(runs), *map(_inside, inside)]
            return indented("\n\n".join(parts), mark, " " * len(mark))
        case _:
            assert_never(block)


def _inside(block: InsideBlock) -> str:
    match block:
        case SheetNote(runs=runs):
            return text_source(runs)
        case SheetList(lines=lines, mark=mark):
            marks = (_mark(place, mark) for place in range(len(lines)))
            listed = zip(marks, lines, strict=True)
            return "\n".join(indented(f"{m} {text_source(runs)}", "- ", "  ") for m, runs in listed)
        case SheetRules(lines=count):
            return "\\\n".join([_BLANK * 8] * count)
        case SheetGrid(head=head, rows=rows):
            first = row_source((word,) for word in head)
            return "\n".join([first, "|---" * len(head) + "|", *map(row_source, rows)])
        case _:
            assert_never(block)


def _mark(place: int, mark: ListMark) -> str:
    match mark:
        case ListMark.LETTER:
            return f"{letter(place)})"
        case ListMark.BOX:
            return "☐"
        case ListMark.BLANK:
            return _BLANK[:4]
        case _:
            assert_never(mark)
