"""Session-wide rules: under QUIZGEN_NO_SKIP no test may be skipped unseen, and none has a
deadline, since a busy machine is no fault."""

from __future__ import annotations

import functools
import os
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

KEYS = tempfile.TemporaryDirectory(prefix="quizgen-key-")
"""Where the key of records lies while tests run: not in the home of who runs them."""
os.environ["QUIZGEN_CACHE_HOME"] = KEYS.name

SLOW = (
    "clients",
    "fuzz",
    "tools",
    "cli/test_build_watch.py",
    "cli/test_exit_codes.py",
    "commands/build/test_killed_builds.py",
    "commands/build/test_partial_builds.py",
    "commands/schema/test_schema.py",
    "commands/test_fix_meaning.py",
    "commands/grade/test_named_sheets.py",
    "docs/test_grading_page.py",
    "docs/test_pictures.py",
    "docs/test_site.py",
    "preview/test_server.py",
    "readers/scans",
    "hostile/test_corpus_bank_lists.py",
    "hostile/test_corpus_class_lists.py",
    "hostile/test_corpus_graded.py",
    "hostile/test_corpus_packages.py",
    "hostile/test_corpus_texts.py",
    "hostile/test_corpus_trees.py",
    "hostile/test_graded_growth.py",
    "hostile/test_kills.py",
    "writers/test_fingerprints.py",
    "writers/pdf/documents/test_pdf_passage.py",
    "writers/pdf/documents/test_pdf_word_bank.py",
    "writers/pdf/layout/test_pdf_edition_spacing.py",
    "writers/pdf/layout/test_pdf_extremes.py",
    "writers/pdf/layout/test_pdf_page_breaks.py",
    "writers/pdf/layout/test_pdf_text.py",
)
"""Folders and files of tests that take seconds: `make check-fast` leaves them out."""

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # in the background: programs would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("quizgen", deadline=None)
settings.load_profile("quizgen")

EXAMPLES = int(os.environ.get("QUIZGEN_EXAMPLES", "0"))
"""Examples that each property is tried with, at least; to look for tests that fail by chance."""


@pytest.fixture(autouse=True)
def _no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine prefers, tests read plain text."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def pytest_configure(config: pytest.Config) -> None:
    """Keep the order of files below, where xdist would begin with those of the most tests."""
    config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow, by where it stands, and begin with it.

    Else one process waits at the end for a file that takes the other a minute.
    """
    for item in items:
        if _is_slow(item.path):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: not _is_slow(item.path))
    for item in items if EXAMPLES else ():
        _try_more(item)


@functools.cache
def _is_slow(path: Path) -> bool:
    """Whether the tests of the file `path` take seconds; there are thousands in a file."""
    tests = Path(__file__).parent
    return any(tests / name in (path, *path.parents) for name in SLOW)


def _try_more(item: pytest.Item) -> None:
    """Have the property that `item` tests, if it tests one, tried with `EXAMPLES` examples."""
    test = getattr(item, "obj", None)
    test = getattr(test, "__func__", test)
    before = getattr(test, "_hypothesis_internal_use_settings", None)
    if test is not None and before is not None:
        most = max(EXAMPLES, before.max_examples)
        test._hypothesis_internal_use_settings = settings(before, max_examples=most)


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
