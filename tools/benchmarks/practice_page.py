"""How large a practice page is, and how soon its first option can be chosen, against quizdown.

Needs Chromium and npm: ``PYTHONPATH=tests python -m tools.benchmarks.practice_page``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from support.browser import CHROMIUM
from support.clients import npm_packages

from quizgen.commands.build.build import build
from tools.benchmarks.measure import Measurement, Sample, paired, show

QUESTIONS = 50
TARGET = 1.0
FIRST = "The river Aare 0"
"""The right option of the first question."""
ENTRY = """\
- id: q{n}
  type: multiple_choice
  question: Which of the four rivers flows through the town number {n}?
  answer: The river Aare {n}
  distractors: [The river Rhine, The river Rhône, The river Inn]
  explain: The Aare flows through it, on its way to the Rhine.
  reference: Atlas
"""
MARKDOWN = """\
# Which of the four rivers flows through the town number {n}?

> The Aare flows through it, on its way to the Rhine.

1. [x] The river Aare {n}
1. [ ] The river Rhine
1. [ ] The river Rhône
1. [ ] The river Inn

"""
QUIZDOWN = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<script>{script}</script><script>quizdown.init();</script></head>
<body><div class="quizdown">
---
shuffleQuestions: false
---

{questions}</div></body></html>
"""


def our_page(folder: Path) -> Path:
    """Return quizgen's page of the questions, built in `folder`."""
    bank = folder / "question_bank" / "rivers"
    bank.mkdir(parents=True)
    (folder / "decks").mkdir()
    (bank / "bank.yaml").write_text("id: rivers\ntitle: Rivers\n", encoding="utf-8")
    entries = "".join(ENTRY.format(n=n) for n in range(QUESTIONS))
    (bank / "rivers.yaml").write_text(f"topic: rivers\nquestions:\n{entries}", encoding="utf-8")
    (folder / "decks" / "rivers.yaml").write_text("bank: rivers\npractice: {name: quiz}\n")
    build(folder, built=0)
    return folder / "dist" / "rivers" / "quiz.html"


def their_page(folder: Path) -> Path:
    """Return quizdown's page of the same questions as one file, its script inside."""
    packages = npm_packages(Path(__file__).with_name("quizdown.json"))
    script = packages / "quizdown" / "public" / "build" / "quizdown.js"
    page = folder / "quizdown.html"
    content = QUIZDOWN.format(
        script=script.read_text(encoding="utf-8").replace("</script", "<\\/script"),
        questions="".join(MARKDOWN.format(n=n) for n in range(QUESTIONS)),
    )
    page.write_text(content, encoding="utf-8")
    return page


def first_option(page: Page, file: Path) -> Sample:
    """Time `file` from its address to its first right option in sight."""
    start = time.perf_counter()
    page.goto(file.as_uri(), wait_until="commit")
    page.get_by_text(FIRST, exact=True).first.wait_for()
    return Sample(time.perf_counter() - start)


def rows(rounds: int = 11) -> Iterator[Measurement]:
    """Yield the time to the first option, after a line with the sizes of both pages."""
    with tempfile.TemporaryDirectory(prefix="quizgen-bench-") as name, sync_playwright() as play:
        ours, theirs = our_page(Path(name)), their_page(Path(name))
        sizes = [page.stat().st_size for page in (ours, theirs)]
        print(f"{QUESTIONS} questions: {sizes[0]:,} bytes, quizdown {sizes[1]:,} bytes")
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 800})
        yield paired(
            "a page of 50 questions to its first option",
            lambda: first_option(page, ours),
            lambda: first_option(page, theirs),
            target=TARGET,
            rounds=rounds,
        )
        browser.close()


if __name__ == "__main__":
    show(rows())
