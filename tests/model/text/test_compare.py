from __future__ import annotations

import pytest

from quizgen.model.text import parse_text, same_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seoul", "seoul"),
        ("North  Korea", "north Korea"),
        ("**Seoul**", "Seoul"),
        ("caf\u00e9", "cafe\u0301"),
        ("Straße", "STRASSE"),
    ],
)
def test_what_readers_take_for_the_same(one: str, other: str) -> None:
    assert same_key(parse_text(one)) == same_key(parse_text(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("x^2^", "x~2~"), ("x^2^", "x2"), ("![m](a.png)", "![m](b.png)"), ("1718", "1719")],
)
def test_what_readers_tell_apart(one: str, other: str) -> None:
    assert same_key(parse_text(one)) != same_key(parse_text(other))
