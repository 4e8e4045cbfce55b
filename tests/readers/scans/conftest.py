"""Answer sheets that a build has printed, once for all tests of the reader."""

from __future__ import annotations

import pytest
from support.scanner.prints import graded_project, sheets_in
from support.scanner.trials import Sheet


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    """The sheets of both forms."""
    return sheets_in(graded_project(tmp_path_factory.mktemp("printed")))
