"""Languages as programs that speak name them."""

from __future__ import annotations

import pytest
from anki.lang import langs

from quizgen.model.voices import voice_language


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("de", "de_DE"),
        ("de-AT", "de_AT"),
        ("DE-at", "de_AT"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("zh", "zh_CN"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-hant-HK", "zh_HK"),
        ("sr-Latn", "sr_RS"),
        ("de-x-aa", "de_DE"),
        ("qya", None),
    ],
)
def test_a_language_gets_its_country(language: str, voice: str | None) -> None:
    assert voice_language(language) == voice


def test_languages_that_anki_itself_speaks_have_the_country_that_it_gives_them() -> None:
    """But for Malay, which is most spoken in Malaysia as well, and Serbian's old code."""
    given = {code.split("_")[0]: code for _, code in langs if "_" in code}
    ours = {code: voice_language(code) for code in given}
    twice = {"en", "pt", "zh", "sr"}
    assert {c: v for c, v in ours.items() if v and c not in twice} == {
        c: given[c] for c, v in ours.items() if v and c not in twice
    }
