"""Two commands at once in one project or folder come out as one after the other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support import write_project
from support.commands import run
from support.form_class import hand_in, made, rows

import quizgen
from quizgen.project.alone import alone_in, keep
from quizgen.project.save import save

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no locks of this kind")


def started(root: Path, *arguments: str) -> subprocess.Popen[str]:
    """A command of quizgen in `root` that waits, as it has said."""
    process = subprocess.Popen(
        [sys.executable, "-m", "quizgen", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stderr is not None
    assert "another quizgen is at work in" in process.stderr.readline()
    return process


def ended(process: subprocess.Popen[str]) -> None:
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors


DECK = "bank: talks\nanki: {{deck: {0}, topics: [{0}]}}\n"
TOPIC = """\
topic: {0}
questions:
- {{id: {0}1, type: flashcard, front: Who was it?, back: They, reference: r}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose two decks have a topic each of one bank."""
    root = write_project(tmp_path)
    for path in [*(root / "decks").iterdir(), *root.rglob("people.yaml")]:
        path.unlink()
    for name in ("one", "two"):
        (root / "decks" / f"{name}.yaml").write_text(DECK.format(name))
        (root / "question_bank/talks" / f"{name}.yaml").write_text(TOPIC.format(name))
    return root


def test_a_build_keeps_what_another_one_has_written_to_the_ledger(project: Path) -> None:
    with alone_in(project / "decks"):
        process = started(project, "build", "one")
        assert quizgen.build(project, ["two"], built=1).files
    ended(process)
    ledger = (project / "question_bank/talks/bank.ledger").read_text()
    assert "one1" in ledger
    assert "two1" in ledger


def test_who_grades_into_one_folder_at_once_loses_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = made(tmp_path)
    hand_in(root, "a.pdf", "A", "Ada", {})
    hand_in(root, "b.pdf", "A", "Bob", {})
    monkeypatch.chdir(root)
    with alone_in(root / "results"):
        process = started(root, "grade", "a.pdf", "--out", "results")
        assert run("grade", "b.pdf", "--out", "results") == 0
    ended(process)
    assert sorted(row["name"] for row in rows(root)) == ["Ada", "Bob"]


@pytest.mark.parametrize("command", ["sheets", "import"])
def test_other_commands_wait_as_well(project: Path, command: str) -> None:
    (project / "class.csv").write_text("id,name\n7,Ada\n")
    (project / "new.csv").write_text("question,answer\nWho?,They\n")
    deck = project / "decks/one.yaml"
    deck.write_text(
        f"{deck.read_text()}worksheets:\n- {{name: test, title: T, answer_sheet: true, "
        "sections: [{title: A, topics: [one]}]}\n"
    )
    arguments = {"sheets": ("class.csv", "--out", "results"), "import": ("new.csv",)}[command]
    with alone_in(project / "decks"):
        before = {path for path in project.rglob("*") if path.is_file()}
        process = started(project, command, *arguments)
        time.sleep(0.5)
        assert {path for path in project.rglob("*") if path.is_file()} == before
    ended(process)
    assert {path for path in project.rglob("*") if path.is_file()} > before


def test_what_only_looks_does_not_wait(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert quizgen.build(project, built=1).files
    monkeypatch.chdir(project)
    with alone_in(project / "decks"):
        for command in (("check",), ("build", "--check")):
            done = subprocess.run(
                [sys.executable, "-m", "quizgen", *command], timeout=300, check=False
            )
            assert done.returncode in (0, 1)


def test_threads_wait_for_each_other(tmp_path: Path) -> None:
    waits, ends = threading.Event(), threading.Event()

    def other() -> None:
        with alone_in(tmp_path, waits.set):
            ends.set()

    thread = threading.Thread(target=other)
    with alone_in(tmp_path), alone_in(tmp_path / ".", pytest.fail):
        thread.start()
        assert waits.wait(60)
        assert not ends.is_set()
    thread.join(60)
    assert ends.is_set()


def test_a_killed_command_whose_copies_live_on_keeps_nobody_waiting(tmp_path: Path) -> None:
    program = """\
import os, sys, time
from pathlib import Path
from quizgen.project.alone import alone_in
with alone_in(Path(sys.argv[1])):
    copy = os.fork()
    if copy == 0:
        os.close(1)
        time.sleep(600)
    print(copy, flush=True)
    os.kill(os.getpid(), 9)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], stdout=subprocess.PIPE, text=True, check=False
    )
    try:
        with alone_in(tmp_path, pytest.fail):
            pass
    finally:
        os.kill(int(done.stdout), 9)


def test_who_waits_for_a_folder_that_is_removed_is_alone_in_the_next_one(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    waits, inside, over, third_waits = (threading.Event() for _ in range(4))

    def second() -> None:
        with alone_in(folder, waits.set):
            inside.set()
            over.wait(60)

    def third() -> None:
        with alone_in(folder, third_waits.set):
            pass

    threads = [threading.Thread(target=one) for one in (second, third)]
    with alone_in(folder):
        threads[0].start()
        assert waits.wait(60)
    assert inside.wait(60)
    threads[1].start()
    assert third_waits.wait(60)
    over.set()
    for thread in threads:
        thread.join(60)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("act", "stays"),
    [
        (lambda folder: None, False),
        (keep, True),
        (lambda folder: (folder / "x").touch(), True),
        (lambda folder: save({folder.parent / "y": b""}, folder / "journal"), True),
    ],
    ids=["nothing", "kept", "a file", "saved elsewhere"],
)
def test_a_folder_that_was_made_for_nothing_is_removed(
    tmp_path: Path, act: Callable[[Path], None], stays: bool
) -> None:
    folder = tmp_path / "a" / "b"
    with alone_in(folder):
        assert folder.is_dir()
        act(folder)
    assert folder.is_dir() == stays
    assert (tmp_path / "a").is_dir() == stays
    shutil.rmtree(tmp_path / "a", ignore_errors=True)


def test_where_locks_are_not_known_nobody_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def flock(handle: int, operation: int) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", flock)
    with alone_in(tmp_path):
        save({tmp_path / "a": b"x"}, tmp_path / "journal")
    assert (tmp_path / "a").read_bytes() == b"x"
