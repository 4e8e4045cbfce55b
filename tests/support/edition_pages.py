"""Sheets in an edition, and what is measured on their pages."""

from __future__ import annotations

import io
import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pdfplumber

from quizgen.model.assessment import Printing
from quizgen.model.item import Item
from support.pdf_samples import (
    assessment,
    built,
    entry,
    item,
    section,
)

PROSE = (
    "Three national security advisers sat down together in Seoul in the winter of that year and "
    "spoke about the missiles and the satellite of a neighbour, about sanctions, and about what "
    "other states could do to help. "
) * 4


def pages(content: bytes) -> Iterator[Any]:
    with pdfplumber.open(io.BytesIO(content)) as document:
        yield from document.pages


def body(page: Any) -> Any:
    """What stands above the foot."""
    return page.crop((0, 0, page.width, page.height - 62))


def sheet_of(*items: Item, printing: Printing, **how: Any) -> Any:
    """The first page of a worksheet, without its foot."""
    sheet, _ = built(assessment(section(*items, **how), printing=printing))
    return body(next(pages(sheet)))


def words_of(page: Any, *beginnings: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.extract_words()
    return [word for word in found if word["text"].startswith(beginnings)]


def baselines(page: Any) -> list[float]:
    """The baselines of the running text of `page`, which is what it has most of."""
    looks = Counter((char["fontname"], char["size"]) for char in page.chars)
    [(look, _)] = looks.most_common(1)
    rows = {
        round(page.root_page.height - char["matrix"][5], 1)
        for char in page.chars
        if (char["fontname"], char["size"]) == look
    }
    return sorted(rows)


def leading(printing: Printing) -> float:
    """From one line of a stem to the next."""
    rows = baselines(sheet_of(item("q", PROSE[:300], entry("x")), printing=printing))
    return min(b - a for a, b in itertools.pairwise(rows))


def columns_of(content: bytes, columns: int) -> Iterator[Any]:
    """The columns of every page, without its foot."""
    for page in pages(content):
        width = page.width / columns
        for n in range(columns):
            yield body(page).crop((n * width, 0, (n + 1) * width, page.height - 62))
