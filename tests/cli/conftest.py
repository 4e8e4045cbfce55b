"""Projects to try commands in."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, write_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "project")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return root


@pytest.fixture
def broken(project: Path) -> Path:
    write_project(project, CHOICE.replace("answer: Seoul", "answr: Seoul"))
    return project
