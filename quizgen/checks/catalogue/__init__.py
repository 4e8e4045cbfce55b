"""What each diagnostic means that readers, checks and writers tell: docs/diagnostics.md.

``diagnostics.md`` in this folder is a copy of that page, so that an installed quizgen has it;
a test compares the two. The item writer's rules are not in it: their files hold their pages.
"""

from __future__ import annotations

import functools
import re
from importlib.resources import files
from typing import NamedTuple


class DiagnosticPage(NamedTuple):
    """One diagnostic: its `severity` ("error", "warning" or "error or warning") and its page."""

    name: str
    severity: str
    text: str


_ENTRY = re.compile(r"^### `([\w-]+)`\n\n\*(.+?)\.\* (.+?)\s*(?=^#|\Z)", re.MULTILINE | re.DOTALL)


@functools.cache
def entries() -> tuple[DiagnosticPage, ...]:
    """The diagnostics in the page's order."""
    page = files(__package__).joinpath("diagnostics.md").read_text(encoding="utf-8")
    return tuple(DiagnosticPage(m[1], m[2].lower(), m[3]) for m in _ENTRY.finditer(page))
