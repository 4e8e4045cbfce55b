"""What is read on a worksheet and in its key."""

from __future__ import annotations

import re

from quizgen.model.item import Item
from support.pdf_samples import (
    assessment,
    built,
    read,
    section,
)


def sheet_and_key(*items: Item, **how: str) -> tuple[str, str]:
    sheet, key = built(assessment(section(*items), **how))  # type: ignore[arg-type]
    return "\n".join(read(sheet)), "\n".join(read(key))


def options_on(sheet: str) -> dict[str, str]:
    """The text beside each letter of a sheet whose options stand in one column."""
    return dict(re.findall(r"^([A-Z]) (.+)$", sheet, re.MULTILINE))


LONG = "that is long enough to need a line which no other option can share with it"
