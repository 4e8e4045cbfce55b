from __future__ import annotations

import pytest

from quizgen.reporting.text_width import display_width


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("plain", 5), ("서울", 4), ("e\u0301", 1), ("ｗ", 2), ("a\u200db", 2), ("हिन्दी", 5)],
)
def test_columns_on_a_terminal(text: str, width: int) -> None:
    assert display_width(text) == width
