"""The preview in a real browser, while its project is being written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support import CHOICE, write_project
from support.preview import running
from support.preview_page import MANY, UNSOURCED, Preview


def test_both_sides_of_a_card_are_drawn(preview: Preview) -> None:
    expect(preview.card("host-city").get_by_text("In which city did they meet?")).to_be_visible()
    options = preview.card("host-city").get_by_role("radio")
    expect(options).to_have_count(4)
    answer = preview.card("host-city", "Answer")
    expect(answer.locator(".key")).to_contain_text("Seoul")
    expect(answer.get_by_text("sat down in Seoul")).to_be_visible()


def test_a_frame_is_as_high_as_its_card(preview: Preview) -> None:
    preview.card("host-city", "Answer").locator(".source").wait_for()
    height = preview.page.locator('iframe[title^="Answer"]').evaluate("frame => frame.clientHeight")
    inside = (
        preview.card("host-city", "Answer").locator("html").evaluate("html => html.scrollHeight")
    )
    assert abs(height - inside) <= 1


def test_a_save_changes_the_card(preview: Preview) -> None:
    preview.card("host-city").get_by_text("they meet?").wait_for()
    preview.save(CHOICE.replace("did they meet", "were the talks"))
    expect(preview.card("host-city").get_by_text("In which city were the talks?")).to_be_visible()
    expect(preview.page.get_by_role("status")).to_contain_text("host-city")


@pytest.mark.parametrize("preview", [MANY], indirect=True)
def test_a_save_moves_nothing_and_turns_no_card_back(preview: Preview) -> None:
    page = preview.page
    preview.choose("On request")
    turn = page.get_by_role("button", name="Show answer of q20:")
    turn.scroll_into_view_if_needed()
    preview.wait_until_still()
    turn.press("Enter")
    expect(page.get_by_role("button", name="Show question of q20:")).to_be_visible()
    preview.wait_until_still()
    before = page.locator("article", has_text="q20").bounding_box()
    preview.save(MANY.replace("Number 22", "Number twenty-two").replace("Number 1,", "Number one,"))
    expect(preview.card("q22").get_by_text("twenty-two")).to_be_visible()
    expect(page.get_by_role("button", name="Show question of q20:")).to_be_visible()
    after = page.locator("article", has_text="q20").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2


def test_a_broken_save_is_told_and_the_last_view_stays(preview: Preview) -> None:
    preview.card("host-city").get_by_text("they meet?").wait_for()
    preview.save(CHOICE.replace("answer: Seoul", "answr: Seoul"))
    errors = preview.page.get_by_role("region", name=re.compile("1 error: .* before the last save"))
    expect(errors).to_contain_text("did you mean 'answer'?")
    expect(errors).to_contain_text("question_bank/talks/people.yaml:6:3")
    expect(preview.card("host-city").get_by_text("they meet?")).to_be_visible()
    preview.save(CHOICE)
    expect(errors).to_be_hidden()


@pytest.mark.parametrize("preview", [CHOICE + UNSOURCED], indirect=True)
def test_a_finding_stands_with_its_question(preview: Preview) -> None:
    found = preview.page.locator("article", has_text="no-source")
    expect(found.get_by_role("heading", name="unsourced")).to_be_visible()
    expect(found).to_contain_text("nothing says where the answer to 'unsourced' comes from")
    expect(preview.page.locator("#count")).to_have_text("2 questions, 2 cards, 1 finding")


@pytest.mark.parametrize("preview", [CHOICE + UNSOURCED], indirect=True)
def test_search_and_filters(preview: Preview) -> None:
    page = preview.page
    names = page.locator("article h3:visible")
    expect(names).to_have_count(2)
    page.get_by_label("Find text").fill("FORBID veto")
    expect(names).to_have_text(["unsourced"])
    page.get_by_label("Find text").fill("nowhere to be found")
    expect(names).to_have_count(0)
    page.get_by_role("button", name="Show all questions").click()
    expect(names).to_have_count(2)
    page.get_by_label("Type").select_option("multiple choice")
    expect(names).to_have_text(["host-city"])
    page.get_by_label("Type").select_option("All types")
    page.get_by_label("Difficulty").select_option("hard")
    expect(names).to_have_text(["unsourced"])
    page.get_by_label("Difficulty").select_option("Any")
    page.get_by_label("Only with findings").check()
    expect(names).to_have_text(["unsourced"])
    preview.save(CHOICE + UNSOURCED.replace("I forbid", "I forbid, reference: r"))
    expect(names).to_have_count(0)


@pytest.mark.parametrize("preview", [MANY], indirect=True)
def test_the_news_lead_to_the_question_whatever_is_shown(preview: Preview) -> None:
    page = preview.page
    changed = page.locator('[id="q-talks/q30"]')
    sheet = page.locator("section.sheet").first
    before = sheet.get_attribute("data-digest")
    assert before
    preview.save(MANY.replace("Number 30", "Number thirty"))
    expect(sheet).not_to_have_attribute("data-digest", before)
    preview.choose("Worksheets")
    page.get_by_role("status").get_by_role("link", name="q30").click()
    expect(changed).to_be_in_viewport()
    page.get_by_role("searchbox").fill("q1")
    expect(changed).to_be_hidden()
    page.get_by_role("status").get_by_role("link", name="q30").click()
    expect(changed).to_be_in_viewport()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.locator("article:visible")).to_have_count(40)


def test_night_and_phone(preview: Preview) -> None:
    body = preview.card("host-city").locator("body")
    expect(body).to_have_css("background-color", "rgb(255, 255, 255)")
    preview.choose("Night")
    expect(body).to_have_css("background-color", "rgb(27, 32, 38)")
    preview.choose("Phone")
    frame = preview.page.locator('iframe[title^="Question"]')
    assert frame.evaluate("frame => frame.clientWidth") == 375


def test_cards_follow_the_system_at_night(tmp_path: Path, browser: Browser) -> None:
    page = browser.new_page(color_scheme="dark")
    with running(write_project(tmp_path)) as url:
        shown = Preview(page, url, tmp_path)
        expect(page.get_by_role("radio", name="Night")).to_be_checked()
        body = shown.card("host-city").locator("body")
        expect(body).to_have_css("background-color", "rgb(27, 32, 38)")
        page.close()


def test_an_option_that_was_chosen_is_judged_when_the_card_is_turned(preview: Preview) -> None:
    preview.choose("On request")
    preview.card("host-city").get_by_text("Tokyo").click()
    preview.page.get_by_role("button", name="Show answer of").click()
    expect(preview.card("host-city", "Answer").locator(".wrong")).to_contain_text("Tokyo")


def test_worksheet_pages_are_pictures_of_the_pdf(preview: Preview) -> None:
    page = preview.page
    preview.choose("Worksheets")
    pages = page.get_by_role("img", name=re.compile("^Page 1 of 1 of sheet"))
    expect(pages).to_have_count(2)
    expect(pages.first).to_have_js_property("naturalWidth", 1191)
    before = pages.first.get_attribute("src")
    preview.save(CHOICE.replace("they meet", "the talks begin"))
    expect(pages.first).not_to_have_attribute("src", before or "")
    expect(pages.first).to_have_js_property("naturalWidth", 1191)
