"""A stranger's bank on a practice page: nothing runs, nothing is asked for, all is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support import PIXEL
from support.practice_page import PracticePage, build_page

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onfocus=alert(3) x='"
QUOTED = EVIL.replace("'", "''")
BUTTONS = "button:visible:not([aria-disabled=true])"
HOSTILE = rf"""
- {{id: a, type: flashcard, front: 'f {QUOTED}', back: 'b {QUOTED}', reference: '{QUOTED}'}}
- id: b
  type: multiple_choice
  question: 'q {QUOTED}'
  answer: 'k {QUOTED}'
  distractors: [{{text: 'd {QUOTED}', rationale: 'r {QUOTED}'}}, '</style><style>*{{}}{QUOTED}']
  explain: 'e {QUOTED}'
  hint: 'h {QUOTED}'
  reference: r
- id: c
  type: short_answer
  question: q
  answer: '{QUOTED}'
  accept: ['x {QUOTED}']
  reference: r
- {{id: d, type: cloze, text: 'In {{{{c1::{QUOTED}::h {QUOTED}}}}}.', reference: r}}
- {{id: e, type: numeric, question: q, answer: 4, unit: '{QUOTED}', reference: r}}
- id: f
  type: matching
  question: q
  pairs: [{{premise: 'p {QUOTED}', response: 's {QUOTED}'}}, {{premise: p, response: '</select>'}}]
  reference: r
- id: g
  type: ordering
  question: q
  in_order: ['1 {QUOTED}', '</li>', '3 {{{{c1::x}}}}']
  reference: r
- {{id: h, type: essay, question: 'q </textarea>{QUOTED}', answer: 'm {QUOTED}', reference: r}}
- id: i
  type: flashcard
  front: '![" onerror="alert(4)](map.png){{width=40%}} style="width:9e9%;object-fit:contain"'
  back: '$\text{{</math><script>alert(5)</script>}}$'
  reference: r
"""


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("more", ["", "key: none"])
def test_a_hostile_bank_is_inert(browser: Browser, tmp_path: Path, script: bool, more: str) -> None:
    path = build_page(
        tmp_path,
        HOSTILE,
        f"title: '{QUOTED}'\ninstructions: '{QUOTED}'\n{more}",
        bank="math: true\n",
        passage=f"# T {EVIL}\n\n1. Para {EVIL}\n",
        media={"map.png": PIXEL},
    )
    quiz = PracticePage(browser, path, script=script)
    page = quiz.page
    expect(page.locator("article")).to_have_count(9)
    expect(page.get_by_role("heading", level=1)).to_contain_text(EVIL)
    expect(quiz.question("b").locator(".stem")).to_contain_text(f"q {EVIL}")
    expect(page.get_by_text(f"d {EVIL}")).to_be_visible()
    if script:
        assert page.locator("script").count() == 1
        assert page.locator("style").count() == 1
        handlers = "all => all.flatMap(one => [...one.attributes].map(a => a.name))"
        names = page.locator("*").evaluate_all(handlers)
        assert [name for name in names if name.startswith("on") or name == "style"] == []
        for button in page.locator(BUTTONS).all():
            if button.is_visible():
                button.click()
    page.wait_for_timeout(100)
    assert quiz.requests == [path.as_uri()]
    assert quiz.faults == []
    quiz.context.close()


def test_the_policy_stops_what_would_get_in(browser: Browser, tmp_path: Path) -> None:
    quiz = PracticePage(browser, build_page(tmp_path))
    asked: list[str] = []
    quiz.page.route("http**", lambda route: asked.append(route.request.url))
    quiz.page.evaluate(
        """() => {
            document.body.insertAdjacentHTML('beforeend', '<img src="https://example.org/x.png">'
              + '<img src=x onerror="window.ran = 1"><style>body { color: red }</style>'
              + '<form action="https://example.org"><button id=out></button></form>');
            const late = document.createElement('script');
            late.textContent = 'window.ran = 1';
            document.body.append(late);
            document.getElementById('out').click();
        }"""
    )
    quiz.page.wait_for_timeout(200)
    assert quiz.page.evaluate("window.ran") is None
    assert quiz.page.url.startswith("file:")
    assert asked == []
    assert len(quiz.faults) >= 4
    quiz.context.close()


def test_a_style_is_a_rule_of_the_page(browser: Browser, tmp_path: Path) -> None:
    table = "- id: t\n  type: flashcard\n  front: |\n    | a | b |\n    |:-:|--:|\n    | 1 | 2 |\n"
    table += "  back: '![m](map.png){width=40%}'\n  reference: r\n"
    quiz = PracticePage(browser, build_page(tmp_path, table, media={"map.png": PIXEL}))
    align = quiz.page.locator("td").first.evaluate("one => getComputedStyle(one).textAlign")
    assert align == "center"
    quiz.page.get_by_role("button", name="Show the answer").click()
    picture = quiz.page.get_by_role("img", name="m")
    expect(picture).to_have_js_property("naturalWidth", 1)
    assert picture.evaluate("one => getComputedStyle(one).objectFit") == "contain"
    quiz.context.close()
    assert quiz.faults == []
