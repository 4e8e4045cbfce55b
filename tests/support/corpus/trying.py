"""Every command on a hostile project, and what must hold of each."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project
from support.commands import run
from support.corpus.exports import assert_safe
from support.hostile import time_limit

CPU_SECONDS, SECONDS = 30, 300
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
    outputs: list[str] | None = None,
) -> dict[str, int]:
    """Run `commands` in the project at `root`; return what each exited with.

    What each prints is added to `outputs`.

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
        if outputs is not None:
            outputs.append(printed)
        assert code in {0, 1, 2}, (command, code, printed[-2000:])
        assert took < CPU_SECONDS, (command, took)
        assert "--diff" in command or not ACTS.search(printed), (command, printed)
        exits[" ".join(command)] = code
    # The command says that there is no deck file; the preview itself never stands without one.
    with time_limit(SECONDS, "preview"), contextlib.suppress(FileNotFoundError):
        take_snapshot(Project(root))
    assert snapshot(root.parent, but=root) == before
    return exits


def try_import(
    root: Path,
    file: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> int:
    """Import `file`, beside the new project `root`, twice, and build what it makes.

    Return the first exit code. With 0, the bank that it leaves can be built.
    """
    for folder in ("decks", "question_bank"):
        (root / folder).mkdir(parents=True)
    monkeypatch.chdir(root)
    bring = ("import", f"../{file.name}", "--bank", "new")
    code = try_commands(root, capsys, [bring])[" ".join(bring)]
    is_there = (root / "question_bank/new/bank.yaml").is_file()
    assert is_there or code != 0
    assert is_there or not any(path.is_file() for path in root.rglob("*"))
    other = ("import", f"../{file.name}", "--bank", "other", "--column", "question=B")
    checks = [("check", "--format", "github"), ("list", "--json"), ("build",)]
    exits = try_commands(root, capsys, [*checks, (*bring, "--json"), other])
    assert code != 0 or exits["build"] == 0, "what an import leaves can be built, or it says so"
    return code


def try_exports(root: Path, formats: Iterable[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Export what is in the bank ``new`` of the project `root`; nothing in it may act."""
    for name in formats:
        commands = [("export", name, "new"), ("export", name, "new", "--check")]
        assert set(try_commands(root, capsys, commands).values()) == {0}
    for path in (root / "dist").rglob("*"):
        if path.is_file():
            assert_safe(path.name, path.read_bytes())


def snapshot(folder: Path, *, but: Path) -> dict[str, tuple[int, int]]:
    """Size and time of each file in `folder`, without those in `but`."""
    files = (p for p in folder.rglob("*") if but not in (p, *p.parents) and p.is_file())
    return {str(p): (p.stat().st_size, p.stat().st_mtime_ns) for p in files}
