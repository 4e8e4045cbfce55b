"""A suggestion is for a misspelt word, and not for another word that looks a little like it."""

from __future__ import annotations

import pytest

from quizgen.model.did_you_mean import closest

KEYS = ["id", "type", "question", "answer", "explain", "lint", "tags", "title", "front", "points"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Type", "type"),
        ("typ", "type"),
        ("tpye", "type"),
        ("lnit", "lint"),
        ("titel", "title"),
        ("frnt", "front"),
        ("tag", "tags"),
        ("qestion", "question"),
        ("explian", "explain"),
        ("poitns", "points"),
    ],
)
def test_a_misspelt_word_gets_the_one_that_is_meant(typed: str, meant: str) -> None:
    assert closest(typed, KEYS) == meant


@pytest.mark.parametrize("typed", ["lines", "hint", "mint", "frist", "frage", "quelle", "x", ""])
def test_another_word_gets_none(typed: str) -> None:
    assert closest(typed, KEYS) is None
