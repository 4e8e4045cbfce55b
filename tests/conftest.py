"""Session-wide rules: under QUIZGEN_NO_SKIP no test may be skipped unseen, and none has a
deadline, since a busy machine is no fault."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("quizgen", deadline=None)
settings.load_profile("quizgen")


@pytest.fixture(autouse=True)
def _no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine prefers, tests read plain text."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if os.environ.get("QUIZGEN_NO_SKIP") and skipped:
        terminalreporter.write_line(f"{len(skipped)} tests were skipped, and none may be")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if hasattr(session.config, "workerinput"):
        return  # of several processes, the one that started the others reports
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    assert isinstance(reporter, pytest.TerminalReporter)
    if os.environ.get("QUIZGEN_NO_SKIP") and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = 1
