"""A project may lie in a folder whose name is no text, as from an old disk or archive."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from support import CHOICE, DECK, write_project
from support.corpus.trying import COMMANDS, try_commands

from quizgen.checks.kept_findings import MIN_ITEMS

ENOUGH = "".join(CHOICE.replace("host-city", f"city-{n}") for n in range(MIN_ITEMS + 1))
"""So many questions that what is found in them is kept."""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems want names to be Unicode")
def test_every_command_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path / os.fsdecode(b"klasse\xe9"), ENOUGH, deck=DECK)
    monkeypatch.chdir(root)
    codes = try_commands(root, capsys, [*COMMANDS[:-1], ("build",), ("export", "gift")])
    assert set(codes.values()) == {0}
