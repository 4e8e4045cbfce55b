"""A browser for all tests of cards, and Anki's two ways of showing a card in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from support import CHOICE, write_bank, write_project
from support.browser import CHROMIUM, Reviewer
from support.pixels import PNG
from support.preview import running
from support.preview_page import Preview


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine; QUIZGEN_CHROMIUM can name one")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(params=["one page", "two pages"])
def reviewer(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Reviewer]:
    shown = Reviewer(browser, one_page=request.param == "one page")
    yield shown
    assert shown.errors == []
    shown.page.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """One preview for the tests that only need its page; each writes the project anew."""
    root = write_project(tmp_path_factory.mktemp("p"), media={"map.png": PNG})  # type: ignore[arg-type]
    with running(root) as url:
        yield url, root


@pytest.fixture
def preview(
    served: tuple[str, Path], browser: Browser, request: pytest.FixtureRequest
) -> Iterator[Preview]:
    url, root = served
    questions = getattr(request, "param", CHOICE)
    write_bank(root, questions)
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    opened = Preview(context.new_page(), url, root)
    expect(opened.page.locator("article")).to_have_count(questions.count("id: "))
    expect(opened.page.get_by_role("region", name="error")).to_have_count(0)
    yield opened
    context.close()
    assert opened.faults == []
