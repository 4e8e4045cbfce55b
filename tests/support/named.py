"""Named sheets: a project with a roster beside it, and what the codes on pages say."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import zxingcpp

from support import write_project

ROSTER = "name,id,class,form\nAnna Lee,12,7b,\nBen Öz,14,7b,\nCho Min,15,7b,A\n"

DECK = """
bank: talks
worksheets:
- name: sheet
  title: The talks
  forms: 2
  roster: ../../private/7b.csv
  sections:
  - {title: All of it, topics: [people]}
"""


def named_project(root: Path, roster: str = ROSTER, deck: str = DECK, **bank: str) -> Path:
    """A project whose worksheet is for the pupils in `roster`, which lies outside of it."""
    (root / "private").mkdir()
    (root / "private" / "7b.csv").write_text(roster, encoding="utf-8")
    return write_project(root / "project", deck=deck, **bank)


def codes(content: bytes, dpi: int = 100) -> Iterator[list[str]]:
    """Yield the texts of the codes on each page of a file."""
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    for page in document:
        image = page.render(scale=dpi / 72).to_pil()
        yield [code.text for code in zxingcpp.read_barcodes(image)]
