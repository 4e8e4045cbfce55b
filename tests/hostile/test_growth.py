"""What grows four times as large takes about four times as long; what is too much is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from support import load_bank, told, write_bank, write_project
from support.growth import grows_linearly, is_within

import quizgen
from quizgen.commands.fix import fix
from quizgen.model.assessment import Question
from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.readers.yaml.parse import parse_yaml
from quizgen.writers.exporting.games.questions import GameLimits, game_questions

Grown = Callable[[int], str]


def _card(text: str) -> str:
    return f"- {{id: a, type: flashcard, front: {json.dumps(text)}, back: b, reference: r}}"


def _choice(option: str) -> str:
    return (
        f"- {{id: a, type: multiple_choice, question: Q, answer: {json.dumps(option)}, "
        "distractors: [b, c], reference: r}"
    )


def _pairs(count: int) -> str:
    pairs = ", ".join(f"p{i}: r{i}" for i in range(count))
    return f"- {{id: a, type: matching, question: M, pairs: {{{pairs}}}, reference: r}}"


def _options(count: int) -> str:
    words = ", ".join(f"word{i}" for i in range(count))
    return (
        f"- {{id: a, type: multiple_choice, question: Q, answer: k, distractors: [{words}], "
        "reference: r}"
    )


def _order(count: int) -> str:
    parts = ", ".join(f"part{i}" for i in range(count))
    return f"- {{id: a, type: ordering, question: Q, in_order: [{parts}], reference: r}}"


CONSTRUCTS: dict[str, Grown] = {
    "no in an option": lambda n: _choice("no " * n),
    "not in an option": lambda n: _choice("not " * n),
    "all of in an option": lambda n: _choice("all of " * n),
    "![ in an option": lambda n: _choice("![" * n),
    "](": lambda n: _card("[a](b" * n),
    "stars": lambda n: _card("**a " * n),
    "dollars": lambda n: _card("$a" * n),
    "indices": lambda n: _card("$a" + "_b" * n),
    "pictures with spaces": lambda n: _card("![a](" + "b " * n),
    "numbers": lambda n: _choice("1," * n),
    "open gaps": lambda n: f"- {{id: a, type: cloze, text: '{'{{c1::a' * n}', reference: r}}",
    "tags": lambda n: _card("<a " * n),
    "titles": lambda n: _card("No " * n),
}


def test_what_grows_too_fast_is_seen() -> None:
    """It grows so fast that no other work on the machine hides it."""

    def cubes(count: int) -> None:
        sum(1 for _ in range(count) for _ in range(count) for _ in range(count))

    assert not grows_linearly(lambda: cubes(40), lambda: cubes(160), least=0.001)
    assert grows_linearly(lambda: cubes(125), lambda: cubes(160), least=0.001)


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_four_times_as_much_takes_four_times_as_long(tmp_path: Path, name: str) -> None:
    grown = CONSTRUCTS[name]
    small, large = (write_project(tmp_path / str(n), grown(n)) for n in (2000, 8000))
    quizgen.check(small)
    assert grows_linearly(lambda: quizgen.check(small), lambda: quizgen.check(large))


@pytest.mark.parametrize("dashes", ["-", "- ", "-\n", "- -\n"])
def test_four_times_as_many_dashes(tmp_path: Path, dashes: str) -> None:
    def read(count: int) -> object:
        return parse_yaml(Source(tmp_path, dashes * count), Report())

    assert grows_linearly(lambda: read(50_000), lambda: read(200_000))


def test_four_times_as_many_blanks_to_take_away(tmp_path: Path) -> None:
    found = []
    for count in (1000, 4000):
        root = write_project(tmp_path / str(count), _card("a") + "\n# -\n".join(["  \n"] * count))
        found.append(quizgen.check(root))
    assert grows_linearly(lambda: fix(found[0]), lambda: fix(found[1]))


@pytest.mark.parametrize(
    ("questions", "bank"),
    [
        (_pairs(201), ""),
        (_options(101), ""),
        (_order(101), ""),
        (_card("a"), "glossary: {" + ", ".join(f"w{i}: m" for i in range(1001)) + "}\n"),
        (_card("a").replace("reference: r", f"reference: [{', '.join('r' * 101)}]"), ""),
    ],
    ids=["pairs", "options", "order", "glossary", "references"],
)
def test_what_is_too_much_is_told(tmp_path: Path, questions: str, bank: str) -> None:
    _, diagnostics = load_bank(write_bank(tmp_path, questions, bank=bank))
    assert "too-many" in [place.partition("@")[0] for place in told(diagnostics)]


@pytest.mark.parametrize("questions", [_pairs(200), _options(100), _order(100)])
def test_what_is_just_enough_is_built_within_seconds(tmp_path: Path, questions: str) -> None:
    root = write_project(tmp_path, questions)
    assert quizgen.build(root, built=1).files
    assert is_within(10, lambda: quizgen.build(root, built=1, force=True))


def _deck_of_cards(count: int) -> str:
    return "".join(
        f"- {{id: c{i}, type: flashcard, front: f{i}, back: b{i}, reference: r}}\n"
        for i in range(count)
    )


def test_four_times_as_many_flashcards_for_a_game(tmp_path: Path) -> None:
    bank, _ = load_bank(write_bank(tmp_path, _deck_of_cards(800)))
    large = [Question(number, item) for number, item in enumerate(bank.items, 1)]
    limits = GameLimits("a game", max_options=4)
    act = partial(game_questions, limits=limits)
    assert len(act(large)[0]) == 800
    assert grows_linearly(lambda: act(large[:200]), lambda: act(large))
