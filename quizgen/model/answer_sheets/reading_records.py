"""Readings and decisions as records that JSON can hold, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.answer_sheets.readings import (
    Doubt,
    FieldReading,
    PageReading,
    UnreadablePage,
)
from quizgen.model.answer_sheets.record_values import DamagedRecordError, count_of, text_of

MAX_VALUE = 20
"""Characters of a value that a bubble stands for."""


def readings_record(
    readings: Iterable[PageReading], unreadable: Iterable[UnreadablePage]
) -> dict[str, Any]:
    """Return what was read, and what could not be, as a record."""
    return {
        "pages": [_page_record(reading) for reading in readings],
        "unreadable": [[*one[:5]] for one in unreadable],
    }


def readings_of(record: Any) -> tuple[list[PageReading], list[UnreadablePage]]:
    """Return what `record` holds. Raises DamagedRecordError."""
    try:
        pages = [_page_of(page) for page in record["pages"]]
        unreadable = [
            _unreadable_of(text_of(source), count_of(number), *map(text_of, texts[:3]))
            for source, number, *texts in record["unreadable"]
        ]
    except DamagedRecordError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedRecordError("it is damaged, or no such file at all") from error
    return pages, unreadable


def _page_record(page: PageReading) -> dict[str, Any]:
    rows = [[r.field, list(r.marked), r.doubt.name if r.doubt else ""] for r in page.fields]
    return {
        "file": page.source,
        "page": page.number,
        "digest": page.digest,
        "code": page.code.text,
        "bilevel": page.is_bilevel,
        "rows": rows,
    }


def _unreadable_of(
    source: str, number: int, why: str, digest: str = "", code: str = ""
) -> UnreadablePage:
    return UnreadablePage(source, number, why, digest, code)


def _page_of(record: Any) -> PageReading:
    code = PageCode.parse(text_of(record["code"]))
    if code is None:
        raise DamagedRecordError("the code of a page in it is none")
    rows = tuple(
        FieldReading(
            count_of(field),
            tuple(text_of(value)[:MAX_VALUE] for value in marked),
            Doubt[text_of(doubt)] if doubt else None,
        )
        for field, marked, doubt in record["rows"]
    )
    return PageReading(
        text_of(record["file"]),
        count_of(record["page"]),
        code,
        rows,
        bool(record["bilevel"]),
        text_of(record.get("digest", "")),
    )
