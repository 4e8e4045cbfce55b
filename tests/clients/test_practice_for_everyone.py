"""Practice pages without a mouse, by touch, on small and dark screens, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from support.practice_page import PracticePage, build_page
from support.preview_page import violations

ARABIC = """
- id: where
  type: multiple_choice
  question: أين اجتمعوا؟
  answer: سيول
  distractors: [طوكيو, "NATO, in Brussels"]
  reference: r
"""
SMALLEST = 44
"""Pixels that a target has at least, each way (WCAG 2.2, 2.5.5)."""
TARGETS = """() => [...document.querySelectorAll(
    'button, summary, select, input[type=text], [role] > label, label.button, .bar a')]
  .filter(one => one.checkVisibility())
  .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
  .filter(([_, box]) => box.width < 44 || box.height < 44)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
SCREENS: list[dict[str, Any]] = [
    {"viewport": {"width": 320, "height": 256}, "color_scheme": "light"},
    {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    {"viewport": {"width": 1280, "height": 800}, "forced_colors": "active"},
]
"""The smallest is 1280 by 1024 at a zoom of 400 %."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_page(tmp_path_factory.mktemp("practice"))


@pytest.fixture
def quiz(browser: Browser, path: Path, request: pytest.FixtureRequest) -> Iterator[PracticePage]:
    opened = PracticePage(browser, path, **getattr(request, "param", {}))
    yield opened
    opened.context.close()
    assert opened.faults == []


def answer_some(quiz: PracticePage) -> None:
    quiz.question("city").get_by_label("Tokyo").check()
    quiz.question("gaps").locator("input").first.fill("Seoul")
    quiz.question("who").get_by_label("Cho").select_option(label="Australia")
    for name in ("city", "gaps", "who", "steps"):
        quiz.check(name)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_axe_finds_nothing_on_any_screen(
    browser: Browser, path: Path, screen: dict[str, Any]
) -> None:
    quiz = PracticePage(browser, path, **screen)
    assert violations(quiz.page) == []
    answer_some(quiz)
    assert violations(quiz.page) == []
    assert quiz.page.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]
    assert quiz.page.evaluate(TARGETS) == []
    quiz.question("city").get_by_role("link", name="sat down").click()
    assert violations(quiz.page) == []
    quiz.context.close()
    assert quiz.faults == []


def test_the_keyboard_alone_answers(quiz: PracticePage) -> None:
    press = quiz.page.keyboard.press
    quiz.question("city").get_by_role("radio").first.focus()
    for _ in range(3):
        if quiz.question("city").get_by_label("Seoul").is_checked():
            break
        press("ArrowDown")
    press("Tab")
    press("Enter")
    assert quiz.verdict("city") == "✓ right"
    expect(quiz.question("city").get_by_text("Answer", exact=True)).to_be_focused()
    quiz.question("word").get_by_role("textbox").focus()
    quiz.page.keyboard.type("trade")
    press("Enter")
    assert quiz.verdict("word") == "✓ right"
    before = quiz.order("steps")
    quiz.question("steps").get_by_role("button", name=f"Move down: {before[0]}").focus()
    press("Enter")
    press("Space")
    assert quiz.order("steps") == [before[1], before[2], before[0]]
    expect(quiz.question("steps").locator(".heard")).to_have_text("Place 3 of 3")
    focused = quiz.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == f"Move down: {before[0]}"


@pytest.mark.parametrize("quiz", [{"has_touch": True, "is_mobile": True}], indirect=True)
def test_a_finger_answers(quiz: PracticePage) -> None:
    quiz.question("city").get_by_text("Seoul", exact=True).first.tap()
    quiz.question("city").get_by_role("button", name="Check").tap()
    assert quiz.verdict("city") == "✓ right"
    first = quiz.order("steps")[0]
    quiz.question("steps").get_by_role("button", name=f"Move down: {first}").tap()
    assert quiz.order("steps")[1] == first


def test_a_screen_reader_hears_what_is_right(quiz: PracticePage) -> None:
    answer_some(quiz)
    expect(quiz.question("city").get_by_role("status")).to_contain_text("✗ wrong")
    gaps = quiz.question("gaps")
    expect(gaps.get_by_role("textbox", name="Gap 2: a year")).to_be_visible()
    assert gaps.get_by_role("img").evaluate_all(
        "signs => signs.map(sign => sign.getAttribute('aria-label'))"
    ) == ["right", "wrong"]
    expect(quiz.question("city").get_by_role("radiogroup")).to_have_accessible_name(
        "In which city did they meet?"
    )


def test_each_text_has_its_direction(browser: Browser, tmp_path: Path) -> None:
    quiz = PracticePage(browser, build_page(tmp_path, ARABIC, bank="language: ar\n"))
    page = quiz.page
    assert page.locator("html").get_attribute("dir") == "rtl"
    directions = page.locator("[role] > label span").evaluate_all(
        "texts => texts.map(text => [text.textContent, getComputedStyle(text).direction])"
    )
    assert {text[0]: way for text, way in directions} == {"س": "rtl", "ط": "rtl", "N": "ltr"}
    assert page.locator("html").get_attribute("lang") == "ar"
    field = page.locator("[role] > label input").first.bounding_box()
    option = page.locator("[role] > label").first.bounding_box()
    assert field is not None
    assert option is not None
    assert field["x"] > option["x"] + option["width"] / 2
    quiz.question("where").get_by_label("سيول").check()
    quiz.question("where").get_by_role("button").first.click()
    assert quiz.verdict("where") == "✓ صحيح"
    assert violations(page) == []
    quiz.context.close()


def test_paper_has_the_questions_and_no_answers(quiz: PracticePage) -> None:
    answer_some(quiz)
    quiz.page.emulate_media(media="print")
    expect(quiz.page.get_by_text("In which city did they meet?")).to_be_visible()
    expect(quiz.page.get_by_text("Three advisers sat down in Seoul.")).to_be_visible()
    for hidden in (
        ".ans",
        ".said",
        ".acts",
        ".sign",
        ".bar",
        "#result",
        "[role] > label i",
        ".hint",
    ):
        for element in quiz.page.locator(hidden).all():
            expect(element).to_be_hidden()
    assert quiz.mark_of("city", "Tokyo") == "none"
