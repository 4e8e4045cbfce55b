"""No character that acts on a terminal comes through, and every other one does."""

from __future__ import annotations

import pytest

from quizgen.model.inert_text import without_controls

ACTING = [
    *(code for code in range(0x20) if chr(code) not in "\t\n"),
    *range(0x7F, 0xA0),
    *(0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    *range(0xD800, 0xE000),
]


def test_each_acting_character_becomes_a_code() -> None:
    for code in ACTING:
        assert without_controls(f"a{chr(code)}b\n") == f"a\\u{code:04x}b\n"


@pytest.mark.parametrize("text", ["", "a\n\tb", "“서울”\u00a0\u2014 e\u0301 \u200d\U0001f469"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert without_controls(text) == text
