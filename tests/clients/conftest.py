"""A browser for all tests of cards, and Anki's two ways of showing a card in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from support.browser import CHROMIUM, Reviewer


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
