"""With several processes a build writes the same bytes, says the same, and leaves nobody behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from support import write_project
from support.processes import are_gone

from quizgen.commands.build.side_by_side import _batches
from quizgen.writers import Artifact

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there are builds forked")

DECK = """\
bank: talks
anki: {deck: Talks}
worksheets:
- {name: sheet, title: One, forms: 3, sections: [{title: All, topics: [people]}]}
flashcards: {topics: [people]}
"""

PROGRAM = """\
import fcntl, os, sys, termios, threading, time
from quizgen.commands.build import build, side_by_side

root, out, jobs, how = sys.argv[1:]
forks, fork, work = [], os.fork, side_by_side._work
def counting():
    forks.append(1)
    return fork()
def dying(todo, answers):
    os._exit(3)
def waiting(todo, answers):
    def wait(artifact):
        os.write(1, b"ready\\n")
        time.sleep(60)
    work(todo._replace(render=wait), answers)
def holding(todo, answers):
    todo.next_batch()
    while any(fcntl.ioctl(todo.pipe, termios.FIONREAD, bytes(4))):
        time.sleep(0.01)
    os._exit(3)
def failing(todo, answers):
    def fail(artifact):
        raise OSError("no")
    work(todo._replace(render=fail), answers)
os.fork = counting
ways = {"die": dying, "wait": waiting, "hold": holding, "fail": failing}
side_by_side._work = ways.get(how, work)
if how == "threads":
    threading.Thread(target=threading.Event().wait, daemon=True).start()
if how == "when":
    from quizgen.writers.anki import artifacts
    plan = artifacts.plan
    def telling(*arguments):
        print("cards are planned after forks", len(forks))
        return plan(*arguments)
    artifacts.plan = telling
progress = []
result = build.build(
    root, built=1_700_000_000, out=out, force=True, jobs=int(jobs), progress=progress.append
)
for path in progress:
    print(os.path.basename(path))
for diagnostic in result.diagnostics:
    print(diagnostic.name, diagnostic.message)
print("forks", len(forks))
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    project.mkdir()
    return write_project(project, deck=DECK)


def build(root: Path, jobs: int, how: str = "", seed: int = 0) -> tuple[dict[str, bytes], str]:
    """The files of a build, and what it says."""
    out = root.parent / f"out-{jobs}-{how}-{seed}"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, root, out, str(jobs), how],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )
    assert not done.stderr
    return {
        str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()
    }, done.stdout


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_bytes_are_those_of_one_process(root: Path, seed: int) -> None:
    files, words = build(root, 1, seed=seed)
    assert sum(name.endswith(".pdf") for name in files) == 8
    assert words.endswith("forks 0\n")
    for jobs in (2, 5):
        others, other_words = build(root, jobs, seed=seed)
        assert others == files
        assert other_words == words.replace("forks 0", f"forks {jobs - 1}")


@pytest.mark.parametrize("how", ["die", "hold", "fail"])
def test_what_another_process_cannot_render_is_rendered_here(root: Path, how: str) -> None:
    files, words = build(root, 1)
    assert build(root, 3, how) == (files, words.replace("forks 0", "forks 2"))


def test_cards_are_planned_while_other_processes_render(root: Path) -> None:
    for jobs, forks in ((1, 0), (2, 1)):
        assert build(root, jobs, "when")[1].startswith(f"cards are planned after forks {forks}\n")


def test_a_process_with_threads_is_not_copied(root: Path) -> None:
    assert build(root, 2, "threads") == build(root, 1)


def test_what_rendering_reports_is_told_once_and_in_its_order(root: Path) -> None:
    topic = next((root / "question_bank").rglob("people.yaml"))
    text = topic.read_text(encoding="utf-8")
    topic.write_text(text.replace("?", " \U0001f9d1\u0ca8 ?", 1), encoding="utf-8")
    files, words = build(root, 1)
    assert words.count("missing-glyph") >= 1
    assert build(root, 2) == (files, words.replace("forks 0", "forks 1"))


@pytest.mark.parametrize("how", ["", "hold"])
def test_what_a_file_reports_out_of_its_turn_is_told_in_its_turn(root: Path, how: str) -> None:
    """The cards are the last file, which is rendered while another process holds the first."""
    deck, topic = root / "decks" / "talks.yaml", next((root / "question_bank").rglob("people.yaml"))
    deck.write_text(DECK.replace("flashcards: {", "flashcards: {grid: 4x8, "), encoding="utf-8")
    words = "many words " * 80
    topic.write_text(topic.read_text("utf-8").replace("?", f" {words}?"), encoding="utf-8")
    files, said = build(root, 1)
    assert said.count("card-too-small") == 1
    assert build(root, 2, how) == (files, said.replace("forks 0", "forks 1"))


@pytest.fixture
def waiting(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A build whose two other processes are at work and never end, in a session of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, root, root.parent / "out", "3", "wait"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert [process.stdout.readline() for _ in range(2)] == ["ready\n"] * 2
    yield process
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("to_all", [True, False], ids=["from a terminal", "to one process"])
def test_an_interrupt_ends_every_process(
    root: Path, waiting: subprocess.Popen[str], to_all: bool
) -> None:
    (os.killpg if to_all else os.kill)(waiting.pid, signal.SIGINT)
    _, errors = waiting.communicate(timeout=60)
    assert errors.count("Traceback") == 1
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert are_gone(waiting.pid)
    assert not list((root.parent / "out").rglob("*.pdf"))


def test_forms_of_one_edition_are_rendered_in_one_process() -> None:
    """They are compared with each other, and need not be set twice for that."""

    def file(name: str, batch: str = "") -> Artifact:
        return Artifact(PurePosixPath(name), bytes, batch=batch)

    files = [file("a", "one"), file("key"), file("b", "two"), file("c", "one"), file("d", "two")]
    assert _batches(dict(enumerate(files))) == {0: [0, 3], 1: [1], 2: [2, 4]}
