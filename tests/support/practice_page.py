"""A practice page that is open in a browser, as a learner meets it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from quizgen import build
from quizgen.model.diagnostics import Severity
from support import write_project

BUILT = 1_700_000_000

ONE_OF_EACH = r"""
- {id: card, type: flashcard, front: Veto, back: I forbid, reference: r, points: 2}
- id: city
  type: multiple_choice
  question: In which city did they meet?
  answer: Seoul
  distractors: [{text: Tokyo, rationale: They met there *earlier*.}, Canberra]
  explain: South Korea hosted the talks.
  evidence: sat down in Seoul
  hint: Think of the host.
- id: partners
  type: multiple_choice
  question: Which two took part?
  answer: [Japan, South Korea]
  distractors: [China, Russia]
  points: 4
  reference: r
- {id: truth, type: true_false, question: They met twice., answer: false, reference: r}
- id: word
  type: short_answer
  question: What do they forbid?
  answer: trade
  accept: [the trade]
  reference: r
- {id: gaps, type: cloze, text: "They met in {{c1::Seoul}} in {{c2::2023::a year}}.", reference: r}
- id: length
  type: numeric
  question: How long is it?
  answer: 9.5
  tolerance: 0.5
  unit: km
  reference: r
- id: who
  type: matching
  question: Who is from where?
  pairs: {Sullivan: United States, Cho: South Korea}
  distractors: [Australia]
  points: 2
  reference: r
- id: steps
  type: ordering
  question: In which order?
  in_order: [first, second, third]
  reference: r
- id: years
  type: timeline
  question: Order them.
  events: [{date: 1993, event: treaty}, {date: 2006, event: test}, {date: 2017, event: ban}]
  reference: r
- id: why
  type: essay
  question: Why did they meet?
  answer: They feared missiles.
  rubric: {names the fear: 2}
  reference: r
"""
"""A question of each of the ten types, and a choice with several right options."""


def build_page(root: Path, questions: str = ONE_OF_EACH, more: str = "", **bank: Any) -> Path:
    """The page ``quiz`` of a bank with `questions`; `more` are further keys, a line each."""
    deck = "bank: talks\npractice:\n  name: quiz\n" + "".join(
        f"  {line}\n" for line in more.splitlines()
    )
    result = build(write_project(root, questions, deck=deck, **bank), built=BUILT)
    errors = [d.message for d in result.diagnostics if d.severity is Severity.ERROR]
    assert errors == []
    return root / "dist" / "talks" / "quiz.html"


class PracticePage:
    """An open page; `faults` are errors and what its policy has stopped, `requests` addresses."""

    def __init__(
        self, browser: Browser, path: Path, *, script: bool = True, **context: Any
    ) -> None:
        options = {"viewport": {"width": 390, "height": 800}, "locale": "en-GB", **context}
        self.context = browser.new_context(java_script_enabled=script, **options)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda line: self.faults.append(line.text))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: self.faults.append(dialog.message))
        self.page.goto(path.as_uri())

    def question(self, name: str) -> Locator:
        return self.page.locator(f'article[data-i="{name}"]')

    def check(self, name: str) -> str:
        """Check the answer to a question, and give back what the page says."""
        self.question(name).get_by_role("button", name="Check").click()
        return self.verdict(name)

    def verdict(self, name: str) -> str:
        return self.question(name).locator(".said").inner_text().partition(" · ")[0]

    def mark_of(self, name: str, option: str) -> str:
        """What stands beside an option: generated text, without quotation marks."""
        return str(
            self.question(name)
            .locator("[role] > label span", has_text=re.compile(f"^{option}$"))
            .evaluate("one => getComputedStyle(one, '::after').content")
        ).strip('" ')

    def order(self, name: str) -> list[str]:
        return self.question(name).locator(".part").all_inner_texts()

    def put_in_order(self, name: str, parts: list[str]) -> None:
        """Move each part up to its place, by its button; an order that stands is confirmed."""
        if self.order(name) == parts:
            self.move_and_back(name)
        for place, part in enumerate(parts):
            while self.order(name).index(part) > place:
                self.question(name).get_by_role("button", name=f"Move up: {part}").click()

    def move_and_back(self, name: str) -> None:
        """Move the first part down and up again: the order shown is the answer."""
        first = self.order(name)[0]
        for way in ("down", "up"):
            self.question(name).get_by_role("button", name=f"Move {way}: {first}").click()

    @property
    def total(self) -> str:
        return self.page.locator("#result .total").inner_text()
