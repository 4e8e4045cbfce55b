"""QTI 3 played in Chromium by the components of Citolab, for every question type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route
from support.clients import npm_packages
from support.qti import Answer, items, package, right_answers, wrong_answers

from quizgen.readers.question_types import QUESTION_TYPES

MANIFEST = Path(__file__).with_name("qti.json")
COMPONENTS = "@citolab/qti-components/cdn/index.js"
PAGE = """<!doctype html><meta charset="utf-8"><main></main><script type="module">
import {qtiTransformItem} from "/index.js";
window.load = async (xml) => {
  const main = document.querySelector("main");
  main.replaceChildren(qtiTransformItem().parse(xml).htmlDoc());
  window.item = main.querySelector("qti-assessment-item");
  await item.updateComplete;
  await new Promise((done) => setTimeout(done, 20));
};
window.score = (answers) => {
  item.resetResponses();
  for (const [name, value] of Object.entries(answers)) item.updateResponseVariable(name, value);
  item.processResponse();
  return ["SCORE", "MAXSCORE"].map((name) => Number(item.getOutcome(name).value));
};
</script>"""
SCORED = [one for one in QUESTION_TYPES if one.name != "essay"]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    components = npm_packages(MANIFEST) / COMPONENTS
    opened = browser.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))

    def answer(route: Route) -> None:
        if route.request.url.endswith("index.js"):
            route.fulfill(path=components, content_type="text/javascript")
        else:
            route.fulfill(body=PAGE, content_type="text/html")

    opened.route("**/*", answer)
    opened.goto("http://qti.test/")
    opened.wait_for_function("() => !!window.load")
    yield opened
    assert faults == []
    opened.close()


def _load(page: Page, xml: bytes) -> None:
    page.evaluate("xml => load(xml)", xml.decode("utf-8"))


def _score(page: Page, answers: dict[str, Answer]) -> tuple[float, float]:
    score, most = page.evaluate("answers => score(answers)", answers)
    return score, most


@pytest.mark.parametrize("question_type", SCORED, ids=lambda one: one.name)
def test_the_right_answer_scores_full_and_each_wrong_one_less(
    page: Page, tmp_path: Path, question_type: Any
) -> None:
    (xml,) = items(package(tmp_path, question_type.example))
    _load(page, xml)
    score, most = _score(page, right_answers(xml))
    assert score == most > 0
    wrong = list(wrong_answers(xml))
    assert wrong
    assert [answers for answers in wrong if _score(page, answers)[0] >= most] == []
    assert _score(page, {}) == (0, most)


def test_points_are_shared_out_without_a_rest(page: Page, tmp_path: Path) -> None:
    gaps = "- {id: q, reference: r, type: cloze, points: 7, text: '{{c1::a}} {{c2::b}} {{c3::c}}'}"
    (xml,) = items(package(tmp_path, gaps))
    _load(page, xml)
    assert _score(page, right_answers(xml)) == (7, 7)
    one_wrong, _ = _score(page, {**right_answers(xml), "RESPONSE1": "x"})
    assert one_wrong == pytest.approx(14 / 3, abs=0.001)  # it rounds


@pytest.mark.parametrize(
    ("question", "answer", "scores"),
    [
        ("type: short_answer, question: Q?, answer: Seoul, accept: [Soul]", "soul", 1),
        ("type: short_answer, question: Q?, answer: Seoul, case: exact", "seoul", 0),
        ("type: short_answer, question: Q?, answer: Seoul, case: exact", "Seoul", 1),
        ("type: short_answer, question: Q?, answer: 'a<b&]]>c'", "a<b&]]>c", 1),
        ("type: numeric, question: Q?, answer: 0.3, tolerance: 0.1", "0.4", 1),
        ("type: numeric, question: Q?, answer: 0.3, tolerance: 0.1", "0.2", 1),
        ("type: numeric, question: Q?, answer: 0.3, tolerance: 0.1", "0.41", 0),
        ("type: numeric, question: Q?, answer: -5", "-5", 1),
    ],
)
def test_what_counts_as_right(
    page: Page, tmp_path: Path, question: str, answer: str, scores: int
) -> None:
    (xml,) = items(package(tmp_path, f"- {{id: q, reference: r, {question}}}"))
    _load(page, xml)
    assert _score(page, {"RESPONSE": answer}) == (scores, 1)


def test_hostile_text_is_text(page: Page, tmp_path: Path) -> None:
    wild = "<img src=x onerror=alert(1)> ]]> &amp; {{x}} </qti-prompt>"
    (xml,) = items(
        package(
            tmp_path,
            f"- id: q\n  reference: r\n  type: multiple_choice\n  question: '`{wild}`'\n"
            f"  answer: '`{wild}` 1'\n  distractors: ['2']\n",
        )
    )
    _load(page, xml)
    assert wild in page.inner_text("qti-prompt")
    assert page.locator("main img").count() == 0
