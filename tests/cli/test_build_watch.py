"""``quizgen build --watch``: builds after each save, and never after its own."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import CHOICE, write_bank, write_project

WAITING = "watching for the next save"


class Watch:
    """A running ``quizgen build --watch`` and the terminal that it writes to."""

    def __init__(self, root: Path) -> None:
        self.terminal, far_end = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "quizgen", "build", "--watch"],
            cwd=root,
            stdout=far_end,
            stderr=far_end,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
        )
        os.close(far_end)

    def turn(self) -> str:
        """What is printed up to the next time that it waits."""
        printed = ""
        while WAITING not in printed:
            printed += os.read(self.terminal, 4096).decode()
        return printed

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    started = Watch(write_project(tmp_path))
    yield started
    started.close()


def test_each_save_is_built_and_told_as_a_build_tells_it(tmp_path: Path, watch: Watch) -> None:
    assert "wrote dist/talks/sheet.pdf" in watch.turn()
    before = (tmp_path / "dist/talks/sheet.pdf").read_bytes()
    write_bank(tmp_path, CHOICE.replace("Canberra", "Sydney"))
    assert "wrote dist/talks/sheet.pdf" in watch.turn()
    assert (tmp_path / "dist/talks/sheet.pdf").read_bytes() != before


def test_a_broken_save_is_told_and_the_next_one_built(tmp_path: Path, watch: Watch) -> None:
    watch.turn()
    write_bank(tmp_path, CHOICE.replace("answer: Seoul", "answr: Seoul"))
    told = watch.turn()
    assert "error[unknown-key]" in told
    assert "wrote" not in told
    write_bank(tmp_path)
    assert "6 files are up to date" in watch.turn()
    write_bank(tmp_path, CHOICE.replace("Canberra", "Busan"))
    assert "wrote dist/talks/talks.apkg" in watch.turn()


def test_it_does_not_wake_itself(watch: Watch) -> None:
    """A build writes ledgers into both folders that are watched."""
    watch.turn()
    woken, _, _ = select.select([watch.terminal], [], [], 1.5)
    assert not woken


def test_ctrl_c_ends_it_and_is_no_failure(watch: Watch) -> None:
    watch.turn()
    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(timeout=60) == 0


def test_a_deck_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", "build", "--watch", "tlaks"],
        cwd=write_project(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.count("there is no deck file 'tlaks'; did you mean 'talks'?") == 1


def test_it_does_not_go_with_json(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", "build", "--watch", "--json"],
        cwd=write_project(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "--watch does not go with --json" in done.stderr
