"""The code on a named sheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.roster import Pupil
from quizgen.model.sheet_code import SheetCode

ids = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=30)


@given(key=ids, form=st.sampled_from(["", "A", "Z"]))
def test_what_is_written_is_read(key: str, form: str) -> None:
    code = SheetCode("3f9a", form, key)
    assert SheetCode.parse(code.text) == code


@pytest.mark.parametrize("text", ["", "https://example.org", "quizgen:2:a:B:1", "quizgen:1:a"])
def test_other_codes_are_none_of_ours(text: str) -> None:
    assert SheetCode.parse(text) is None


def test_no_name_is_in_a_code() -> None:
    assert "Kim" not in SheetCode("3f9a", "A", Pupil("Kim").key).text
