"""With several processes a check finds the same, in the same order, whatever becomes of them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.processes import are_gone

from quizgen.checks import RULES
from quizgen.checks.explain import examples

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there are checks forked")

PROGRAM = """\
import os, sys, threading, time
from quizgen.checks import side_by_side
from quizgen.commands.check import check

folder, jobs, how = sys.argv[1:]
side_by_side.MIN_ITEMS = 3
forks, fork, rows = [], os.fork, side_by_side._rows
def counting():
    forks.append(1)
    return fork()
def dying(items, judge):
    os._exit(3)
def killed(items, judge):
    os.kill(os.getpid(), 9)
def failing(items, judge):
    raise OSError("no")
def large(items, judge):
    return rows(items, judge) + bytes(300_000)  # more than a pipe holds; marshal stops before it
def no_room():
    raise BlockingIOError(11, "Resource temporarily unavailable")
def waiting(items, judge):
    os.write(1, b"ready\\n")
    time.sleep(60)
os.fork = counting
if how == "no room":
    os.fork = no_room
ways = {"die": dying, "kill": killed, "fail": failing, "wait": waiting, "large": large}
side_by_side._rows = ways.get(how, rows)
if how == "threads":
    threading.Thread(target=threading.Event().wait, daemon=True).start()
def place(span):
    return span.source.path.name, span.line, span.column, span.end.line, span.end.column
for d in check(folder, jobs=int(jobs)):
    related = [(one.message, place(one.span)) for one in d.related]
    print(d.name, d.severity, place(d.span), d.message, d.help, related, d.fix)
print("forks", len(forks))
"""

FAULTS = """
- {id: comma, type: multiple_choice, question: Which one is it?, answer: "5", distractors: [1,2, 7]}
- {id: quote, type: short_answer, question: Who is it?, answer: x, evidence: not there at all}
- {id: odd, type: short_answer, question: "Who is\\u200B it?", answer: x, reference: <b>y</b>}
- {id: quoted, type: short_answer, question: Who is it?, answer: x, evidence: [The mines, the road]}
"""

ELSEWHERE = """
- {id: a1, type: multiple_choice, question: Where is it?, answer: Oslo, distractors: &d [Ulm, Bern]}
- {id: a2, type: multiple_choice, question: Where was it?, answer: Riga, distractors: *d}
- {id: a3, type: multiple_choice, question: Where is she?, answer: Kiel, distractors: *d}
- {id: a4, type: multiple_choice, question: Where are they?, answer: Lviv, distractors: *d}
- {id: a5, type: multiple_choice, question: Where are we?, answer: Cork, distractors: *d}
- {id: a6, type: multiple_choice, question: Where am I?, answer: Bern, distractors: *d}
"""
"""What the last one repeats stands in the first; and it alone has the source of bank.yaml."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bank with the bad example of each rule."""
    (tmp_path / "bank.yaml").write_text("id: a\ntitle: A [link](x.html)\npassage: p.md\n")
    (tmp_path / "p.md").write_text("# Salt\n\nThe mines were dug in 1402.\n\nThen the road came.\n")
    (tmp_path / "faults.yaml").write_text(f"topic: faults\nquestions:{FAULTS}")
    entries = "".join(examples(rule).bad for rule in RULES)
    (tmp_path / "rules.yaml").write_text(f"topic: rules\nquestions:\n{entries}\n")
    return tmp_path


def check(folder: Path, jobs: int, how: str = "", seed: int = 0) -> str:
    """What a check finds, and how many processes it started."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder, str(jobs), how],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )
    assert not done.stderr
    return done.stdout


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_several_processes_find_the_same(folder: Path, seed: int) -> None:
    expected = check(folder, 1, seed=seed)
    assert expected.count("\n") > 40
    assert expected.endswith("forks 0\n")
    for jobs in (2, 5):
        forks = f"forks {jobs - 1}"
        assert check(folder, jobs, seed=seed) == expected.replace("forks 0", forks)


@pytest.mark.parametrize("how", ["die", "kill", "fail", "large"])
def test_what_another_process_cannot_tell_is_found_here(folder: Path, how: str) -> None:
    expected = check(folder, 1).replace("forks 0", "forks 1")
    assert check(folder, 2, how) == expected


def test_where_there_is_no_room_for_another_process_all_is_found_here(folder: Path) -> None:
    assert check(folder, 2, "no room") == check(folder, 1)


def test_what_an_item_brings_about_elsewhere_is_found(folder: Path) -> None:
    (folder / "rules.yaml").unlink()
    (folder / "faults.yaml").write_text(f"topic: faults\nquestions:{ELSEWHERE}")
    bank = folder / "bank.yaml"
    bank.write_text(bank.read_text() + "reference: a [link](other page.html) and $x$\n")
    expected = check(folder, 1)
    assert "key-among-distractors" in expected or "duplicate-option" in expected
    assert check(folder, 2) == expected.replace("forks 0", "forks 1")


def test_a_process_with_threads_is_not_copied(folder: Path) -> None:
    assert check(folder, 2, "threads") == check(folder, 1)


@pytest.fixture
def waiting(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A check whose other process is at work and never ends, in a session of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, folder, "2", "wait"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield process
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("to_all", [True, False], ids=["from a terminal", "to one process"])
def test_an_interrupt_ends_every_process(waiting: subprocess.Popen[str], to_all: bool) -> None:
    if to_all:
        os.killpg(waiting.pid, signal.SIGINT)
    else:
        waiting.send_signal(signal.SIGINT)
    _, errors = waiting.communicate(timeout=60)
    assert errors.count("KeyboardInterrupt") == 1, "one process tells of it"
    assert are_gone(waiting.pid)
