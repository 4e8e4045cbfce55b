"""MathJax, as Anki 26.9.3 sets it up, does nothing but set the formulas that quizgen lets through.

The attacks are tried without quizgen's guard first: a test in which nothing can happen shows
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support.clients import npm_packages

from quizgen.model.text import Math, Text, parse_text
from quizgen.model.text.tex import _commands, tex_fault
from quizgen.writers.anki.html import Html

PACKAGE = Path(__file__).with_name("mathjax.json")

ANKIS_SETTINGS = """
window.MathJax = {
  tex: {
    displayMath: [["\\\\[", "\\\\]"]],
    processEscapes: false, processEnvironments: false, processRefs: false,
    packages: {"[+]": ["noerrors", "mathtools", "mhchem"], "[-]": ["textmacros"]},
  },
  loader: {load: ["[tex]/noerrors", "[tex]/mathtools", "[tex]/mhchem"]},
  startup: {typeset: false},
};
"""
"""``js/mathjax.js`` of Anki, with mhchem, which it had until 25.9."""

ATTACKS = {
    "link": r"\href{javascript:window.hit=1}{c}",
    "token with a link": r'\mmlToken{mi}[href="javascript:window.hit=1"]{c}',
    "required package": r"\require{html}\href{javascript:window.hit=1}{c}",
    "style": r"\style{position:fixed;background:url(http://cards.test/leak)}{c}",
    "token with a style": r'\mmlToken{mi}[style="position:fixed"]{c}',
    "id": r"\cssId{evil}{c}",
    "id of a token": r'\mmlToken{mi}[id="evil"]{c}',
    "class": r"\class{evil}{c}",
}
"""What issue 15 names, and its nearest relatives."""

DONE = """() => {
  const all = [...document.querySelectorAll('#qa *')];
  const of = (name) => all.map((e) => e.getAttribute(name) || '').join(' ');
  return [
    all.some((e) => e.tagName == 'A' || e.hasAttribute('href')) && 'link',
    /evil/.test(of('id')) && 'id', /evil/.test(of('class')) && 'class',
    /fixed|url|evil/.test(of('style')) && 'style', window.hit && 'script',
  ].filter(Boolean);
}"""


SETTING = """all => all.map((tex) => {
  try { return MathJax.tex2mml(tex); } catch { return 'MathJax itself fails on this'; }
})"""


SETTLED = 100
"""Milliseconds in which a page asks for what its styles name."""


class Card:
    """A page that sets formulas as Anki does. `requests` are the addresses that it asked for."""

    def __init__(self, browser: Browser, mathjax: Path) -> None:
        self.page: Page = browser.new_page()
        self.requests: list[str] = []
        self.page.route("**/*", lambda route: route.abort())
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.set_content("<div id=qa></div>")
        self.page.add_script_tag(content=ANKIS_SETTINGS)
        self.page.add_script_tag(path=mathjax / "tex-chtml-full.js")
        self.page.wait_for_function("window.MathJax.typesetPromise !== undefined")
        self.page.evaluate("MathJax.startup.promise")
        self.requests.clear()

    def done(self, html: str) -> list[str]:
        """What `html`, once it is set, has beside signs: links, ids, classes, styles, requests."""
        self.page.evaluate("qa.innerHTML = ''")
        self.page.wait_for_timeout(SETTLED)
        self.requests.clear()  # that of the card before may have come late
        self.page.evaluate(
            "async html => { delete window.hit; qa.innerHTML = html; MathJax.texReset();"
            " await MathJax.typesetPromise([qa]);"
            " for (const link of qa.querySelectorAll('a')) link.click(); }",
            html,
        )
        self.page.wait_for_timeout(SETTLED)
        found: list[str] = self.page.evaluate(DONE)
        fonts = ("woff", "blob:")
        sent = [url for url in self.requests if not any(part in url for part in fonts)]
        self.requests.clear()
        return [*found, *(["request"] if sent else [])]


@pytest.fixture(scope="module")
def card(browser: Browser) -> Iterator[Card]:
    shown = Card(browser, npm_packages(PACKAGE) / "mathjax/es5")
    yield shown
    shown.page.close()


@pytest.mark.parametrize("tex", ATTACKS.values(), ids=ATTACKS)
def test_attacks_do_nothing_on_a_card(card: Card, tex: str) -> None:
    assert card.done(f"\\({tex}\\)") != [], "MathJax itself does not do this: no attack"
    text = parse_text(f"${tex}$ and $${tex}$$", math=True)
    assert {type(run) for run in text.runs} >= {Math}
    shown = Html({}).text(text)
    assert card.done(shown) == []
    assert card.page.locator("mjx-container").count() == 0
    assert tex in card.page.locator("#qa").inner_text()


def test_no_command_that_is_allowed_does_more_than_set_signs(card: Card) -> None:
    hostile = r"[href=javascript:a id=evil class=evil style=position:fixed]{evil}{evil}{c}"
    tries = [rf"\{name}{hostile}" for name in sorted(_commands() - {"begin", "end"})]
    allowed = [tex for tex in tries if tex_fault(tex) is None]
    assert len(allowed) > 3000
    set_in_mathml = card.page.evaluate(SETTING, allowed)
    attributes = re.compile(r'\s(?:href|id|style|class)="[^"]*(?:java|evil|fixed)')
    assert [
        tex for tex, mml in zip(allowed, set_in_mathml, strict=True) if attributes.search(mml)
    ] == []
    (attack,) = card.page.evaluate(SETTING, [ATTACKS["id of a token"]])
    assert attributes.search(attack)


def test_formulas_of_lessons_are_set(card: Card) -> None:
    for tex in (
        r"\frac{a}{b}=\sqrt[3]{c}\,\text{ if }\vec x\neq 0",
        r"\begin{pmatrix}1&2\\3&4\end{pmatrix}\in\mathbb{R}^{2\times2}",
        r"\ce{2H2 + O2 -> 2H2O}",
        r"\textcolor{red}{\sum_{i=1}^n i}\approx\operatorname{sinc}x",
    ):
        card.done(Html({}).text(Text((Math(tex),))))
        assert card.page.locator("mjx-container").count() == 1
        assert card.page.locator("mjx-merror").count() == 0, tex
