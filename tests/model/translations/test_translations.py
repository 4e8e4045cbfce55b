"""Every catalogue says all that there is to say, and says it with the same things in it."""

from __future__ import annotations

import string
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from support.paths import ROOT

from quizgen.model.translations import LANGUAGES, Translations, catalogue_for, translations_for
from quizgen.model.translations.catalogues import translations
from quizgen.readers.question_types import QUESTION_TYPES

OTHERS = [language for language in LANGUAGES if language != "en"]
KEYWORDS: Any = {"_translate": ((1, "c"), 2), "_translate_count": ((1, "c"), 2, 3)}


def messages() -> set[tuple[str, Any]]:
    """Context and English (singular and plural where there are two) of every message."""
    words: set[tuple[str, Any]] = set()
    for name in ("translations.py", "practice_words.py", "sheet_words.py"):
        with files("quizgen.model.translations").joinpath(name).open("rb") as source:
            written = extract("python", source, KEYWORDS)
            words |= {(str(context), said) for _, said, _, context in written}
    return words | {("question", kind.stem) for kind in QUESTION_TYPES if kind.stem}


def catalogue(language: str) -> Catalog:
    with (
        files("quizgen.model.translations").joinpath("locale", f"{language}.po").open("rb") as file
    ):
        return read_po(file, locale=language)


def entries(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def placeholders(said: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(said) if name is not None}


def both(said: Any) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def untranslated() -> list[tuple[str, ...]]:
    """Language, context and English of what ``untranslated.txt`` lists."""
    text = Path(__file__).with_name("untranslated.txt").read_text(encoding="utf-8")
    return [tuple(ln.split("\t")) for ln in text.splitlines() if ln and not ln.startswith("#")]


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_catalogue_lacks_is_listed_and_it_has_nothing_else(language: str) -> None:
    there = {(message.context, message.id) for message in entries(language)}
    assert there <= messages()
    missing = {(language, context, both(english)[0]) for context, english in messages() - there}
    assert missing == {row for row in untranslated() if row[0] == language}
    assert not [message.id for message in entries(language) if message.fuzzy]


def test_release_notes_name_what_is_not_translated() -> None:
    notes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [row for row in untranslated() if f"“{row[2]}”" not in notes] == []


def test_a_word_without_translation_is_english() -> None:
    catalogue = translations("de")
    assert catalogue.pgettext("nowhere", "A new word") == "A new word"
    assert catalogue.npgettext("nowhere", "{count} word", "{count} words", 2) == "{count} words"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_complete_and_holds_the_same_places(language: str) -> None:
    count = catalogue(language).num_plurals
    for message in entries(language):
        english, said = both(message.id), both(message.string)
        assert len(said) == (1 if len(english) == 1 else count), message.id
        for form in said:
            assert form.strip(), message.id
            assert placeholders(form) <= placeholders(english[-1]), message.id
            assert not set("<>&") & set(form), "cards would take it for HTML"
        assert placeholders(said[-1]) == placeholders(english[-1]), message.id
        edges = [said[-1][0] == " ", said[-1][-1] == " "]
        assert edges == [english[-1][0] == " ", english[-1][-1] == " "], message.id


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_differs_from_the_english(language: str) -> None:
    same = [m.id for m in entries(language) if both(m.id)[0] == both(m.string)[0]]
    assert len(same) <= 5


@pytest.mark.parametrize(
    ("language", "name"),
    [
        *(("en", "en"), ("en-GB", "en"), ("ko", "ko"), ("ko-KR", "ko"), ("de-CH", "de")),
        *(("zh", "zh_Hans"), ("zh-CN", "zh_Hans"), ("zh-Hans", "zh_Hans"), ("zh-TW", "zh_Hant")),
        *(("zh-HK", "zh_Hant"), ("zh-Hant", "zh_Hant"), ("iw", "he"), ("ar-EG", "ar")),
        *(("pl", "en"), ("tlh", "en"), ("xx-YY", "en")),
    ],
)
def test_a_language_gets_the_words_nearest_to_it(language: str, name: str) -> None:
    assert catalogue_for(language) == name


def test_numbers_take_the_plural_that_a_language_has() -> None:
    assert [Translations("en").points(count) for count in (0, 1, 2)] == ["0 pts", "1 pt", "2 pts"]
    assert [Translations("fr").total(count) for count in (0, 1, 2)] == [
        "/ 0 point",
        "/ 1 point",
        "/ 2 points",
    ]
    assert [Translations("ar").total(count) for count in (3, 11)] == ["/ 3 درجات", "/ 11 درجة"]
    assert Translations("ko").page(2, 4) == "2 / 4쪽"


def test_quotes_stand_in_the_marks_of_their_language() -> None:
    assert Translations("en").quoted(3) == ("Passage, paragraph 3: “", "”")
    assert Translations("en").quoted(None) == ("Passage: “", "”")
    assert Translations("ja").quoted(3) == ("本文第3段落：「", "」")
    assert Translations("fr").quoted(None) == ("Texte\xa0: «\xa0", "\xa0»")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_options_have_one_letter(language: str) -> None:
    words = translations_for(language)
    assert len({words.letter(index) for index in range(500)}) == 500


def test_letters_go_on_after_z() -> None:
    labels = [Translations("en").letter(index) for index in (0, 25, 26, 27, 701, 702)]
    assert labels == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
    assert Translations("he").letter(1) == "ב"
