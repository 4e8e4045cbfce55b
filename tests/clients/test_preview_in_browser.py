"""The preview in a real browser, while its project is being written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Frame, FrameLocator, Page, Route, expect
from support import CHOICE, write_bank, write_project
from support.paths import ROOT
from support.pixels import PNG
from support.preview import running

SAMPLE = ROOT
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

HOSTILE = r"""
- id: evil
  type: flashcard
  front: "</template></script><script>top.document.title='out'</script> <img src=x onerror=top.x=1>"
  back: "![a map](map.png) [a link](https://example.org/away)"
  reference: r
"""
UNSOURCED = "\n- {id: unsourced, type: flashcard, front: Veto, back: I forbid, difficulty: hard}\n"
MANY = "".join(
    f"- {{id: q{n}, type: flashcard, front: Number {n}, back: b, reference: r}}\n"
    for n in range(40)
)


class Preview:
    """An open preview page; `asked` are the addresses that it asked for, `faults` its errors."""

    def __init__(self, page: Page, url: str, root: Path) -> None:
        self.page, self.url, self.root = page, url, root
        self.asked: list[str] = []
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._hear)
        page.route("**/*", self._pass_on)
        page.goto(url)

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.faults.append(said.text)

    def _pass_on(self, route: Route) -> None:
        self.asked.append(route.request.url)
        route.continue_()

    def card(self, name: str, side: str = "Question") -> FrameLocator:
        return self.page.frame_locator(f'iframe[title^="{side} of {name}"]')

    def choose(self, name: str) -> None:
        self.page.get_by_role("radio", name=name).check(force=True)

    def save(self, questions: str) -> None:
        write_bank(self.root, questions)


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


def test_both_sides_of_a_card_are_drawn(preview: Preview) -> None:
    expect(preview.card("host-city").get_by_text("In which city did they meet?")).to_be_visible()
    options = preview.card("host-city").get_by_role("radio")
    expect(options).to_have_count(4)
    answer = preview.card("host-city", "Answer")
    expect(answer.locator(".key")).to_have_text("Seoul")
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
    turn.click()
    expect(page.get_by_role("button", name="Show question of q20:")).to_be_visible()
    page.wait_for_timeout(300)  # frames near the screen are still growing
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
    expect(preview.card("host-city", "Answer").locator(".wrong")).to_have_text("Tokyo")


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


def violations(place: Page | Frame) -> list[str]:
    """What axe-core finds in a page or a frame, without the frames in it.

    Best practices are for whole pages only: a frame needs no heading of its own.
    """
    levels = LEVELS if isinstance(place, Frame) else [*LEVELS, "best-practice"]
    options = {"runOnly": {"type": "tag", "values": levels}}
    found = Axe().run(place, options=options).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


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
    expect(preview.card("host-city", "Answer").locator(".key")).to_have_text("Seoul")


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
