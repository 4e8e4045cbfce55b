"""A bank whose findings are kept from one check to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.faulty_bank import write_faults


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank with a fault of every kind, large enough that its findings are kept."""
    monkeypatch.setattr("quizgen.checks.MIN_ITEMS", 1)
    return write_faults(tmp_path)
