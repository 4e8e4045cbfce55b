from __future__ import annotations

import pytest

from quizgen.checks.nlp.clauses import main_clause
from quizgen.checks.nlp.languages import language_of
from quizgen.checks.nlp.negation import Negation, negations
from quizgen.checks.nlp.sentences import sentences


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("What do we call a town which has no wall?", "en", "what do we call a town"),
        ("In which town did they meet?", "en", "in which town did they meet"),
        ("Name the town that is old.", "en", "name the town that is old"),
        ("If it rains, which town floods?", "en", "which town floods"),
        ("The towns, which are old, were …", "en", "the towns were"),
        ("Two paid. Which did not?", "en", "which did not"),
        ("Why did they leave?", "en", ""),
        ("Welche Stadt, in der es Salz gibt, ist alt?", "de", "welche stadt in ist alt"),
        ("Der Hafen der Stadt ist alt.", "de", "der hafen der stadt ist alt"),
        ("À quel pays, dont on parle peu, a-t-il écrit ?", "fr", "à quel pays a-t-il écrit"),
        ("¿En qué país que da al mar llueve?", "es", "en qué país"),
        ("¿Por qué llueve?", "es", ""),
        ("Mikä se on, jos ei sada?", "fi", "mikä se on jos ei sada"),
    ],
)
def test_what_is_asked_without_the_clauses_about_it(text: str, language: str, said: str) -> None:
    assert " ".join(main_clause(text, language_of(language))) == said


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("it is not without danger", "en", [("not", True), ("without", False)]),
        ("a false friend is false", "en", [("false", True)]),
        ("the least area is least likely", "en", [("least", True)]),
        ("n' a ni port ni mur", "fr", [("ni", True)]),
        ("le premier pas", "fr", []),
        ("no tiene ningún puerto", "es", [("no ningún", True)]),
    ],
)
def test_negations(text: str, language: str, found: list[tuple[str, bool]]) -> None:
    expected = [Negation(tuple(words.split()), turns) for words, turns in found]
    assert negations(text.split(), language_of(language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Dr. Kim met Mr. Lee and J. S. Bach. They spoke.", "en", 2),
        ("Am 9. Dezember kamen sie. Sie sprachen.", "de", 2),
        ("It was in 1402. They spoke.", "en", 2),
        ("Es war im Jahr 1402. Sie sprachen.", "de", 2),
        ("The talks began at 3 p.m. on Monday. They spoke.", "en", 2),
        ("“Stop!” he said. They spoke.", "en", 2),
        ("One line\nanother line", "en", 2),
        ("三人が会った。話した。", "ja", 2),
        ("", "en", 0),
    ],
)
def test_sentences(text: str, language: str, count: int) -> None:
    assert len(sentences(text, language_of(language))) == count
