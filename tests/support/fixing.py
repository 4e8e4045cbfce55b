"""Topics that have something to fix, and reading them with all checks."""

from __future__ import annotations

from pathlib import Path

from quizgen.commands.workspace import Workspace
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic

ZOE = "Zoe\u0308"
FLAWED = f"""
# Who was {ZOE}?\x20\x20
- id: zoe   # never change this\x20
  type: flashcard\t
  front: "Who was {ZOE}?"    # {ZOE} again
  back: |
    A queen\x20\x20
    of {ZOE}
  tags: [{ZOE}]
  reference: [a, {ZOE} b]
- id: pairs
  type: matching
  question: '{ZOE}'
  pairs:
    {ZOE}: {ZOE}
    b: c
  reference: x
"""


def checked(folder: Path) -> tuple[Bank | None, list[Diagnostic]]:
    workspace = Workspace()
    return workspace.bank(folder), workspace.diagnostics
