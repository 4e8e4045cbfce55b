"""Work in a copy of this process comes back, or does not, and leaves no process behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from quizgen.project.processes import can_copy, copied, copies, read_answer, write_answer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there are copies made")


@pytest.fixture(autouse=True)
def no_copy_is_left() -> Iterator[None]:
    def children() -> set[str]:
        return {
            number
            for path in Path("/proc/self/task").glob("*/children")
            for number in path.read_text().split()
        }

    before = children()
    yield
    assert not children() - before


def test_what_the_copy_returns_comes_back_however_large_it_is() -> None:
    content = os.urandom(3_000_000)
    with copied(lambda: content) as answer, copied(lambda: content[::-1]) as other:
        assert answer() == content
        assert other() == content[::-1]


def test_a_copy_that_fails_answers_nothing() -> None:
    def fail() -> bytes:
        raise OSError("no")

    with copied(fail) as answer:
        assert answer() is None


def test_where_there_is_no_room_the_answer_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", fork)
    with copied(lambda: b"x") as answer:
        assert answer() is None


def test_the_copy_ends_with_the_block_even_where_it_is_told_to_ignore_that() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        start = time.monotonic()
        with copied(lambda: time.sleep(600) or b"x"):  # type: ignore[func-returns-value]
            pass
        assert time.monotonic() - start < 300
    finally:
        signal.signal(signal.SIGTERM, before)


def test_an_interrupt_while_copies_start_leaves_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    fork = os.fork

    def interrupted() -> int:
        number = fork()
        if number:
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        return number

    monkeypatch.setattr(os, "fork", interrupted)
    with pytest.raises(KeyboardInterrupt), copies([lambda _: time.sleep(600)] * 2):
        pytest.fail("the interrupt comes first")


@pytest.mark.parametrize("room", [0, 1, 2])
def test_where_there_is_room_for_fewer_they_do_it_alone(
    monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    forks, fork = iter(range(9)), os.fork

    def limited() -> int:
        if next(forks) < room:
            return fork()
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", limited)
    before = len(os.listdir("/proc/self/fd"))
    with copies([lambda pipe: write_answer(pipe, 7, b"x")] * 3) as started:
        assert [read_answer(copy) for copy in started] == [(7, b"x")] * room
        assert [read_answer(copy) for copy in started] == [None] * room
    assert len(os.listdir("/proc/self/fd")) == before


def test_an_answer_of_which_a_part_is_missing_is_none() -> None:
    def write(pipe: BinaryIO) -> None:
        write_answer(pipe, 1, b"whole")
        pipe.write(b"\0\0\0\2" + b"\0" * 7 + b"\5half")
        pipe.flush()
        os._exit(0)

    with copies([write]) as [copy]:
        assert read_answer(copy) == (1, b"whole")
        assert read_answer(copy) is None


def test_a_process_with_threads_cannot_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert not can_copy()
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert can_copy()
    monkeypatch.setattr("sys.platform", "darwin")
    assert not can_copy()
