"""Typed answers are judged as on the page; what only a browser knows is left to a person."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizgen.model.typed_answer import judge_number, judge_text


@pytest.mark.parametrize(
    ("typed", "right", "language", "is_right"),
    [
        ("  The\u00a0 TRADE ", "the trade", "en", True),
        ("it\u2019s", "it's", "en", True),
        ("tra\u00adde\u200b", "trade", "en", True),
        ("IŞIK", "ışık", "tr", True),
        ("IŞIK", "ışık", "en", False),
        ("ΟΔΟΣ", "οδος", "el", True),
        ("trades", "trade", "en", False),
        ("", "trade", "en", False),
        ("a\u200db", "ab", "en", None),
    ],
)
def test_a_text(typed: str, right: str, language: str, is_right: bool | None) -> None:
    assert judge_text(typed, [right], language) is is_right


def test_case_counts_where_the_author_says_so() -> None:
    assert judge_text("NATO", ["NATO"], "en", exact=True)
    assert not judge_text("nato", ["NATO"], "en", exact=True)


@pytest.mark.parametrize(
    ("typed", "value", "tolerance", "is_right"),
    [
        ("9.5", "9.5", "0", True),
        ("9,5", "9.5", "0", True),
        ("10 km", "9.5", "0.5", True),
        ("10.01", "9.5", "0.5", False),
        ("−3", "-3", "0", True),
        ("1 234 567", "1234567", "0", True),
        ("1.234.567,5", "1234567.5", "0", True),
        ("٣", "3", "0", True),
        ("1,234", "1234", "0", None),
        ("1,234", "1.234", "0", None),
        ("1,234", "7", "0", False),
        ("nine", "9", "0", False),
        ("1e3", "1000", "0", False),
        ("", "0", "0", False),
        ("9" * 2000, "9", "0", None),
    ],
)
def test_a_number(typed: str, value: str, tolerance: str, is_right: bool | None) -> None:
    judged = judge_number(typed, Decimal(value), Decimal(tolerance), "km", "en")
    assert judged is is_right
