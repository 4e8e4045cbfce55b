"""What each diagnostic means: the pages from which docs/diagnostics.md is made.

A file of this folder is a section of that page. It holds the pages of what readers, assemble,
writers and commands report. An entry that is a heading and nothing else stands for the page of a
check, which is the check's `doc`. The item writer's rules have a page of their own, docs/rules.md.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import NamedTuple

from quizgen.checks.structure import CHECKS
from quizgen.model.pattern import pattern

SECTIONS = (
    "files.md",
    "yaml.md",
    "keys.md",
    "questions.md",
    "banks_and_decks.md",
    "rosters.md",
    "settings.md",
    "ledgers.md",
    "building.md",
    "importing.md",
    "grading.md",
)
"""The sections in the order of docs/diagnostics.md."""


class DiagnosticPage(NamedTuple):
    """One diagnostic: its `severity` ("error", "warning" or "error or warning") and its page."""

    name: str
    severity: str
    text: str


_ENTRY = pattern(r"^### `([\w-]+)`\n\n\*(.+?)\.\* (.+?)\s*(?=^#|\Z)", re.MULTILINE | re.DOTALL)
_HEADING = pattern(r"^### `([\w-]+)`\n(?=\n#|\Z)", re.MULTILINE)


@functools.cache
def entries() -> tuple[DiagnosticPage, ...]:
    """Return the diagnostics in the order of docs/diagnostics.md."""
    return tuple(DiagnosticPage(m[1], m[2].lower(), m[3]) for m in _ENTRY.finditer(_sections()))


def diagnostics_page() -> str:
    """Return the text of docs/diagnostics.md."""
    return f"{_read('head.md')}\n{_sections()}"


def unwrapped(text: str) -> str:
    """Return `text` with each paragraph on one line, as the pages of the documentation have it."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


def _sections() -> str:
    """Return all sections, with the pages of the checks in their places."""
    pages = {
        kind.name: f"*{kind.severity.value.capitalize()}.* {unwrapped(kind.doc or '')}\n"
        for check in CHECKS
        for kind in check.kinds
    }
    text = "\n".join(map(_read, SECTIONS))
    return _HEADING.sub(lambda heading: f"{heading[0]}\n{pages[heading[1]]}", text)


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
