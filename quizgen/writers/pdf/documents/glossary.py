"""The glossary on paper: words of the passage, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.model.bank import GlossaryEntry
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.page_chrome import section_blocks
from quizgen.writers.pdf.layout.blocks import (
    Block,
    Row,
    gap,
    mirrored,
    side_by_side_cells,
    without_lonely_rows,
)
from quizgen.writers.pdf.layout.tags import BOXED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_MAX_TERMS = 0.34
"""The largest part of the line that the column of terms takes; a longer term breaks. By eye."""


def glossary_blocks(
    entries: Sequence[GlossaryEntry], width: float, typesetter: Typesetter, root: Tag
) -> Iterator[Block]:
    """Yield `entries` under a heading, each term beside its meaning, on `width` points."""
    if entries:
        edition = typesetter.edition
        listing = Tag("L", root, attributes=BOXED)
        text_style = edition.body._replace(font=edition.body.font._replace(strong=True))
        widths = [
            typesetter.natural_width(entry.term.runs, text_style.font, width) for entry in entries
        ]
        terms = min(max(widths), _MAX_TERMS * width)
        start = terms + edition.points_gap
        empty = Row(text_style.leading, baseline=text_style.baseline)
        rows: list[Row] = []
        for term, meaning, language in entries:
            if rows:
                rows.append(gap(edition.option_gap)._replace(keep_with_next=False))
            item = Tag("LI", listing)
            label, body = Tag("Lbl", item, lang=language), Tag("LBody", item)
            available_width = min(width - start, edition.measure)
            term_typesetter = typesetter.for_language(language)
            left = term_typesetter.rows(term.runs, text_style, 0.0, terms, label)
            if term_typesetter is not typesetter:
                left = [mirrored(row, terms) for row in left]
            right = typesetter.rows(meaning.runs, edition.body, start, available_width, body)
            rows += side_by_side_cells((left or [empty], right or [empty]), empty)
        block = Block(
            tuple(without_lonely_rows(rows)),
            edition.heading_gap,
            spans_columns=True,
            breakable=True,
        )
        heading = Text((typesetter.words.glossary,))
        yield from section_blocks(heading, None, [block], width, typesetter, root)
