"""Killed, doubled or out of room: a command leaves the old state or the new, never a mixture.

``QUIZGEN_KILLS=200 .venv/bin/python -m pytest -s tests/hostile/test_kills.py`` tries 200 kills, a
fifth of them of each command, and a tenth as many pairs of builds, and says what it met.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from support import CHOICE, DECK, write_project
from support.packages import legacy_database, zipped
from support.pushing import serving

from quizgen import build, check
from quizgen.model.diagnostics import Severity
from quizgen.project.layout import Project
from quizgen.project.save import recover

ALL_KILLS = int(os.environ.get("QUIZGEN_KILLS", "32"))
KILLS = ALL_KILLS // 5
PAIRS = ALL_KILLS // 10
BUILT = 1_700_000_000
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGPIPE)
EXITS = {0, 2, 130, *(-number for number in SIGNALS)}
"""Of a command that was killed; 2 where what it was writing to was gone."""

COMMANDS = {
    "build": ("build",),
    "import": ("import", "p.apkg", "--bank", "new"),
    "fix": ("check", "--fix"),
    "export": ("export", "moodle"),
}
State = dict[str, bytes]


def written(root: Path) -> State:
    """What a user has: every file, but for the cache and copies that a kill left."""
    files = (p for p in root.rglob("*") if p.is_file())
    kept = {str(p.relative_to(root)): p.read_bytes() for p in files}
    return {name: content for name, content in kept.items() if "/." not in f"/{name}"}


def start(
    root: Path,
    command: Sequence[str],
    at: int = BUILT + 60,
    limit: Callable[[], None] | None = None,
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "quizgen", *command],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(at)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,
    )


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A project that was built and then changed, with files to fix and a package to import."""
    root = write_project(tmp_path / "before", CHOICE + CHOICE.replace("host-city", "second"))
    build(root, built=BUILT)
    changed = CHOICE.replace("In which city", "In which capital")
    write_project(root, changed, deck=DECK.replace("name: sheet", "name: new"))
    for number in range(3):
        path = root / f"question_bank/talks/untidy{number}.yaml"
        question = f"- {{id: u{number}, type: flashcard, front: e\u0301, back: b, reference: r}}"
        path.write_text(f"topic: untidy{number}   \nquestions:\n{question}\n", "utf-8")
    (root / "p.apkg").write_bytes(zipped({"collection.anki2": legacy_database()}))
    return root


def after(before: Path, name: str, command: Sequence[str], at: int = BUILT + 60) -> State:
    root: Path = shutil.copytree(before, before.parent / name)
    process = start(root, command, at)
    process.communicate(timeout=60)
    assert process.returncode == 0
    return written(root)


def assert_sound(root: Path) -> None:
    """No finding of a ledger or of a file that is damaged, and the next build finds its way."""
    errors = [d for d in check(root) if d.severity is Severity.ERROR]
    assert errors == []
    build(root, built=BUILT + 120)
    again = build(root, built=BUILT + 180, check=True)
    assert again.stale == ()
    assert [d for d in again.diagnostics if d.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_any_time_it_is_the_old_state_or_the_new(before: Path, name: str) -> None:
    command = COMMANDS[name]
    old, new = written(before), after(before, "after", command)
    assert old != new
    started = time.monotonic()
    timed: Path = shutil.copytree(before, before.parent / "timed")
    start(timed, command).communicate(timeout=60)
    took = time.monotonic() - started
    chance, met = random.Random(f"{name} kill"), Counter[str]()
    for number in range(KILLS):
        root: Path = shutil.copytree(before, before.parent / "victim")
        process = start(root, command)
        journal = Project(root).journal
        if number % 2:
            time.sleep(chance.uniform(0.2, 1.05) * took)
        else:  # right where files are written
            end = time.monotonic() + 60
            while process.poll() is None and time.monotonic() < end:
                if journal.exists() or any(root.rglob("*.quizgen-tmp")):
                    break
            time.sleep(chance.uniform(0, 0.01))
        process.send_signal(SIGNALS[number % len(SIGNALS)])
        said = process.communicate(timeout=60)[1]
        assert process.returncode in EXITS, (process.returncode, said)
        assert "Traceback" not in said
        met["in the middle of renaming"] += journal.exists()
        recover(journal)
        state = written(root)
        assert state in (old, new), f"kill {number}: a mixture"
        kind = "new" if state == new else "old"
        met[kind] += 1
        if met[kind] <= 2 or met[kind] % 10 == 0:  # what is sound once is sound again
            assert_sound(root)
        shutil.rmtree(root)
    sys.stdout.write(f"\n{KILLS} kills of {name}, which takes {took:.2f} s: {dict(met)}\n")


def test_a_push_that_is_killed_changes_no_file(before: Path) -> None:
    """Nor does it leave what the next build stumbles over; Anki is given whole packages only."""
    chance, met = random.Random("push"), Counter[str]()
    old = written(before)
    digests = {path.read_bytes() for path in (before / "dist").rglob("*.apkg")}
    with serving() as anki:
        anki.delay = 0.2
        for number in range(KILLS):
            process = start(before, ("push", "--url", anki.url))
            known, end = len(anki.asked), time.monotonic() + 60
            while number % 2 and len(anki.asked) == known and time.monotonic() < end:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.5))
            process.send_signal(SIGNALS[number % len(SIGNALS)])
            said = process.communicate(timeout=60)[1]
            assert process.returncode in EXITS, (process.returncode, said)
            assert "Traceback" not in said
            assert written(before) == old, f"kill {number}"
            met[str(process.returncode)] += 1
        assert {Path(name).read_bytes() for name in anki.imported} <= digests
    assert_sound(before)
    sys.stdout.write(f"\n{KILLS} kills of push: {dict(met)}\n")


