"""The page of the Python API runs, and names every argument."""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.documentation import (
    PAGES,
    Block,
    page,
)

import quizgen


@pytest.mark.parametrize("block", page("docs/python-api.md").blocks, ids=lambda b: str(b.line))
def test_the_python_of_the_api_page_runs(block: Block, project: Path, tmp_path: Path) -> None:
    assert block.language == "python"
    copy = shutil.copytree(project, tmp_path / "copy")
    (copy / "decks" / "example.yaml").unlink(missing_ok=True)
    script = [sys.executable, "-W", "error", "-c", block.content]
    ran = subprocess.run(script, cwd=copy, capture_output=True, text=True)
    assert (ran.stderr, ran.returncode) == ("", 0)
    assert "veto flashcard Veto" in ran.stdout
    assert "worksheet.pdf" in ran.stdout


@pytest.mark.parametrize("function", [quizgen.load, quizgen.check, quizgen.build])
def test_the_api_page_names_every_argument(function: Any) -> None:
    text = PAGES["docs/python-api.md"].read_text(encoding="utf-8")
    signature = re.search(rf"`{function.__name__}\((.*)\)`", text)
    assert signature
    named = re.findall(r"\w+", re.sub(r"=[^,]*", "", signature[1]))
    assert named == list(inspect.signature(function).parameters)
