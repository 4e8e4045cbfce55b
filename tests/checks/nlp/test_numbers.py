from __future__ import annotations

from decimal import Decimal

import pytest

from quizgen.checks.nlp import TokenizedText
from quizgen.checks.nlp.languages import language_of
from quizgen.checks.nlp.numbers import INFINITE, Range, range_of
from quizgen.checks.nlp.tokens import Stemmer
from quizgen.model.text import parse_text


def read(text: str, code: str = "en") -> Range | None:
    language = language_of(code)
    return range_of(TokenizedText(parse_text(text), Stemmer(language)), language)


def number(value: str, unit: str = "") -> Range:
    return Range(Decimal(value), Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12", "en", number("12")),
        ("1,200 km", "en", number("1200", "km")),
        ("1.200", "de", number("1200")),
        ("1,5 m", "de", number("1.5", "m")),
        ("12 square metres", "en", number("12", "squar metr")),
        ("−4 °C", "en", number("-4", "°c")),
        ("1 000", "fr", number("1000")),
        ("1 000", "fi", number("1000")),
        ("1 hour", "en", number("1", "hour")),
        ("12 hours", "en", number("12", "hour")),
        ("1 Tag", "de", number("1", "tag")),
        ("12 Tagen", "de", number("12", "tag")),
        ("3 to 5", "en", Range(Decimal(3), Decimal(5))),
        ("−10 to −6", "en", Range(Decimal(-10), Decimal(-6))),
        ("−5–0", "en", Range(Decimal(-5), Decimal(0))),
        ("10%–20%", "en", Range(Decimal(10), Decimal(20), "%")),
        ("10%-20%", "en", Range(Decimal(10), Decimal(20), "%")),
        ("$5 to $10", "en", Range(Decimal(5), Decimal(10), "$")),
        ("$5-10", "en", Range(Decimal(5), Decimal(10), "$")),
        ("over $30", "en", Range(Decimal(30), INFINITE, "$", low_open=True)),
        ("5 km to 10 km", "en", Range(Decimal(5), Decimal(10), "km")),
        ("between 10 and 20", "en", Range(Decimal(10), Decimal(20))),
        ("from 5 to 6 euros", "en", Range(Decimal(5), Decimal(6), "euro")),
        ("zwischen 5 und 10 km", "de", Range(Decimal(5), Decimal(10), "km")),
        ("entre 5 et 10", "fr", Range(Decimal(5), Decimal(10))),
        ("entre 5 y 10", "es", Range(Decimal(5), Decimal(10))),
        ("18 or older", "en", Range(Decimal(18), INFINITE)),
        ("no more than 7", "en", Range(-INFINITE, Decimal(7))),
        ("3–5 km", "en", Range(Decimal(3), Decimal(5), "km")),
        ("3 bis 5", "de", Range(Decimal(3), Decimal(5))),
        ("more than 30", "en", Range(Decimal(30), INFINITE, low_open=True)),
        ("30 or more", "en", Range(Decimal(30), INFINITE)),
        ("weniger als 30", "de", Range(-INFINITE, Decimal(30), high_open=True)),
        ("at most 7 weeks", "en", Range(-INFINITE, Decimal(7), "week")),
    ],
)
def test_numbers_and_ranges(text: str, language: str, expected: Range) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Seoul",
        "14 October 2006",
        "M25",
        "S/RES/1718 (2006)",
        "1/2",
        "5 to 3",
        "2 apples and 3 pears",
        "1,5",
        "12 of the towns that signed",
        "10 and 20",
        "5 km to 10 miles",
        "10:30",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert read(text) is None


def test_a_comma_is_not_guessed_in_an_unknown_language() -> None:
    assert read("1,5", "fi") is None
    assert read("1.500", "it") is None
