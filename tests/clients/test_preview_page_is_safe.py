"""The preview in a real browser: nothing leaves it, and everybody can use it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support import CHOICE, write_project
from support.preview import running
from support.preview_page import HOSTILE, SAMPLE, UNSOURCED, Preview, violations


@pytest.mark.parametrize("preview", [HOSTILE], indirect=True)
def test_what_an_author_writes_cannot_leave_its_card(preview: Preview) -> None:
    page = preview.page
    expect(preview.card("evil").get_by_text("<script>top.document.title")).to_be_visible()
    answer = preview.card("evil", "Answer")
    expect(answer.get_by_role("img", name="a map")).to_have_js_property("naturalWidth", 1)
    answer.get_by_text("a link").click()
    expect(answer.get_by_text("a link")).to_be_visible()
    assert page.title() == "Talks – quizgen preview"
    # Even markup that got past every escape stays in its frame, and runs no script of its own.
    frame = page.frames[1]
    frame.evaluate(
        "qa.innerHTML = '<img src=data:, onerror=\"document.body.dataset.ran = 1\">'"
        "+ '<script>document.body.dataset.ran = 1</' + 'script>';"
        "const late = document.createElement('script');"
        "late.textContent = 'document.body.dataset.ran = 1'; qa.append(late)"
    )
    page.wait_for_timeout(200)
    assert frame.evaluate("document.body.dataset.ran") is None
    assert frame.evaluate("try { top.document.title } catch (error) { error.name }") == (
        "SecurityError"
    )
    page.goto("about:blank")
    preview.faults.clear()  # the policy says what it stopped


def test_no_request_leaves_the_page(tmp_path: Path, browser: Browser) -> None:
    for folder in ("question_bank", "decks"):
        shutil.copytree(SAMPLE / folder, tmp_path / folder)
    page = browser.new_page()
    with running(tmp_path) as url:
        shown = Preview(page, url, tmp_path)
        shown.card("host-country").get_by_text("Which country").wait_for()
        assert set(shown.asked) == {url}  # cards and findings come through the page's own address
        shown.choose("Worksheets")
        expect(page.get_by_role("img").first).to_have_js_property("complete", True)
        assert {asked for asked in shown.asked if not asked.startswith(url)} == set()
        assert shown.faults == []
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(tmp_path: Path, browser: Browser, scheme: str, width: int) -> None:
    root = write_project(tmp_path, CHOICE + UNSOURCED)
    (root / "decks" / "other.yaml").write_text("bank: talks\nanki: {deck: Other}\n")
    viewport = {"width": width, "height": 800}
    page = browser.new_page(color_scheme=scheme, viewport=viewport)  # type: ignore[arg-type]
    with running(root) as url:
        shown = Preview(page, url, root)
        shown.card("host-city").get_by_text("they meet?").wait_for()
        if width == 320:
            page.get_by_text("Find and display").click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        shown.choose("On request")
        shown.save(CHOICE.replace("answer: Seoul", "answr: Seoul"))
        page.get_by_role("region", name=re.compile("1 error")).wait_for()
        assert violations(page) == []
        shown.choose("Worksheets")
        page.get_by_label("Deck file").select_option("talks")
        page.get_by_role("img").first.wait_for()
        assert violations(page) == []
        page.close()


@pytest.mark.parametrize("theme", ["Light", "Night"])
def test_axe_finds_nothing_in_the_frames_of_cards(preview: Preview, theme: str) -> None:
    preview.choose(theme)
    for side in ("Question", "Answer"):
        preview.card("host-city", side).get_by_text("they meet?").wait_for()
    frames = preview.page.frames[1:]
    assert len(frames) == 2
    assert [violations(frame) for frame in frames] == [[], []]


def test_all_of_it_by_keyboard(preview: Preview) -> None:
    page = preview.page
    preview.card("host-city").get_by_text("they meet?").wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the questions")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Cards")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Find text")).to_be_focused()
    page.get_by_role("radio", name="Beside").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="On request")).to_be_checked()
    page.keyboard.press("Tab")
    expect(preview.card("host-city").get_by_role("radio").first).to_be_focused()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show answer of")).to_be_focused()
    page.keyboard.press("Enter")
    expect(preview.card("host-city", "Answer").locator(".key")).to_contain_text("Seoul")


def test_the_page_says_when_the_preview_has_ended(tmp_path: Path, browser: Browser) -> None:
    page = browser.new_page()
    with running(write_project(tmp_path)) as url:
        page.goto(url)
        page.frame_locator("iframe").first.locator(".stem").wait_for()
        expect(page.get_by_text("The preview has stopped")).to_be_hidden()
    expect(page.get_by_text("The preview has stopped")).to_be_visible()
    expect(page.frame_locator("iframe").first.get_by_text("they meet?")).to_be_visible()
    page.close()


def test_one_deck_or_another(tmp_path: Path, browser: Browser) -> None:
    root = write_project(tmp_path, CHOICE + UNSOURCED)
    (root / "decks" / "other.yaml").write_text(
        "bank: talks\nanki: {deck: Other, types: [flashcard]}\n"
    )
    page = browser.new_page()
    with running(root) as url:
        page.goto(url)
        expect(page.locator("article h3")).to_have_text(["unsourced"])
        page.get_by_label("Deck file").select_option("talks")
        expect(page.locator("article h3")).to_have_text(["host-city", "unsourced"])
        expect(page.get_by_role("heading", level=1)).to_have_text("Talks")
        page.close()
