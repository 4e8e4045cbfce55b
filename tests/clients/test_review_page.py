"""The review page in a real browser: by keyboard, for everybody, and with nothing from outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support import PIXEL
from support.preview_page import violations

from quizgen.commands.grade.attempts import PageDecisions
from quizgen.commands.grade.kept import read_decisions
from quizgen.commands.grade.review import review_page
from quizgen.commands.grade.review_entries import Entry

OPTIONS = (("2", "A: Seoul"), ("0", "B: <script>alert(1)</script>"), ("1", "C: Rome & Bern"))
ENTRIES = [
    Entry("scan.pdf#1", 4, "Question 1", "a faint mark", OPTIONS, ("0",), crop="crop"),
    Entry("scan.pdf#1", 5, "Question 2", "more than one mark", OPTIONS, ("2", "0")),
    Entry("scan.pdf#1", 6, "Question 3", "a faint mark", OPTIONS, (), is_several=True),
    Entry("scan.pdf#2", None, "Whose page is this?", "no number is filled in", crop="crop"),
]


@pytest.fixture
def page(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    path = tmp_path / "review.html"
    path.write_bytes(review_page(ENTRIES, lambda name: PIXEL))
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    yield page
    assert faults == []
    page.close()


def saved(page: Page, folder: Path) -> dict[str, object]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save").click()
    assert download.value.suggested_filename == "decisions.json"
    download.value.save_as(folder / "decisions.json")
    assert read_decisions(folder / "decisions.json") is not None
    pages: dict[str, object] = json.loads((folder / "decisions.json").read_text("utf-8"))["pages"]
    return pages


def test_all_is_decided_by_the_keyboard(page: Page, tmp_path: Path) -> None:
    page.keyboard.press("Enter")  # what was read
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    page.keyboard.press("3")
    page.keyboard.press("n")
    page.keyboard.type("17")
    assert page.get_by_role("status").inner_text() == "0 of 4 are open"
    assert saved(page, tmp_path) == {
        "scan.pdf#1": {"rows": {"4": ["0"], "5": ["1"], "6": ["2", "1"]}},
        "scan.pdf#2": {"pupil": "17"},
    }


def test_two_marks_are_never_taken_for_one(page: Page, tmp_path: Path) -> None:
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.keyboard.press("0")
    assert saved(page, tmp_path) == {"scan.pdf#1": {"rows": {"6": []}}}


def test_what_is_decided_is_there_after_the_page_was_closed(page: Page, tmp_path: Path) -> None:
    page.keyboard.press("2")
    page.reload()
    assert saved(page, tmp_path) == {"scan.pdf#1": {"rows": {"4": ["0"]}}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert violations(page) == []


def test_nothing_can_be_loaded_or_run_from_outside(page: Page) -> None:
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert page.locator("label").filter(has_text="<script>alert(1)</script>").count() == 3


def test_decisions_of_a_round_before_are_saved_again(browser: Browser, tmp_path: Path) -> None:
    hostile = '"></main><script>alert(1)</script>.pdf#1'
    before = {
        hostile: PageDecisions({2: ("1",)}, "'%%COUNT%%&quot;", is_dropped=True),
        "scan.pdf#1": PageDecisions({1: ("0",)}),
    }
    path = tmp_path / "review.html"
    path.write_bytes(review_page(ENTRIES, lambda name: PIXEL, before))
    page = browser.new_page()
    page.goto(path.as_uri())
    page.keyboard.press("2")
    saved(page, tmp_path)
    after = read_decisions(tmp_path / "decisions.json")
    assert after == {**before, "scan.pdf#1": PageDecisions({1: ("0",), 4: ("0",)})}
    page.close()


def test_the_key_of_a_figure_gives_as_many_points(browser: Browser, tmp_path: Path) -> None:
    points = tuple((str(n), str(n)) for n in range(4))
    rows = [
        Entry("scan.pdf#1", n, "Points", "none yet", points, is_digits=True, points=f"essay{n}")
        for n in range(3)
    ]
    path = tmp_path / "review.html"
    path.write_bytes(review_page(rows, lambda name: None))
    page = browser.new_page()
    page.goto(path.as_uri())
    for key in ("2", "n", "0", "n", "x"):
        page.keyboard.press(key)
    assert page.get_by_role("status").inner_text() == "1 of 3 are open"
    assert saved(page, tmp_path) == {"scan.pdf#1": {"rows": {"0": ["2"], "1": ["0"], "2": []}}}
    page.close()


def test_pages_are_settled_and_typed_answers_judged(browser: Browser, tmp_path: Path) -> None:
    points = tuple((str(n), str(n)) for n in range(3))
    details = (("Question", "<b>What</b> do they forbid?"), ("Right", "trade"), ("Typed", "a & b"))
    rows = [
        Entry(
            "scan.pdf#3", None, "Unread", "it is torn", (("drop", "ok"),), is_page=True, crop="x"
        ),
        Entry("codes.txt#1", 4, "Points", "no rule", points, is_digits=True, details=details),
    ]
    path = tmp_path / "review.html"
    path.write_bytes(review_page(rows, lambda name: PIXEL))
    page = browser.new_page()
    page.goto(path.as_uri())
    assert violations(page) == []
    assert page.locator("dd").all_inner_texts() == [text for _, text in details]
    page.keyboard.press("Enter")  # what was read is nothing: the page stays open
    page.keyboard.press("2")
    assert page.get_by_role("status").inner_text() == "1 of 2 are open"
    page.keyboard.press("p")
    page.keyboard.press("1")
    page.reload()
    expected = {"scan.pdf#3": {"drop": True}, "codes.txt#1": {"rows": {"4": ["2"]}}}
    assert saved(page, tmp_path) == expected
    page.close()


def test_the_key_h_adds_half_a_point_and_takes_it_back(browser: Browser, tmp_path: Path) -> None:
    points = tuple((str(n), str(n)) for n in range(4))
    rows = [
        Entry(
            "codes.txt#1", n, "Points", "no rule judges it", points, is_digits=True, has_half=True
        )
        for n in range(4)
    ]
    path = tmp_path / "review.html"
    path.write_bytes(review_page(rows, lambda name: None))
    page = browser.new_page()
    page.goto(path.as_uri())
    for key in ("2", "h", "n", "h", "n", "1", "h", "h", "n", "h", "h"):
        page.keyboard.press(key)
    assert page.get_by_role("status").inner_text() == "1 of 4 are open"
    page.reload()
    assert page.get_by_role("status").inner_text() == "1 of 4 are open"
    rows_saved = {"0": ["2", "0.5"], "1": ["0.5"], "2": ["1"]}
    assert saved(page, tmp_path) == {"codes.txt#1": {"rows": rows_saved}}
    assert violations(page) == []
    page.close()


def test_all_points_and_a_half_are_never_chosen_together(browser: Browser, tmp_path: Path) -> None:
    points = tuple((str(n), str(n)) for n in range(4))
    rows = [
        Entry("codes.txt#1", n, "Points", "no rule", points, is_digits=True, has_half=True)
        for n in range(4)
    ]
    path = tmp_path / "review.html"
    path.write_bytes(review_page(rows, lambda name: None))
    page = browser.new_page()
    page.goto(path.as_uri())
    for key in ("3", "h", "n", "h", "3", "n"):
        page.keyboard.press(key)
    for at, (first, second) in ((2, ("3", "0.5")), (3, ("0.5", "3"))):
        entry = page.locator(".entry").nth(at)
        for value in (first, second):
            entry.locator(f'input[value="{value}"]').click()
    assert page.get_by_role("status").inner_text() == "0 of 4 are open"
    rows_saved = {"0": ["0.5"], "1": ["3"], "2": ["0.5"], "3": ["3"]}
    assert saved(page, tmp_path) == {"codes.txt#1": {"rows": rows_saved}}
    page.close()
