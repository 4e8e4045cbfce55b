"""Numbers of `numeric` as an author's language writes them: read rightly, or asked for anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import clean_items, load_bank, told, write_bank

from quizgen.model.item import Numeric
from quizgen.readers.yaml.emit import emit

ENTRY = "- id: a\n  type: numeric\n  question: How many?\n  reference: r\n  answer: {}\n"


def found_in(tmp_path: Path, answer: str, language: str) -> tuple[list[str], str]:
    """Names and places of what is found, and the help of it."""
    folder = write_bank(tmp_path, ENTRY.format(answer), bank=f"language: {language}\n")
    _, found = load_bank(folder)
    return told(found), " ".join(f"{d.message} {d.help}" for d in found)


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "nl", "pl", "pt-BR", "ru"])
def test_a_point_that_may_part_thousands_is_asked_about(tmp_path: Path, language: str) -> None:
    for answer, thousands in (("1.200", "1200"), ("-12.500", "-12500"), ("999.999", "999999")):
        found, words = found_in(tmp_path, answer, language)
        assert found == ["unclear-number@7:11"]
        assert f"write {thousands} " in words
        assert f'"{answer}"' in words


def test_so_is_that_of_a_tolerance(tmp_path: Path) -> None:
    assert found_in(tmp_path, "12000\n  tolerance: 1.500", "de")[0] == ["unclear-number@8:14"]


@pytest.mark.parametrize(
    ("answer", "language", "value"),
    [
        ("1.5", "de", "1.5"),
        ("0.125", "de", "0.125"),
        ("1.2000", "de", "1.2000"),
        ("1234.500", "de", "1234.500"),
        ('"1.200"', "de", "1.200"),
        ("'3.142'", "fr", "3.142"),
        ("1.200", "en", "1.200"),
        ("1.200", "de-CH", "1.200"),
        ("1.200", "ja", "1.200"),
    ],
)
def test_a_point_that_is_clear_is_read(
    tmp_path: Path, answer: str, language: str, value: str
) -> None:
    items = clean_items(tmp_path, ENTRY.format(answer), bank=f"language: {language}\n")
    numeric = items[0].interaction
    assert isinstance(numeric, Numeric)
    assert str(numeric.value) == value


@pytest.mark.parametrize(
    ("answer", "language", "way"),
    [
        ("1,200", "en", "write 1200"),
        ("1,234,567", "de", "write 1234567"),
        ("1.234.567", "de", "write 1234567"),
        ("1 200", "fr", "write 1200"),
        ("1'200", "de-CH", "write 1200"),
        ("1.200,50", "de", "write 1200.50"),
        ("1,200.50", "en", "write 1200.50"),
        ("1,5", "de", "write 1.5"),
        ("1,5", "en", "write 1.5"),
        ("0,125", "en", "write 0.125"),
        ("1,200", "de", 'write "1.200", in quotation marks'),
        ("\u22125", "en", "write -5"),
        ("12 km", "en", "write 12, and below it `unit: km`"),
        ("12,5 %", "de", "write 12.5, and below it `unit: '%'`"),
        ("1.200 m", "de", 'write 1200 or "1.200", and below it `unit: m`'),
    ],
)
def test_what_is_no_number_gets_the_digits_to_write(
    tmp_path: Path, answer: str, language: str, way: str
) -> None:
    found, words = found_in(tmp_path, answer, language)
    assert [name.partition("@")[0] for name in found] == ["bad-number"]
    assert way.replace("'", '"') in words.replace("'", '"')


def test_what_an_import_writes_is_clear() -> None:
    assert emit({"answer": "1.200", "tolerance": "0.5"}) == 'answer: "1.200"\ntolerance: 0.5\n'
