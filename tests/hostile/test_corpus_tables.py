"""Hostile tables and GIFT through import, check and build. ``QUIZGEN_HOSTILE=all`` tries all."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.corpus import some_named
from support.corpus.tables import ODD, TABLES
from support.corpus.trying import try_import

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
    file, make = TABLES[name]
    (tmp_path / file).write_bytes(make())
    try_import(tmp_path / "project", tmp_path / file, capsys, monkeypatch)
