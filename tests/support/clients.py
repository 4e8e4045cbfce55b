"""What the tests with other people's software share."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

from support.paths import ROOT

ENVIRONMENTS = ROOT / ".venv-clients"
"""Where software that quizgen itself does not need is installed, once. git ignores it."""


def missing(reason: str) -> NoReturn:
    """Skip, or fail where nothing may be skipped."""
    if os.environ.get("QUIZGEN_NO_SKIP"):
        pytest.fail(reason)
    pytest.skip(reason)
