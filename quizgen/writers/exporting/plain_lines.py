r"""Author text as lines of plain characters, for formats that have nothing else.

A formula is TeX between ``\(`` and ``\)``, as most programs that set formulas want it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.model.item import Item
from quizgen.model.text import Break, Image, Math, Sound, Style, Styled, Text, inline_runs
from quizgen.model.text.runs import (
    BLOCKS,
    Block,
    CodeBlock,
    ListBlock,
    Quotation,
    Refused,
    Run,
    Table,
)


def lines_of(text: Text | None) -> str:
    """Return `text` as plain characters, with a line break for each line of its blocks."""
    return "" if text is None else _runs(text.runs)


def on_a_line(text: Text | None) -> str:
    """Return `text` as plain characters on one line."""
    return " ".join(lines_of(text).split())


def _runs(runs: Sequence[Run]) -> str:
    parts: list[str] = []
    after_block = False
    for run in runs:
        is_block = isinstance(run, BLOCKS)
        if parts and (is_block or after_block):
            parts.append("\n")
        after_block = is_block
        parts.append(_run(run))
    return "".join(parts)


def _run(run: Run) -> str:
    match run:
        case str():
            return run
        case Styled(text=text):
            return text
        case Image(alt=alt):
            return alt
        case Sound(label=label):
            return label
        case Math(tex=tex):
            return f"\\({tex}\\)"
        case Break(paragraph=paragraph):
            return "\n\n" if paragraph else "\n"
        case _:
            return _block(run)


def _block(block: Block) -> str:
    match block:
        case ListBlock(items=items, labels=labels):
            return "\n".join(f"{m} {_runs(one)}" for m, one in zip(labels, items, strict=True))
        case Table(head=head, rows=rows):
            placed = (head, *rows) if block.has_head else rows
            return "\n".join(" | ".join(_runs(cell.runs) for cell in row) for row in placed)
        case CodeBlock(text=text):
            return text
        case Quotation(runs=runs) | Refused(runs=runs):
            return _runs(runs)


def texts_of(item: Item) -> tuple[Text, ...]:
    """Return all texts of `item`, those of its case and its evidence among them."""
    case = (item.case_stem,) if item.case_stem else ()
    return (*case, *item.texts, *item.evidence)


def is_styled(texts: Iterable[Text]) -> bool:
    """Return whether any of `texts` is more than characters, lines, formulas and media."""
    return any(_is_styled(text) for text in texts)


def _is_styled(text: Text) -> bool:
    if any(isinstance(run, Table | CodeBlock | Quotation) for run in text.runs):
        return True
    styles = (run for run in inline_runs(text.runs) if isinstance(run, Styled))
    return any(run.style is not Style(0) or run.link for run in styles)
