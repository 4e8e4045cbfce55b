"""Work in a copy of this process comes back, or does not, and leaves no process behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time

import pytest

from quizgen.project.processes import can_copy, copied

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there are copies made")


def test_what_the_copy_returns_comes_back_however_large_it_is() -> None:
    content = os.urandom(3_000_000)
    with copied(lambda: content) as answer, copied(lambda: content[::-1]) as other:
        assert answer() == content
        assert other() == content[::-1]
    assert not multiprocessing.active_children()


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
    assert not multiprocessing.active_children()


def test_an_interrupt_while_the_copy_starts_leaves_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    start = multiprocessing.context.ForkProcess.start

    def interrupted(process: multiprocessing.context.ForkProcess) -> None:
        start(process)
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)

    monkeypatch.setattr(multiprocessing.context.ForkProcess, "start", interrupted)
    with (
        pytest.raises(KeyboardInterrupt),
        copied(lambda: time.sleep(600) or b"x"),  # type: ignore[func-returns-value]
    ):
        pytest.fail("the interrupt comes first")
    assert not multiprocessing.active_children()


def test_a_process_with_threads_cannot_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert not can_copy()
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert can_copy()
    monkeypatch.setattr("sys.platform", "darwin")
    assert not can_copy()
