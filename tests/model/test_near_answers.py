"""Answers that differ from the right one by signs alone, and numbers written in another way."""

from __future__ import annotations

import pytest

from quizgen.model.near_answers import is_near_text, may_be_number


@pytest.mark.parametrize(
    ("typed", "is_near"),
    [
        ("“a hotel that moves”", True),
        ("a hotel that moves.", True),
        ("A hotel-that-moves!", True),
        ("a hôtel that moves", True),
        ("a motel that moves", False),
        ("", False),
        ("?", False),
    ],
)
def test_a_text(typed: str, is_near: bool) -> None:
    assert is_near_text(typed, ["something else", "a hotel that moves"]) is is_near


def test_case_is_no_sign_where_it_counts() -> None:
    assert is_near_text("NATO.", ["NATO"], exact=True)
    assert not is_near_text("nato", ["NATO"], exact=True)


@pytest.mark.parametrize(
    ("typed", "may_be"),
    [
        ("2 million", True),
        ("two million", True),
        ("€2,000,000", True),
        ("13.5 h", True),
        ("13½", True),
        ("9" * 2000, True),
        ("2,000,000", False),
        ("13.5 hours", False),
        ("  ", False),
    ],
)
def test_a_number(typed: str, may_be: bool) -> None:
    assert may_be_number(typed, "hours", "en") is may_be