def test_two_builds_at_once_leave_the_state_of_one(before: Path) -> None:
    times = (BUILT + 60, BUILT + 90)
    states = [after(before, f"after{at}", ("build",), at) for at in times]
    chance, met = random.Random("pairs"), Counter[str]()
    for number in range(PAIRS):
        root: Path = shutil.copytree(before, before.parent / "pair")
        processes = []
        for at in times:
            processes.append(start(root, ("build",), at))
            time.sleep(chance.uniform(0, 0.2))
        for process in processes:
            said = process.communicate(timeout=60)[1]
            assert process.returncode == 0, said
        state = written(root)
        assert state in states, f"pair {number}: a mixture"
        met[f"the {'first' if state == states[0] else 'second'}"] += 1
        assert_sound(root)
        shutil.rmtree(root)
    sys.stdout.write(f"\n{PAIRS} pairs of builds: {dict(met)}\n")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("bytes_left", [0, 20, 100, 2000, 20_000])
def test_without_room_everything_is_as_it_was(before: Path, name: str, bytes_left: int) -> None:
    """No file may grow larger than `bytes_left`, which ends a write as a full disk does."""
    old, new = written(before), after(before, "after", COMMANDS[name])

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, bytes_left))

    process = start(before, COMMANDS[name], limit=limit)
    _, said = process.communicate(timeout=60)
    assert process.returncode in {0, 2}, said
    assert "Traceback" not in said
    assert written(before) == (new if process.returncode == 0 else old)
    assert process.returncode == 0 or "nothing was written" in said
    assert not list(before.rglob("*.quizgen-tmp"))
    assert_sound(before)


FULL_DISK = """
mount -t tmpfs -o size=$1 tmpfs "$2" && cp -a "$3/." "$2" && cd "$2" || exit 99
shift 3; "$@" 2>&1; code=$?
mkdir ../left; cp -a . ../left; exit $code
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no unshare on this machine")
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("room", [0, 12, 40, 4000])
def test_on_a_full_disk_everything_is_as_it_was(before: Path, name: str, room: int) -> None:
    """A disk of memory with so many kilobytes left, which ends any write, mkdir and rename."""
    old, new = written(before), after(before, "after", COMMANDS[name])
    taken = sum(4096 * (1 + path.stat().st_size // 4096) for path in before.rglob("*")) // 1024
    disk = before.parent / "disk"
    disk.mkdir()
    line = [f"{taken + room}k", str(disk), str(before), sys.executable, "-m", "quizgen"]
    done = subprocess.run(
        ["unshare", "-rm", "bash", "-c", FULL_DISK, "bash", *line, *COMMANDS[name]],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(BUILT + 60)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    if "unshare failed" in done.stderr or done.returncode == 99:
        pytest.skip(f"no disk of memory may be made here: {done.stderr.strip()}")
    assert done.returncode in {0, 2}, done.stdout + done.stderr
    assert "Traceback" not in done.stdout
    left = before.parent / "left"
    assert written(left) == (new if done.returncode == 0 else old)
    assert room < 4000 or done.returncode == 0
    assert not list(left.rglob("*.quizgen-tmp"))
    assert_sound(left)


@pytest.mark.parametrize("command", ["check --format json", "build", "list", "stats --json"])
def test_a_reader_that_has_enough_ends_a_command_in_peace(before: Path, command: str) -> None:
    line = f"'{sys.executable}' -m quizgen {command} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=before, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
