from __future__ import annotations

import subprocess
import sys

import pytest

from quizgen.checks.nlp import Language, TokenizedText, quoted_list, words_of
from quizgen.checks.nlp.languages import LANGUAGES, language_of
from quizgen.checks.nlp.tokens import Stemmer
from quizgen.model.text import parse_text


def phrase(text: str, language: str = "en") -> TokenizedText:
    return TokenizedText(parse_text(text), Stemmer(language_of(language)))


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Don’t ask: what’s a know-how?", "en", ["don't", "ask", "what's", "a", "know-how"]),
        ("1,200 ships (S/RES/1718)", "en", ["1,200", "ships", "s", "res", "1718"]),
        ("Où êtes-vous ?", "fr", ["où", "êtes-vous"]),
        ("L’usine d'Aldmoor, aujourd'hui", "fr", ["l'", "usine", "d'", "aldmoor", "aujourd'hui"]),
        ("snake_case __ …", "en", ["snake", "case"]),
        ("대한민국 서울", "ko", ["대한민국", "서울"]),
    ],
)
def test_words(text: str, language: str, words: list[str]) -> None:
    assert words_of(text, language_of(language)) == words


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "country", "countries"),
        ("en", "meeting", "met"),
        ("en", "meeting", "meat"),
        ("en", "launched", "launches"),
        ("en", "wrote", "writes"),
        ("en", "written", "writing"),
        ("de", "schrieb", "geschrieben"),
        ("fr", "écrivit", "écrire"),
        ("es", "escribió", "escribe"),
        ("en-GB", "Korea's", "Korea"),
        ("en", "announce", "announcement"),
        ("de", "Brücke", "Brücken"),
        ("de", "Haus", "Häuser"),
        ("de", "Haus", "Hauses"),
        ("de", "Auto", "Autos"),
        ("de", "schreibe", "geschrieben"),
        ("fr", "journal", "journaux"),
        ("fr", "numéro", "numéros"),
        ("es", "ciudad", "ciudades"),
        ("es", "joven", "jóvenes"),
        ("fr", "traités", "traité"),
        ("es", "países", "país"),
    ],
)
def test_forms_of_a_word_have_one_root(language: str, one: str, other: str) -> None:
    same = other != "meat"
    assert (phrase(one, language).content == phrase(other, language).content) == same


def test_short_words_keep_their_ending() -> None:
    assert phrase("ring king bus").content == ("ring", "king", "bus")


def test_words_without_content_have_no_root_nor_has_any_in_an_unknown_language() -> None:
    assert phrase("which of the two was it").content == ("two",)
    assert phrase("mikä on pääkaupunki", "fi").content == ()


def test_emphasis_is_markup_or_capitals() -> None:
    assert phrase("Who did **not** or *never* or NEVER EVER go? A UN man").emphasised() == {
        "not",
        "never",
        "ever",
        "un",
    }


def test_an_accent_behind_its_letter_ends_no_word() -> None:
    found = phrase("Die **Bru\u0308cke**", "de")
    assert found.words == ["die", "brücke"]
    assert found.emphasised() == {"brücke"}
    assert found.spelled(found.content[0]) == "Brücke"


def test_a_word_behind_an_apostrophe_is_spelled_without_what_it_is_written_with() -> None:
    found = phrase("D’une USINE à l’autre usine", "fr")
    assert found.content == ("usin", "usin")
    assert found.spelled("usin") == "USINE"
    assert found.emphasised() == {"usine"}


def test_quoted_words_can_be_left_out() -> None:
    found = phrase("What does “not I” or „kein“ or «pas» mean?")
    assert found.unquoted.split() == ["What", "does", "or", "or", "mean?"]


def test_a_list_of_words_for_a_message() -> None:
    assert quoted_list(["a"]) == "“a”"
    assert quoted_list(["a", "b", "c"]) == "“a”, “b” and “c”"


@pytest.mark.parametrize("language", [*map(language_of, LANGUAGES)], ids=LANGUAGES)
def test_word_lists_are_words_as_the_rules_find_them(language: Language) -> None:
    lists = [
        *("stop_words", "negatives", "verdicts", "claims", "concord", "particles", "denials"),
        *("question_words", "before_questions", "clause_words", "relatives"),
        *("absolutes", "vague", "imperatives"),
    ]
    for name in lists:
        for word in getattr(language, name):
            assert words_of(word, language) == [word], (name, word)
    for said in language.fillers:
        assert " ".join(words_of(said, language)) == said, said


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "university", "universe"),
        ("en", "Japan", "Japanese"),
        ("de", "Eis", "Ei"),
        ("de", "Gras", "grau"),
        ("fr", "fois", "foi"),
        ("es", "rey", "reina"),
    ],
)
def test_other_words_have_another_root(language: str, one: str, other: str) -> None:
    assert phrase(one, language).content != phrase(other, language).content


def test_the_stemmer_is_imported_only_for_words() -> None:
    code = "import quizgen.checks, sys; sys.exit('snowballstemmer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
