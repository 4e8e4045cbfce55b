"""Practice pages in Chromium, with their script: every type answered right and wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from support.practice_page import PracticePage, build_page
from support.shares import choice_share, match_share, order_share

from quizgen.commands.workspace import Workspace
from quizgen.model.item import Choice, Match, Order

Answer = Callable[[PracticePage, Locator], None]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_page(tmp_path_factory.mktemp("practice"))


@pytest.fixture
def quiz(browser: Browser, path: Path) -> Iterator[PracticePage]:
    opened = PracticePage(browser, path)
    yield opened
    opened.context.close()
    assert opened.faults == []
    assert opened.requests == [path.as_uri()]


def choose(*labels: str) -> Answer:
    def answer(quiz: PracticePage, question: Locator) -> None:
        for label in labels:
            question.get_by_label(re.compile(f"^{label}")).check()

    return answer


def type_in(*texts: str) -> Answer:
    def answer(quiz: PracticePage, question: Locator) -> None:
        for at, text in enumerate(texts):
            question.locator("input").nth(at).fill(text)

    return answer


def pair(**responses: str) -> Answer:
    def answer(quiz: PracticePage, question: Locator) -> None:
        for premise, response in responses.items():
            question.get_by_label(premise).select_option(label=response)

    return answer


def sort(name: str, *parts: str) -> Answer:
    return lambda quiz, question: quiz.put_in_order(name, list(parts))


ANSWERS: list[tuple[str, Answer, str]] = [
    ("city", choose("Seoul"), "✓ right"),
    ("city", choose("Tokyo"), "✗ wrong"),
    ("partners", choose("Japan", "South Korea"), "✓ right"),
    ("partners", choose("Japan"), "◐ Partly right: 1 of 2"),
    ("partners", choose("Japan", "China"), "✗ wrong"),
    ("partners", choose("Japan", "South Korea", "China", "Russia"), "✗ wrong"),
    ("truth", choose("False"), "✓ right"),
    ("truth", choose("True"), "✗ wrong"),
    ("word", type_in("  The  Trade "), "✓ right"),
    ("word", type_in("peace"), "✗ wrong"),
    ("gaps", type_in("seoul", "2023"), "✓ right"),
    ("gaps", type_in("Seoul", "2022"), "◐ Partly right: 1 of 2"),
    ("gaps", type_in("Tokyo", ""), "✗ wrong"),
    ("length", type_in("9,8 km"), "✓ right"),
    ("length", type_in("10.1"), "✗ wrong"),
    ("who", pair(Sullivan="United States", Cho="South Korea"), "✓ right"),
    ("who", pair(Sullivan="United States", Cho="Australia"), "◐ Partly right: 1 of 2"),
    ("who", pair(Sullivan="South Korea"), "✗ wrong"),
    ("steps", sort("steps", "first", "second", "third"), "✓ right"),
    ("steps", sort("steps", "first", "third", "second"), "◐ Partly right: 1 of 3"),
    ("years", sort("years", "treaty", "test", "ban"), "✓ right"),
    ("years", sort("years", "ban", "treaty", "test"), "✗ wrong"),
]


@pytest.mark.parametrize(("name", "answer", "verdict"), ANSWERS)
def test_an_answer_is_judged(quiz: PracticePage, name: str, answer: Answer, verdict: str) -> None:
    answer(quiz, quiz.question(name))
    assert quiz.check(name) == verdict
    expect(quiz.question(name).locator(".ans .right")).to_be_visible()
    expect(quiz.question(name).get_by_text("Check")).to_be_hidden()


@pytest.mark.parametrize("name", ["card", "why"])
@pytest.mark.parametrize(("word", "verdict"), [("I knew it", "✓ right"), ("Not yet", "✗ wrong")])
def test_learners_judge_what_no_page_can(
    quiz: PracticePage, name: str, word: str, verdict: str
) -> None:
    question = quiz.question(name)
    expect(question.get_by_text(word)).to_be_hidden()
    question.get_by_role("button", name="Show the answer").click()
    expect(question.locator(".ans .right")).to_be_visible()
    question.get_by_role("button", name=word).click()
    assert quiz.verdict(name) == verdict
    assert f"Judged by myself: {int(verdict[0] == '✓')} of 1" in quiz.total


def test_without_an_answer_there_is_nothing_to_check(quiz: PracticePage) -> None:
    assert quiz.check("city") == "Answer first."
    quiz.question("city").get_by_role("button", name="Show the answer").click()
    assert quiz.verdict("city") == "✗ wrong"
    assert quiz.mark_of("city", "Seoul") == "missed"


@pytest.mark.parametrize("name", ["steps", "years"])
def test_an_order_that_nobody_touched_is_no_answer(quiz: PracticePage, name: str) -> None:
    question = quiz.question(name)
    assert quiz.check(name) == "Answer first."
    question.get_by_role("button", name="Show the answer").click()
    assert quiz.verdict(name) == "✗ wrong"
    assert question.locator(".order").get_by_role("img").all_inner_texts() == ["✗"] * 3
    assert quiz.total.startswith("0 of ")
    quiz.page.get_by_role("button", name="Start again").click()
    assert quiz.check(name) == "Answer first."
    quiz.move_and_back(name)
    assert quiz.check(name) != "Answer first."
    quiz.page.get_by_role("button", name="Start again").click()
    assert quiz.check(name) == "Answer first."


def test_an_option_says_what_it_is_and_why(quiz: PracticePage) -> None:
    question = quiz.question("city")
    expect(question.get_by_text("They met there earlier.")).to_be_hidden()
    question.get_by_label("Tokyo").check()
    assert quiz.mark_of("city", "Tokyo") == "none"
    quiz.check("city")
    expect(question.get_by_text("They met there earlier.")).to_be_visible()
    expect(question.get_by_text("South Korea hosted the talks.")).to_be_visible()
    assert quiz.mark_of("city", "Tokyo") == "✗ wrong"
    assert quiz.mark_of("city", "Seoul") == "missed"
    assert quiz.mark_of("city", "Canberra") == "none"


def test_a_quote_is_shown_in_the_passage(quiz: PracticePage) -> None:
    quiz.question("city").get_by_label("Seoul").check()
    quiz.check("city")
    passage = quiz.page.get_by_role("complementary", name="Passage")
    expect(passage).to_be_hidden()
    quiz.question("city").get_by_role("link", name="sat down in Seoul").click()
    expect(passage.locator("mark")).to_have_text("sat down in Seoul")
    expect(passage).to_be_focused()
    quiz.page.keyboard.press("Escape")
    expect(passage).to_be_hidden()
    expect(quiz.question("city").get_by_role("link")).to_be_focused()


def test_points_are_those_that_the_library_counts(quiz: PracticePage, path: Path) -> None:
    shares = {
        "partners": lambda task: choice_share(task, {0}),
        "who": lambda task: match_share(task, [0, 2]),
        "steps": lambda task: order_share(task, [0, 2, 1]),
        "years": lambda task: order_share(task, [None] * 3),
    }
    bank = Workspace().bank(path.parents[2] / "question_bank" / "talks")
    assert bank is not None
    points = Fraction(0)
    for item in bank.items:
        if item.id.value in shares:
            assert isinstance(item.interaction, Choice | Match | Order)
            points += shares[item.id.value](item.interaction) * item.points
    for name, answer, _ in (ANSWERS[3], ANSWERS[16], ANSWERS[19]):
        answer(quiz, quiz.question(name))
        quiz.check(name)
    quiz.question("years").get_by_role("button", name="Show the answer").click()
    graded = [i for i in bank.items if i.type not in {"flashcard", "essay"}]
    most = sum(item.points for item in graded)
    assert quiz.total.startswith(f"{float(points):g} of {most} points")
    assert f"Not answered: {len(list(bank.items)) - 4}" in quiz.total
