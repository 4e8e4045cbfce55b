"""Hostile packages through import, check and build. ``QUIZGEN_HOSTILE=all`` tries all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.corpus import some_named
from support.corpus.packages import PACKAGES
from support.corpus.trying import try_commands

COMMANDS = (
    ("import", "../p.apkg", "--bank", "new"),
    ("check", "--format", "json"),
    ("list", "--json"),
    ("build",),
    ("import", "../p.apkg", "--bank", "new"),
    ("diff", "--against", "../p.apkg"),
)


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(PACKAGES) >= 80


@pytest.mark.parametrize("name", some_named(PACKAGES, 16))
def test_every_command_answers(
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = tmp_path / "project"
    for folder in ("decks", "question_bank"):
        (root / folder).mkdir(parents=True)
    (tmp_path / "p.apkg").write_bytes(PACKAGES[name]())
    monkeypatch.chdir(root)
    exits = try_commands(root, capsys, COMMANDS[:1])
    made = (root / "question_bank/new/bank.yaml").is_file()
    assert made or exits["import ../p.apkg --bank new"] != 0
    assert made or not any(path.is_file() for path in root.rglob("*"))
    exits = try_commands(root, capsys, COMMANDS[1:])
    assert not made or exits["build"] in {0, 1}
