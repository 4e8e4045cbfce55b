"""The scripts of practice pages: TypeScript finds no fault, and the built ones are theirs."""

from __future__ import annotations

import subprocess
from pathlib import Path

from support.clients import npm_packages
from support.practice_page import build_page

from tools.page_script import PACKAGES, SOURCES, built_scripts

JUDGE = "declare function quizgenJudge(typed: string, rule: object): boolean;\n"
MAX_SIZE = 60_000
"""Bytes of a page with fifty questions of four options, without pictures."""
QUESTION = """
- id: q{n}
  type: multiple_choice
  question: Which of the four rivers flows through the town number {n}?
  answer: The river Aare {n}
  distractors: [The river Rhine, The river Rhône, The river Inn]
  explain: The Aare flows through it, on its way to the Rhine.
  reference: Atlas, page {n}
"""


def test_typescript_finds_no_fault(tmp_path: Path) -> None:
    judge = tmp_path / "judge.d.ts"
    judge.write_text(JUDGE, encoding="utf-8")
    compiler = npm_packages(PACKAGES) / "typescript/lib/tsc.js"
    options = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--moduleDetection", "legacy"]
    target = ["--target", "es2020", "--lib", "es2020,dom,dom.iterable"]
    sources = [str(path) for path in sorted(SOURCES.glob("*.js"))]
    done = subprocess.run(
        ["node", str(compiler), *options, *target, str(judge), *sources],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_the_built_scripts_are_those_of_the_sources() -> None:
    for path, script in built_scripts().items():
        assert path.read_text(encoding="utf-8") == script, "run: python -m tools.page_script"


def test_a_page_of_fifty_questions_is_small(tmp_path: Path) -> None:
    page = build_page(tmp_path, "".join(QUESTION.format(n=n) for n in range(50)))
    assert page.stat().st_size <= MAX_SIZE
