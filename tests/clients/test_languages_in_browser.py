"""Formulas, and languages that read from the right or break lines in their own way."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.browser import Cards, Reviewer
from support.script_fonts import fonts

FORMULAS = r"""
- id: m
  type: multiple_choice
  question: 'Where is $x<y$?'
  answer: '$\frac{a}{b}$'
  distractors:
  - '$x</script>y$ `${z}`'
  - '`$b$` ${x} $\text{`}$ \$5'
  - '$\{{c1::z}\}$'
  reference: r
"""
SHOWN = {
    r"\(\frac{a}{b}\)",
    r"\(x</script>y\) ${z}",
    r"$b$ ${x} \(\text{`}\) $5",
    r"\(\{{c1::z}\}\)",
}


def test_formulas_reach_mathjax_whole_in_every_order(tmp_path: Path, reviewer: Reviewer) -> None:
    """What stands on the page is what MathJax reads: one text with its delimiters."""
    front, back = Cards(tmp_path, FORMULAS, "math: true\n").sides["m"]
    for _ in range(50):
        reviewer.show(front)
        assert r"Where is \(x<y\)?" in reviewer.page.locator(".stem").inner_text()
        order = reviewer.texts()
        assert set(order) == SHOWN
        reviewer.show(back)
        assert reviewer.texts() == order
        assert reviewer.classes(r"\frac") >= {"key"}


ARABIC = """
- {id: o, type: ordering, question: رتب., in_order: [أولا, ثانيا, UN], reference: r}
- {id: e, type: essay, question: اشرح., answer: لأن, rubric: {سبب: 1}, reference: r}
- {id: m, type: multiple_choice, question: أين؟, answer: نيويورك, distractors: [UN], reference: r}
"""


@pytest.mark.parametrize(("language", "right"), [("ar", True), ("ar-EG", True), ("en", False)])
def test_cards_go_from_right_to_left(
    language: str, right: bool, tmp_path: Path, reviewer: Reviewer
) -> None:
    for needed in ("NotoSans-Regular", "NotoNaskhArabic"):  # other fonts are wider than the screen
        fonts(needed)
    cards = Cards(tmp_path, ARABIC, f"language: {language}\n")
    reviewer.page.set_viewport_size({"width": 390, "height": 700})
    for sides in cards.sides.values():
        for side in sides:
            reviewer.show(side)
            page = reviewer.page
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            root = page.locator(".quizgen")
            assert root.get_attribute("lang") == language
            direction = root.evaluate("element => getComputedStyle(element).direction")
            assert direction == ("rtl" if right else "ltr")
            for item in page.locator("li").all():
                box = item.bounding_box()
                assert box is not None
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= 390


KOREAN = """
- {id: f, type: flashcard, front: 안전보장이사회의 상임이사국은 다섯, back: b,
    reference: r}
"""


@pytest.mark.parametrize(("language", "broken"), [("ko", False), ("en", True)])
def test_korean_words_stay_whole(
    language: str, broken: bool, tmp_path: Path, browser: Browser
) -> None:
    fonts("NotoSansCJK", "Nanum")  # without one, words are boxes that never break
    cards = Cards(tmp_path, KOREAN, f"language: {language}\n")
    reviewer = Reviewer(browser, one_page=True)
    reviewer.page.set_viewport_size({"width": 300, "height": 700})
    reviewer.show(cards.sides["f"][0])
    stem = reviewer.page.locator(".stem")
    whole = stem.evaluate(
        """element => {
            const text = element.firstChild, range = document.createRange();
            const tops = [];
            for (let at = 0; at < text.length; at += 1) {
                range.setStart(text, at); range.setEnd(text, at + 1);
                tops.push(range.getBoundingClientRect().top);
            }
            return tops.every((top, at) => !at || top === tops[at - 1] ||
                text.data[at] === ' ' || text.data[at - 1] === ' ');
        }"""
    )
    assert whole is not broken
    reviewer.page.close()
