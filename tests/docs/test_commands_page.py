"""The page of commands names every option, and shows the JSON that they print."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from support.documentation import (
    call,
    page,
)

from quizgen.cli import cli

DUPLICATE = """
- id: veto
  type: flashcard
  front: Right to stop a decision
  back: Veto
  reference: Charter of the United Nations, Article 27
"""
UNSOURCED = "\n- id: unsourced\n  type: flashcard\n  front: Veto\n  back: I forbid\n"


@pytest.mark.parametrize(
    "command",
    [
        "build",
        "check",
        "diff",
        "explain",
        "export",
        "grade",
        "import",
        "list",
        "new",
        "preview",
        "push",
        "schema",
        "sheets",
        "stats",
    ],
)
def test_the_page_names_every_option(command: str) -> None:
    with_context = cli.get_command(cli.make_context("quizgen", [command]), command)
    assert with_context
    options = {
        name
        for parameter in with_context.params
        for name in parameter.opts
        if name.startswith("--") and name != "--help"
    }
    tables = [t for t in page("docs/commands.md").tables if t.heading == f"quizgen {command}"]
    cells = [row[0] for t in tables if t.header[0] == "Option" for row in t.rows]
    assert {name for cell in cells for name in re.findall(r"--[\w-]+", cell)} == options


SHAPES = [
    ("quizgen check --json", DUPLICATE),
    ("quizgen explain --json", ""),
    ("quizgen list --json", ""),
    ("quizgen build --json", UNSOURCED),
]


@pytest.mark.parametrize(("line", "entry"), SHAPES, ids=[line for line, _ in SHAPES])
def test_json_has_the_shape_that_the_page_shows(
    line: str, entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call("quizgen new my-project")
    monkeypatch.chdir(tmp_path / "my-project")
    with Path("question_bank/my-bank/reading.yaml").open("a", encoding="utf-8") as file:
        file.write(entry)
    printed = json.loads(call(line).stdout)
    blocks = page("docs/commands.md").blocks
    (shown,) = [block.content for block in blocks if block.directives.get("shape") == line]
    assert shape(json.loads(shown)) == shape(printed)


def shape(value: Any) -> Any:
    """Keys and kinds of values; of a list, that of its first element."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value[:1]]
    return type(value).__name__
