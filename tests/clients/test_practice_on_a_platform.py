"""A page in SCORM 1.2 as a learning platform shows it: scorm-again keeps score and answers."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page
from support.clients import npm_packages
from support.practice_page import build_page

from tools.page_script import PACKAGES

FRAME = (
    '<!DOCTYPE html><script src="scorm.js"></script>'
    "<script>window.API = new Scorm12API({autocommit: false, logLevel: 5});</script>"
    '<iframe src="quiz.html" style="width:390px;height:700px"></iframe>'
)
QUESTIONS = """
- id: city
  type: multiple_choice
  question: In which city did they meet?
  answer: Seoul
  distractors: [Tokyo, Canberra]
  reference: r
- id: who-1
  type: matching
  question: Who?
  pairs: {Ann: north, Bo: south}
  points: 2
  reference: r
- {id: why, type: essay, question: Why?, answer: Because., reference: r}
"""


def files_of(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address at which the test's folder is served, on this computer alone."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def platform(browser: Browser, tmp_path: Path, served: str) -> Iterator[Page]:
    """A platform that shows the page of `QUESTIONS`."""
    build_page(tmp_path, QUESTIONS, "packages: scorm")
    files = files_of(tmp_path / "dist/talks/quiz-scorm.zip")
    script = npm_packages(PACKAGES) / "scorm-again/dist/scorm12.min.js"
    (tmp_path / "scorm.js").write_bytes(script.read_bytes())
    (tmp_path / "quiz.html").write_bytes(files["quiz.html"])
    (tmp_path / "index.html").write_text(FRAME, encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{served}/index.html")
    yield page
    page.close()


def kept(platform: Page) -> Any:
    """What the platform keeps of the page."""
    return platform.evaluate("JSON.parse(JSON.stringify(window.API.cmi))")


def test_a_platform_keeps_the_score_and_each_answer(platform: Page) -> None:
    quiz = platform.frame_locator("iframe")
    options = quiz.get_by_role("article").first.locator("label span").all_inner_texts()
    position = str([option.split()[0] for option in options].index("Seoul"))
    north = quiz.get_by_label("Ann").locator("option", has_text="north").get_attribute("value")
    quiz.get_by_label("Seoul").check()
    quiz.get_by_role("button", name="Check").nth(0).click()
    quiz.get_by_label("Ann").select_option(label="north")
    quiz.get_by_role("button", name="Check").click()

    first = kept(platform)
    assert first["core"]["score"]["raw"] == "66.67"
    assert first["core"]["lesson_status"] == "incomplete"
    quiz.get_by_role("article").nth(2).get_by_role("button", name="Show the answer").click()
    quiz.get_by_role("button", name="I knew it").click()
    last = kept(platform)
    assert last["core"]["lesson_status"] == "completed"
    assert last["core"]["score"] == {"min": "0", "max": "100", "raw": "66.67"}
    stored = [last["interactions"][str(at)] for at in range(3)]
    names = ("id", "type", "result", "weighting", "student_response")
    assert [[one[name] for name in names] for one in stored] == [
        ["city", "choice", "correct", "1", position],
        ["who_1", "matching", "0.5", "2", f"0.{north}"],
        ["why", "performance", "correct", "1", ""],
    ]
    assert platform.evaluate("window.API.lastErrorCode") in ("0", 0)


@pytest.mark.parametrize("name", ["Only what I got wrong", "All questions", "Start again"])
def test_later_rounds_do_not_change_the_score(platform: Page, name: str) -> None:
    quiz = platform.frame_locator("iframe")
    city, who, why = (quiz.get_by_role("article").nth(at) for at in range(3))

    def check(place: str) -> None:
        city.get_by_label(place).check()
        city.get_by_role("button", name="Check").click()

    check("Tokyo")
    assert kept(platform)["core"]["score"]["raw"] == "0"
    quiz.get_by_role("button", name=name).click()
    check("Seoul")
    assert quiz.locator("#result .total").inner_text().startswith("1 of ")
    core = kept(platform)["core"]
    assert (core["score"]["raw"], core["lesson_status"]) == ("0", "incomplete")
    quiz.get_by_role("button", name="All questions").click()
    who.get_by_label("Ann").select_option(label="north")
    who.get_by_label("Bo").select_option(label="south")
    who.get_by_role("button", name="Check").click()
    why.get_by_role("button", name="Show the answer").click()
    why.get_by_role("button", name="Not yet").click()
    core = kept(platform)["core"]
    assert (core["score"]["raw"], core["lesson_status"]) == ("66.67", "completed")


@pytest.mark.parametrize("name", ["quiz-scorm.zip", "quiz.imscc"])
def test_a_package_names_its_page(tmp_path: Path, name: str) -> None:
    build_page(tmp_path, QUESTIONS, "packages: [scorm, common-cartridge]\ntitle: A & <B>")
    files = files_of(tmp_path / "dist/talks" / name)
    assert list(files) == ["imsmanifest.xml", "quiz.html"]
    root = ElementTree.fromstring(files["imsmanifest.xml"])
    resources = [node.get("href") for node in root.iter() if node.tag.endswith("}file")]
    assert resources == ["quiz.html"]
    titles = [node.text for node in root.iter() if node.tag.endswith("}title")]
    assert "A & <B>" in titles


def test_only_a_page_for_a_platform_looks_for_one(tmp_path: Path) -> None:
    page = build_page(tmp_path, QUESTIONS, "packages: [scorm, common-cartridge]")
    inside = files_of(tmp_path / "dist/talks/quiz-scorm.zip")["quiz.html"]
    cartridge = files_of(tmp_path / "dist/talks/quiz.imscc")["quiz.html"]
    assert b"LMSInitialize" in inside
    assert page.read_bytes() == cartridge
    assert b"LMSInitialize" not in cartridge
