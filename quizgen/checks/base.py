"""What a check is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report

Check: TypeAlias = Callable[[Bank, Report], None]
"""Looks at a whole bank and reports what it finds. It changes nothing."""
