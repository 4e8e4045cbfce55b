"""A project that is built, and an Anki to push it to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support import write_project
from support.pushing import Anki, serving

from quizgen import build


@pytest.fixture
def anki() -> Iterator[Anki]:
    with serving() as server:
        yield server


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in the current folder whose one deck is built."""
    root = write_project(tmp_path / "project")
    build(root, built=1_700_000_000)
    monkeypatch.chdir(root)
    monkeypatch.delenv("QUIZGEN_ANKI_URL", raising=False)
    monkeypatch.delenv("QUIZGEN_ANKI_KEY", raising=False)
    return root
