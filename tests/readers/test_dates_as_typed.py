"""Dates in the forms of languages: those of an era are read, others get the way to write them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import clean_items, load_bank, write_bank

from quizgen.model.item import Order
from quizgen.readers.question_types.date_forms import how_to_write

ENTRY = "- id: a\n  type: timeline\n  question: Order?\n  reference: r\n  events:\n"


@pytest.mark.parametrize(
    "typed",
    ["476 AD", "476 A.D.", "476 CE", "476 n. Chr.", "476 n.u.Z.", "476 ap. J.-C.", "476 d. C."],
)
def test_a_year_of_our_era_is_read(tmp_path: Path, typed: str) -> None:
    events = f"    44 BC: Caesar dies\n    {typed}: Rome falls\n"
    order = clean_items(tmp_path, ENTRY + events)[0].interaction
    assert isinstance(order, Order)
    assert [event.date for event in order.events] == ["44 BC", "476"]


@pytest.mark.parametrize(
    ("typed", "language", "way"),
    [
        ("8.5.1945", "de", "1945-05-08"),
        ("8. 5. 1945", "en", "1945-05-08"),
        ("5/8/1945", "fr", "1945-08-05"),
        ("5.8.1945", "en-US", "1945-08-05"),
        ("5/8/1945", "en-GB", "1945-08-05"),
        ("5/8/1945", "en-US", "1945-05-08"),
        ("25/8/1945", "en-US", "1945-08-25"),
        ("8/25/1945", "en-GB", "1945-08-25"),
        ("8. Mai 1945", "de", "1945-05-08"),
        ("Mai 1945", "de", "1945-05"),
        ("1er mai 1945", "fr", "1945-05-01"),
        ("8 de mayo de 1945", "es", "1945-05-08"),
        ("May 8, 1945", "ko", "1945-05-08"),
        ("8th Sept. 1945", "en", "1945-09-08"),
        ("1945/5/8", "en", "1945-05-08"),
        ("1945-5", "en", "1945-05"),
        ("05.1945", "de", "1945-05"),
        ("1945年5月8日", "ja", "1945-05-08"),
        ("8.5.45", "de", "1945-05-08"),
        ("AD 476", "en", "476"),
        ("476 après J.-C.", "fr", "476"),
        ("ca. 1500", "de", "1500"),
        ("1914-1918", "en", "1914"),
        ("1914–18", "de", "1914"),
        ("1920s", "en", "1920"),
        ("18. Jahrhundert", "de", "1701"),
        ("2023-02-30", "en", "2023-02-28"),
    ],
)
def test_the_help_says_how_to_write_it(tmp_path: Path, typed: str, language: str, way: str) -> None:
    events = f'    1850: x\n    "{typed}": y\n'
    folder = write_bank(tmp_path, ENTRY + events, bank=f"language: {language}\n")
    _, found = load_bank(folder)
    assert [d.name for d in found] == ["bad-date"]
    assert way in (found[0].help or "").replace(",", " ").replace(":", " ").split()


def test_where_a_date_can_be_two_both_are_shown() -> None:
    way = how_to_write("5/8/1945", "en") or ""
    assert re.findall(r"\d{4}-\d\d-\d\d", way) == ["1945-08-05", "1945-05-08"]
    assert how_to_write("31/6/1945", "de") is None
