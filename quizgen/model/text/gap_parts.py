"""The parts of a text with gaps: runs, gaps between them, and blocks with gaps inside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias, cast

from quizgen.model.dataclass import dataclass
from quizgen.model.text.runs import (
    BLOCKS,
    UNSTYLED,
    Block,
    CodeBlock,
    ListBlock,
    Quotation,
    Refused,
    Run,
    Style,
    Table,
    Text,
    parts_of,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap: the `answer` that is left out, and a `hint` in its place.

    Gaps of the same `number` are asked on the same card. `style` is that of the text around the
    gap.
    """

    number: int
    answer: Text
    hint: Text | None = None
    style: Style = UNSTYLED


@dataclass(frozen=True, slots=True)
class GapBlock:
    """A block with gaps among its runs, where no other block has any.

    `filled` gives the block with runs in their places; the typesetter alone, whose texts take
    gaps anywhere, looks inside.
    """

    block: Block


GapPart: TypeAlias = Run | Gap | GapBlock


def gaps_of(parts: Iterable[GapPart]) -> Iterator[Gap]:
    """Yield the gaps among `parts`, those in blocks too, in the order in which they are read."""
    for part in parts:
        if isinstance(part, Gap):
            yield part
        elif isinstance(part, GapBlock):
            yield from gaps_of(part_of for runs in parts_of(part.block) for part_of in runs)
        elif isinstance(part, BLOCKS):  # one inside of a block with gaps
            yield from gaps_of(part_of for runs in parts_of(part) for part_of in runs)


def filled(parts: Iterable[GapPart], fill: Callable[[Gap], Iterable[Run]]) -> tuple[Run, ...]:
    """Return `parts` with the runs that `fill` gives for each gap in its place."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, Gap):
            runs += fill(part)
        elif isinstance(part, GapBlock):
            runs.append(with_parts(part.block, lambda inner: filled(inner, fill)))
        elif isinstance(part, BLOCKS):
            runs.append(with_parts(part, lambda inner: filled(inner, fill)))
        else:
            runs.append(part)
    return tuple(runs)


def with_parts(block: Block, change: Callable[[tuple[Run, ...]], Iterable[GapPart]]) -> Block:
    """Return `block` with what `change` makes of each text in it, in the order of reading.

    The result may have gaps among its runs only where it becomes a `GapBlock`, or is inside one.
    """

    def changed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return cast("tuple[Run, ...]", tuple(change(runs)))

    match block:
        case ListBlock(items=items):
            return replace(block, items=tuple(map(changed, items)))
        case Table(head=head, rows=rows):
            cells = [
                tuple(cell._replace(runs=changed(cell.runs)) for cell in row)
                for row in (head, *rows)
            ]
            return Table(cells[0], tuple(cells[1:]))
        case Quotation(runs=runs) | Refused(runs=runs):
            return replace(block, runs=changed(runs))
        case CodeBlock():
            return block
