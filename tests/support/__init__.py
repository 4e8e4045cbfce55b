"""What the tests share: small projects on disk, and ways to look at results."""

from __future__ import annotations

import base64
import re
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizgen.checks.rules import RULES
from quizgen.commands.workspace import Workspace
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Item

ADVICE = {rule.name for rule in RULES}

PASSAGE = "# The talks\n\n1. Three advisers sat down in Seoul.\n\n2. They spoke of *sanctions*.\n"

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQAY3Y2wAAAAAElFTkSuQmCC"
)
"""A PNG of one pixel."""

CHOICE = """
- id: host-city
  type: multiple_choice
  question: In which city did they meet?
  answer: Seoul
  distractors: [Tokyo, Washington, Canberra]
  evidence: sat down in Seoul
"""

DECK = """
bank: talks
anki: {deck: Talks}
worksheets:
- name: sheet
  title: The talks
  sections:
  - {title: All of it, topics: [people]}
"""


def write_bank(
    root: Path,
    questions: str = CHOICE,
    *,
    passage: str | None = PASSAGE,
    bank: str = "",
    media: dict[str, bytes] | None = None,
) -> Path:
    """A bank ``talks`` below `root` with one topic, ``people``. Gives its folder."""
    folder = root / "question_bank" / "talks"
    (folder / "media").mkdir(parents=True, exist_ok=True)
    head = "id: talks\ntitle: The talks\n" + ("passage: passage.md\n" if passage else "") + bank
    (folder / "bank.yaml").write_text(head, encoding="utf-8")
    if passage:
        (folder / "passage.md").write_text(passage, encoding="utf-8")
    topic = "topic: people\nquestions:\n" + textwrap.dedent(questions).strip("\n") + "\n"
    (folder / "people.yaml").write_text(topic, encoding="utf-8")
    for name, content in (media or {}).items():
        (folder / "media" / name).write_bytes(content)
    return folder


def write_project(root: Path, questions: str = CHOICE, *, deck: str = DECK, **bank: str) -> Path:
    """A project with the bank of `write_bank` and a deck file ``talks``. Gives `root`."""
    write_bank(root, questions, **bank)  # type: ignore[arg-type]
    (root / "decks").mkdir(exist_ok=True)
    (root / "decks" / "talks.yaml").write_text(textwrap.dedent(deck).lstrip(), encoding="utf-8")
    return root


def load_bank(folder: Path) -> tuple[Bank, list[Diagnostic]]:
    """The bank in `folder`, read and checked, with the mistakes that were found.

    The item writer's advice is left out: most tests write questions that no teacher would.
    """
    workspace = Workspace()
    bank = workspace.bank(folder)
    assert bank is not None, workspace.diagnostics
    return bank, mistakes(workspace.diagnostics)


def mistakes(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of `diagnostics` that are no advice on how to write a question."""
    return [d for d in diagnostics if d.name not in ADVICE]


def clean_items(root: Path, questions: str, **bank: str) -> list[Item]:
    """The items of a bank that holds `questions`, and nothing to complain about."""
    found, diagnostics = load_bank(write_bank(root, questions, **bank))  # type: ignore[arg-type]
    assert told(diagnostics) == []
    return list(found.items)


def told(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """``name@line:column`` of each finding, for tests to compare with."""
    return [f"{d.name}@{d.span.line}:{d.span.column}" for d in diagnostics]


def visible(html: str) -> str:
    """What a reader sees of a card: no tags, entities resolved, white space folded."""
    from html import unescape

    html = re.sub(r"(?is)<(style|script)\b.*?</\1>|<br>|</li>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
