"""A project with answer sheets, and readings of them without any scans."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.scanner.prints import graded_project


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a project whose sheets are built."""
    root = tmp_path_factory.mktemp("graded")
    graded_project(root)
    return root
