"""Hostile tables and GIFT through import, check and build. ``QUIZGEN_HOSTILE=all`` tries all."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.corpus import some_named
from support.corpus.tables import ODD, TABLES
from support.corpus.trying import try_commands

CHOSEN = list(dict.fromkeys([*some_named(TABLES, 10), *some_named(ODD, 12)]))


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(TABLES) >= 120


@pytest.mark.parametrize("name", CHOSEN)
def test_every_command_answers(
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = tmp_path / "project"
    for folder in ("decks", "question_bank"):
        (root / folder).mkdir(parents=True)
    file, make = TABLES[name]
    (tmp_path / file).write_bytes(make())
    monkeypatch.chdir(root)
    bring = ("import", f"../{file}", "--bank", "new")
    code = try_commands(root, capsys, [bring])[" ".join(bring)]
    is_there = (root / "question_bank/new/bank.yaml").is_file()
    assert is_there or code != 0
    assert is_there or not any(path.is_file() for path in root.rglob("*"))
    exits = try_commands(
        root,
        capsys,
        [
            ("check", "--format", "github"),
            ("list", "--json"),
            ("build",),
            (*bring, "--json"),
            ("import", f"../{file}", "--bank", "other", "--column", "question=B"),
        ],
    )
    assert code != 0 or exits["build"] == 0, "what an import leaves can be built, or it says so"
