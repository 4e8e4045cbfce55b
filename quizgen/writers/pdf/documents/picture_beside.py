"""A picture beside the text that it belongs to, which its author marks with ``{.beside}``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from quizgen.model.text import Break, Image
from quizgen.model.text.gap_parts import GapPart
from quizgen.writers.pdf.documents.item_context import ItemContext
from quizgen.writers.pdf.layout.blocks import Row, as_group, height, prepend
from quizgen.writers.pdf.layout.line_breaking import InlineImage
from quizgen.writers.pdf.layout.tags import Tag

_Part = TypeVar("_Part", bound=GapPart)


class Parted(NamedTuple, Generic[_Part]):
    """A text without the picture that stands beside it, and that picture."""

    rest: tuple[_Part | Break | str, ...]
    picture: Image | None = None


def parted(parts: Iterable[_Part]) -> Parted[_Part]:
    """Return `parts` without the first picture that is to stand beside them.

    A text that is nothing but the picture keeps it.
    """
    parts = tuple(parts)
    if Image not in set(map(type, parts)):  # as in most texts
        return Parted(parts, None)
    for index, part in enumerate(parts):
        if isinstance(part, Image) and part.is_beside:
            before, after = _trimmed(parts[:index], -1), _trimmed(parts[index + 1 :], 0)
            if not (before or after):
                break
            breaks = [one for one in parts[max(0, index - 1) : index + 2] if isinstance(one, Break)]
            between = (max(breaks, key=lambda one: one.paragraph) if breaks else " ",)
            return Parted((*before, *(between if before and after else ()), *after), part)
    return Parted(parts)


def _trimmed(parts: Sequence[_Part], end: int) -> tuple[_Part | str, ...]:
    """Return `parts` without breaks and spaces at the `end`, the index of the first or last."""
    kept: list[_Part | str] = list(parts)
    while kept:
        part = kept[end]
        if isinstance(part, str) and (text := part.strip() and _stripped(part, end)):
            kept[end] = text
            break
        if not isinstance(part, Break) and not (isinstance(part, str) and not part.strip()):
            break
        del kept[end]
    return tuple(kept)


def _stripped(text: str, end: int) -> str:
    return text.rstrip() if end else text.lstrip()


def rows_beside(
    picture: Image, context: ItemContext, set_rows: Callable[[ItemContext], list[Row]]
) -> list[Row]:
    """Return what `set_rows` sets in a narrower column, and `picture` at its right.

    Where too little of the line would be left, the picture stands above it.
    """
    typesetter, columns = context.typesetter, context.columns
    edition, line = typesetter.edition, columns.stem
    tag = Tag("P", context.tag)
    most = edition.max_picture_beside if picture.width else edition.picture_beside
    base = line if picture.width else most * line
    [paragraph] = typesetter.paragraphs((picture,), edition.body.font, base, tag)
    box = paragraph.boxes[0]
    if isinstance(box, InlineImage) and box.width > most * line:
        fits = most * line / box.width
        box = box._replace(
            width=fits * box.width, height=fits * box.height, advance=fits * box.width
        )
    taken = box.width + edition.picture_beside_gap
    is_beside = isinstance(box, InlineImage) and line - taken >= edition.min_beside
    x = columns.body + (line - box.width if is_beside else 0.0)
    boxes = [box._replace(on_own_line=True) if isinstance(box, InlineImage) else box]
    rows = typesetter.break_rows(
        [paragraph._replace(boxes=boxes)], edition.body, x, max(box.width, line), tag
    )
    if not is_beside:
        return [*(row._replace(keep_with_next=True) for row in rows), *set_rows(context)]
    narrow = columns._replace(
        width=columns.width - (columns.right - x) - edition.picture_beside_gap,
        stem=line - taken,
        below=line - taken,
    )
    text = set_rows(context._replace(columns=narrow))
    first, *others = text
    missing = height(rows) - height(text)
    low = [Row(missing)] if missing > 0 else []
    return as_group([prepend(rows[0].display_list, first), *others, *low])
