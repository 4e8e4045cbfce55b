"""The JSON of the author's entry: any text comes back, and nothing in it means anything."""

from __future__ import annotations

import json
import re
import unicodedata
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from quizgen.writers.anki import entry_field
from quizgen.writers.anki.entry_field import inert_json

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    "<>&[]{}`\\\"':,/ue\u0301\u212b\n"
)
VALUES = st.recursive(
    TEXTS | st.none() | st.integers(0, 2000),
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=12,
)


@given(VALUES)
def test_any_value_comes_back(value: object) -> None:
    assert json.loads(inert_json(value)) == value


@given(VALUES)
def test_nothing_means_anything_to_anki(value: object) -> None:
    field = inert_json(value)
    assert not set("<>&`\x1f") & set(field)
    assert "{{" not in field
    assert re.search(r"\[[a-z$/](?!ull)", field) is None
    assert re.search(r"\\[()\[\]]", field) is None
    assert unicodedata.is_normalized("NFC", field)


@given(VALUES)
def test_it_is_the_same_where_python_has_no_encoder_in_c(value: object) -> None:
    with patch.object(entry_field, "c_make_encoder", None):
        field = inert_json(value)
    assert field == inert_json(value)
