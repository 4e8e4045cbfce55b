"""Practice over days: rounds, boxes that a corrected page keeps, progress in a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from support.practice_page import ONE_OF_EACH, PracticePage, build_page

MONDAY = datetime(2026, 3, 2, 12)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_page(tmp_path_factory.mktemp("practice"))


@pytest.fixture
def quiz(browser: Browser, path: Path) -> Iterator[PracticePage]:
    opened = PracticePage(browser, path)
    opened.page.clock.set_fixed_time(MONDAY)
    yield opened
    opened.context.close()
    assert opened.faults == []


def answer(quiz: PracticePage, name: str, right: bool) -> str:
    """Answer ``city`` or ``truth``, and give back what the page says about its box."""
    label = {"city": ("Tokyo", "Seoul"), "truth": ("True", "False")}[name][right]
    quiz.question(name).get_by_label(re.compile(f"^{label}")).check()
    quiz.check(name)
    return quiz.question(name).locator(".said").inner_text().partition(" · ")[2]


def when(days: int) -> str:
    return "tomorrow" if days == 1 else f"in {days} days"


def in_view(page: Page) -> list[str]:
    names: list[str] = page.locator("article").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.i)"
    )
    return names


def press(quiz: PracticePage, name: str) -> None:
    quiz.page.locator("#result").get_by_role("button", name=name).click()


def on_day(quiz: PracticePage, days: int) -> None:
    quiz.page.clock.set_fixed_time(MONDAY + timedelta(days=days))
    quiz.page.reload()


def test_what_is_right_comes_later_and_what_is_wrong_tomorrow(quiz: PracticePage) -> None:
    days = 0
    for box, wait in enumerate((1, 2, 4, 8, 16, 16), 1):
        assert answer(quiz, "city", True) == f"Box {min(box, 5)} of 5, next: {when(wait)}"
        days += wait
        on_day(quiz, days)
    assert answer(quiz, "city", False) == "Box 1 of 5, next: tomorrow"


def test_twice_on_a_day_counts_once(quiz: PracticePage) -> None:
    assert answer(quiz, "city", True) == "Box 1 of 5, next: tomorrow"
    on_day(quiz, 0)
    assert answer(quiz, "city", True) == "Box 1 of 5, next: tomorrow"


def test_only_what_is_due(quiz: PracticePage) -> None:
    answer(quiz, "city", True)
    press(quiz, "Only what is due today")
    assert "city" not in in_view(quiz.page)
    assert "truth" in in_view(quiz.page)
    on_day(quiz, 1)
    press(quiz, "Only what is due today")
    assert "city" in in_view(quiz.page)


def test_only_what_was_wrong_is_asked_again(quiz: PracticePage) -> None:
    expect(quiz.page.get_by_role("button", name="Only what I got wrong")).to_be_disabled()
    answer(quiz, "city", False)
    answer(quiz, "truth", True)
    press(quiz, "Only what I got wrong")
    assert in_view(quiz.page) == ["city"]
    expect(quiz.question("city").locator(".ans")).to_be_hidden()
    expect(quiz.question("city").get_by_label("Tokyo")).not_to_be_checked()
    assert quiz.mark_of("city", "Seoul") == "none"
    answer(quiz, "city", True)
    assert quiz.total == "1 of 1 points"
    press(quiz, "All questions")
    assert len(in_view(quiz.page)) == ONE_OF_EACH.count("id: ")


def test_a_corrected_page_keeps_the_boxes(browser: Browser, tmp_path: Path) -> None:
    page = build_page(tmp_path)
    quiz = PracticePage(browser, page)
    quiz.page.clock.set_fixed_time(MONDAY)
    answer(quiz, "city", True)
    corrected = ONE_OF_EACH.replace("they meet?", "the advisers meet?")
    corrected = corrected.replace("id: city\n", "id: town\n  renamed_from: city\n")
    build_page(tmp_path, corrected)
    on_day(quiz, 1)
    expect(quiz.page.get_by_text("In which city did the advisers meet?")).to_be_visible()
    assert answer(quiz, "city", True) == "Box 2 of 5, next: in 2 days"
    quiz.context.close()
    assert quiz.faults == []


def test_progress_goes_into_a_file_and_back(
    quiz: PracticePage, browser: Browser, path: Path, tmp_path: Path
) -> None:
    answer(quiz, "city", True)
    with quiz.page.expect_download() as download:
        press(quiz, "Save progress")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.name == "quiz-progress.json"
    other = PracticePage(browser, path)
    other.page.clock.set_fixed_time(MONDAY + timedelta(days=1))
    other.page.locator(".load").set_input_files(saved)
    expect(other.page.get_by_text("Progress loaded")).to_be_visible()
    assert answer(other, "city", True) == "Box 2 of 5, next: in 2 days"
    other.context.close()
    assert other.faults == []


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[1]", b"null", b'{"bank": "other", "boxes": {"city": [3, 99999]}}'),
        json.dumps({"bank": "talks", "boxes": [1]}).encode(),
    ],
)
def test_a_file_of_something_else_is_refused(quiz: PracticePage, content: bytes) -> None:
    quiz.page.locator(".load").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": content}
    )
    expect(quiz.page.get_by_text("This file holds no progress")).to_be_visible()


def test_boxes_that_are_none_are_left_out(quiz: PracticePage) -> None:
    boxes: dict[str, Any] = {"city": [9, 1], "truth": "x", "__proto__": [1, 1], "word": [2, 1]}
    content = json.dumps({"bank": "talks", "boxes": boxes}).encode()
    quiz.page.locator(".load").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": content}
    )
    expect(quiz.page.get_by_text("Progress loaded")).to_be_visible()
    assert answer(quiz, "city", True) == "Box 1 of 5, next: tomorrow"


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, path: Path) -> None:
    quiz = PracticePage(browser, path)
    notice = quiz.page.get_by_text("This browser keeps no progress")
    expect(notice).to_be_hidden()
    quiz.page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('refused', 'SecurityError'); } })"
    )
    quiz.page.reload()
    expect(notice).to_be_visible()
    assert answer(quiz, "city", True).startswith("Box 1")
    quiz.context.close()
    assert quiz.faults == []


def test_two_open_pages_keep_what_either_was_told(quiz: PracticePage, path: Path) -> None:
    other = quiz.context.new_page()
    other.goto(path.as_uri())
    answer(quiz, "city", True)
    quiz.page, first = other, quiz.page
    answer(quiz, "truth", True)
    third = quiz.context.new_page()
    third.goto(path.as_uri())
    kept = json.loads(third.evaluate("localStorage.getItem('quizgen:talks')"))
    assert {"city", "truth"} == set(kept)
    quiz.page = first


def test_the_summary_is_text(browser: Browser, path: Path) -> None:
    quiz = PracticePage(browser, path)
    quiz.page.evaluate(
        "navigator.share = (data) => { window.sent = data; return Promise.resolve() }"
    )
    answer(quiz, "city", False)
    answer(quiz, "truth", True)
    press(quiz, "Share as text")
    text = quiz.page.evaluate("window.sent.text").split("\n")
    assert text[0] == "The talks"
    assert "1 of" in text[1]
    assert "2: ✗" in text
    assert "4: ✓" in text
    assert "1: –" in text
    quiz.context.close()
