"""“All of the above” and its like are known in whatever words, and nothing else is."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import yaml
from support import write_bank
from support.paths import ROOT

from quizgen.checks.nlp.languages import LANGUAGES, Language, language_of
from quizgen.checks.nlp.stock_options import without_label
from quizgen.checks.nlp.tokens import words_of
from quizgen.checks.nlp.wordings import Wordings
from quizgen.commands.workspace import Workspace

HELD_OUT = ROOT / "tests" / "checks" / "wordings"
RULES = {
    "all": "all-of-the-above",
    "none": "none-of-the-above",
    "some": "combined-options",
}
MIN_COVERAGE = 0.9
"""Of wordings that were written before the lists were."""

STEMS = {
    "en": "Which city did the envoys choose?",
    "de": "Welche Stadt wählten die Gesandten?",
    "fr": "Quelle ville les envoyés ont-ils choisie ?",
    "es": "¿Qué ciudad eligieron los enviados?",
}


def told(folder: Path, language: str, option: str, stem: str | None = None) -> set[str]:
    """The rules about such options that speak of one."""
    options = [option, "Mumbai", "Lagos"]
    entry = {
        "id": "a",
        "type": "multiple_choice",
        "question": stem or STEMS[language],
        "answer": "Quito",
        "distractors": options,
    }
    workspace = Workspace()
    questions = yaml.safe_dump([entry], allow_unicode=True)
    workspace.bank(write_bank(folder, questions, bank=f"language: {language}\n"))
    return {d.name for d in workspace.diagnostics} & set(RULES.values())


def held_out(language: str) -> dict[str, list[str]]:
    text = (HELD_OUT / f"{language}.yaml").read_text("utf-8")
    lists: dict[str, list[str]] = yaml.load(text, yaml.BaseLoader)
    return lists


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize("language", STEMS)
def test_wordings_that_no_list_was_made_from_are_known(
    language: str, kind: str, tmp_path: Path
) -> None:
    wordings = held_out(language)[kind]
    unknown = [
        wording
        for number, wording in enumerate(wordings)
        if told(tmp_path / str(number), language, wording) != {RULES[kind]}
    ]
    assert len(unknown) <= (1 - MIN_COVERAGE) * len(wordings), unknown


@pytest.mark.parametrize("language", STEMS)
def test_an_answer_that_only_begins_like_one_is_left_alone(language: str, tmp_path: Path) -> None:
    options = held_out(language)["plain"]
    wrong = [o for n, o in enumerate(options) if told(tmp_path / str(n), language, o)]
    assert wrong == []


@pytest.mark.parametrize("language", [*map(language_of, LANGUAGES)], ids=LANGUAGES)
def test_each_language_has_wordings_for_each_rule(language: Language) -> None:
    wordings = language.wordings
    for lines, lengths in (
        (wordings.all_of_them, wordings.all_lengths),
        (wordings.none_of_them, wordings.none_lengths),
        (wordings.some_of_them, wordings.some_lengths),
    ):
        phrases = expanded(lines, wordings)
        assert len(phrases) >= 25
        for phrase in phrases:
            assert list(phrase) == words_of(" ".join(phrase), language), phrase
            assert lengths(phrase) == {n for n in range(len(phrase) + 1) if phrase[:n] in phrases}
            assert lengths((*phrase, "xyz")) == lengths(phrase)
            assert lengths(("xyz", *phrase)) == set()


def expanded(lines: str, wordings: Wordings) -> set[tuple[str, ...]]:
    """Every phrase that `lines` stand for, without light words."""
    phrases = set()
    for line in lines.splitlines():
        slots = [
            {
                wordings.heavy([] if choice == "-" else choice.split("_"))
                for choice in slot.split("|")
            }
            for slot in line.split()
        ]
        for chosen in itertools.product(*slots):
            phrases.add(tuple(itertools.chain.from_iterable(chosen)))
    return phrases - {()}


@pytest.mark.parametrize(
    "option",
    [
        *("all of these", "ALL OF THESE", "All of these.", "“All of these”", "d) All of these"),
        *("(D) all of these", "D. All of these", "All of these!", "All of these, in fact"),
    ],
)
def test_case_punctuation_and_a_letter_in_front_do_not_matter(option: str, tmp_path: Path) -> None:
    expected = set() if "in fact" in option else {"all-of-the-above"}
    assert told(tmp_path, "en", option) == expected


@pytest.mark.parametrize(
    ("language", "stem", "option"),
    [
        ("en", "How many of the six wives outlived the king?", "None of them"),
        ("en", "Which phrase means “fine”?", "All right"),
        ("es", "¿Qué palabra sigue a uno?", "Dos"),
        ("fr", "Quel mot suit un ?", "Deux"),
        ("en", "Which numbers are even?", "4 and 6"),
    ],
)
def test_a_plain_answer_is_no_formula(
    language: str, stem: str, option: str, tmp_path: Path
) -> None:
    assert told(tmp_path, language, option, stem) == set()


@pytest.mark.parametrize(
    ("option", "rule"),
    [
        ("All of these are false", "none-of-the-above"),
        ("None of these is wrong", "all-of-the-above"),
    ],
)
def test_a_verdict_of_false_turns_a_wording_round(option: str, rule: str, tmp_path: Path) -> None:
    assert told(tmp_path, "en", option) == {rule}


@pytest.mark.parametrize("language", ["ko", "fi"])
def test_a_language_without_lists_has_no_formulas(language: str) -> None:
    assert language_of(language).wordings.all_of_them == ""


def test_only_a_letter_with_its_mark_is_taken_off() -> None:
    assert without_label("a) red") == "red"
    assert without_label("A rose") == "A rose"
    assert without_label("B.C. coins") == "B.C. coins"
