"""Practice pages where scripts are off, as in the viewer of files on an iPhone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support.practice_page import PracticePage, build_page


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_page(tmp_path_factory.mktemp("practice"))


@pytest.fixture
def quiz(browser: Browser, path: Path) -> Iterator[PracticePage]:
    opened = PracticePage(browser, path, script=False)
    yield opened
    opened.context.close()
    assert opened.faults == []


def test_a_choice_says_at_once_what_is_right(quiz: PracticePage) -> None:
    question = quiz.question("city")
    question.get_by_label("Tokyo").check()
    assert quiz.mark_of("city", "Tokyo") == "✗ wrong"
    expect(question.get_by_text("They met there earlier.")).to_be_visible()
    question.get_by_label("Seoul").check()
    assert quiz.mark_of("city", "Seoul") == "✓ right"
    assert quiz.mark_of("city", "Tokyo") == "none"
    expect(question.get_by_text("They met there earlier.")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "right"),
    [
        *(("card", "I forbid"), ("city", "Seoul"), ("partners", "Japan"), ("truth", "False")),
        *(("word", "trade"), ("gaps", "They met in Seoul in 2023."), ("length", "9.5 km")),
        *(("who", "Sullivan → United States"), ("steps", "first"), ("years", "1993 treaty")),
        ("why", "They feared missiles."),
    ],
)
def test_each_answer_is_a_tap_away(quiz: PracticePage, name: str, right: str) -> None:
    answer = quiz.question(name).locator(".ans")
    expect(answer.locator(".right")).to_be_hidden()
    answer.get_by_text("Answer").click()
    expect(answer.locator(".right")).to_contain_text(right)
    expect(answer.locator(".right")).to_be_visible()


def test_places_and_pairs_can_be_noted(quiz: PracticePage) -> None:
    quiz.question("steps").get_by_label("Place of: second").select_option("2")
    quiz.question("who").get_by_label("Cho").select_option("South Korea")
    expect(quiz.page.locator("#result")).to_be_hidden()


def test_the_passage_is_a_tap_away(quiz: PracticePage) -> None:
    quiz.page.get_by_role("link", name="Passage").click()
    expect(quiz.page.get_by_text("Three advisers sat down in Seoul.")).to_be_in_viewport()
    quiz.page.get_by_role("link", name="Questions").click()
    expect(quiz.page.get_by_role("heading", name="The talks").first).to_be_in_viewport()


def test_a_page_without_a_key_calls_no_option_wrong(browser: Browser, tmp_path: Path) -> None:
    keyless = PracticePage(browser, build_page(tmp_path, more="key: none"), script=False)
    for name, option in (("city", "Seoul"), ("city", "Tokyo"), ("partners", "Japan")):
        keyless.question(name).get_by_label(option).check()
        assert keyless.mark_of(name, option) == "none"
    keyless.context.close()
    assert keyless.faults == []
