"""Every command on a hostile project, and what must hold of each."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project
from support.commands import run
from support.hostile import time_limit

CPU_SECONDS, SECONDS = 10, 60
"""Of one command, and by the clock of a machine that does other things as well."""

COMMANDS: tuple[tuple[str, ...], ...] = (
    *(("check", "--format", form) for form in ("full", "concise", "json", "sarif", "github")),
    ("check", "--diff"),
    ("list",),
    ("list", "--json"),
    ("stats",),
    ("stats", "--html", "stats.html"),
    ("build",),
    ("build", "--check"),
    ("build", "--force", "--json"),
    ("diff",),
    ("check", "--fix"),
    ("build", "--edition", "large-print"),
)
ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def try_commands(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    commands: Sequence[Sequence[str]] = COMMANDS,
) -> dict[str, int]:
    """Run `commands` in the project at `root`; return what each exited with.

    None may take long, say that it is a bug, or print what steers a terminal, and the folder that
    holds `root` stays as it was.
    """
    before = snapshot(root.parent, but=root)
    exits = {}
    for command in commands:
        start = time.process_time()
        with time_limit(SECONDS, " ".join(command)):
            code = run(*command)
        took = time.process_time() - start
        printed = "".join(capsys.readouterr())
        assert code in {0, 1, 2}, (command, code, printed[-2000:])
        assert took < CPU_SECONDS, (command, took)
        assert "--diff" in command or not ACTS.search(printed), (command, printed)
        exits[" ".join(command)] = code
    # The command says that there is no deck file; the preview itself never stands without one.
    with time_limit(SECONDS, "preview"), contextlib.suppress(FileNotFoundError):
        take_snapshot(Project(root))
    assert snapshot(root.parent, but=root) == before
    return exits


def snapshot(folder: Path, *, but: Path) -> dict[str, tuple[int, int]]:
    """Size and time of each file in `folder`, without those in `but`."""
    files = (p for p in folder.rglob("*") if but not in (p, *p.parents) and p.is_file())
    return {str(p): (p.stat().st_size, p.stat().st_mtime_ns) for p in files}
