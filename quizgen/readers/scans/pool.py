"""Reads pages side by side, a process for each core, none of which can stop the others."""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.model.dataclass import dataclass
from quizgen.project.processes import can_copy
from quizgen.readers.scans.location import Layouts
from quizgen.readers.scans.page import BlankPage, ReadPage, read_page
from quizgen.readers.scans.pages import PageSource

MAX_SECONDS = 120.0
"""A page takes less than a second. One that takes so much longer is given up."""
MAX_WORK = 10
"""Seconds that a page may compute, which does not count what the machine does besides."""
_LOOK_UP = 5.0
"""Seconds after which a process without work looks whether anyone is left to work for."""
MAX_GIVEN_UP = 3
"""Pages of a file that may be given up; then the rest of that file is not looked at."""
_BY_LIMIT = getattr(signal, "SIGXCPU", 999)
"""What ends a process that has computed for too long, where there is such a signal."""
_AHEAD = 3
"""Pages that wait, for each process, until those before them are read: memory stays flat."""

Result = ReadPage | UnreadablePage | BlankPage
Read = Callable[[PageSource, Layouts], Result]


def read_pages(
    sources: Iterable[PageSource],
    layouts: Layouts,
    jobs: int,
    *,
    read: Read = read_page,
    max_seconds: float = MAX_SECONDS,
    max_work: int = MAX_WORK,
) -> Iterator[tuple[PageSource, Result]]:
    """Yield each of `sources` with what is on it, in their order, read in up to `jobs` processes.

    A page whose process dies, takes longer than `max_seconds`, or computes for longer than
    `max_work` seconds where the system counts that, is one that cannot be read.
    """
    pool = _Pool(layouts, max(1, jobs), read, max_seconds, max_work)
    waiting: list[tuple[PageSource, int]] = []
    try:
        for number, source in enumerate(sources):
            pool.add(number, source)
            waiting.append((source, number))
            while len(waiting) > _AHEAD * jobs or (waiting and waiting[0][1] in pool.finished):
                first, index = waiting.pop(0)
                yield first, pool.result(index)
        for source, index in waiting:
            yield source, pool.result(index)
    finally:
        pool.stop()


@dataclass()
class _Worker:
    """A process, the pipe to it, and the page that it reads since `started`.

    A new process says once that it is ready; what it needs until then is no page's time.
    """

    process: Any
    pipe: Connection
    task: tuple[int, PageSource] | None = None
    started: float = field(default=0.0)


class _Pool:
    """Processes that read pages, and what has come of them so far, by the pages' numbers."""

    def __init__(
        self, layouts: Layouts, jobs: int, read: Read, max_seconds: float, max_work: int
    ) -> None:
        self.finished: dict[int, Result] = {}
        self._work = layouts, read, max_work
        self._jobs, self._max_seconds, self._max_work = jobs, max_seconds, max_work
        self._given_up: Counter[Path] = Counter()
        self._workers: list[_Worker] = []
        self._todo: list[tuple[int, PageSource]] = []
        self._context: Any = multiprocessing.get_context("fork" if _can_copy() else "spawn")

    def add(self, number: int, source: PageSource) -> None:
        """Have the page `source` read as `number`."""
        self._todo.append((number, source))
        self._hand_out()

    def result(self, number: int) -> Result:
        """Wait for the page `number`, and return what is on it."""
        while number not in self.finished:
            self._receive()
        return self.finished.pop(number)

    def stop(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers = []

    def _hand_out(self) -> None:
        for task in [one for one in self._todo if self._given_up[one[1].path] >= MAX_GIVEN_UP]:
            number, source = task
            why = f"it was not looked at: {MAX_GIVEN_UP} pages of this file were given up"
            self.finished[number] = UnreadablePage(source.label, source.page + 1, why)
            self._todo.remove(task)
        for worker in self._workers:
            if self._todo and worker.task is None:
                self._give(worker)
        while self._todo and len(self._workers) < self._jobs:
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=_work, args=(theirs, *self._work), daemon=True)
            process.start()
            theirs.close()
            worker = _Worker(process, ours)
            self._workers.append(worker)
            self._give(worker)

    def _give(self, worker: _Worker) -> None:
        worker.task, worker.started = self._todo.pop(0), time.monotonic()
        worker.pipe.send(worker.task[1])

    def _receive(self) -> None:
        """Take what comes next from a process; give up those that have died or take too long."""
        busy = {worker.pipe: worker for worker in self._workers if worker.task}
        ends = [worker.started + self._max_seconds for worker in busy.values()]
        timeout = max(0.0, min(ends) - time.monotonic())
        for pipe in multiprocessing.connection.wait(list(busy), timeout):
            worker = busy[pipe]  # type: ignore[index]
            try:
                result = worker.pipe.recv()
            except (EOFError, OSError):
                self._give_up(worker, self._why_ended(worker))
            else:
                assert worker.task is not None
                if result is None:
                    worker.started = time.monotonic()
                    continue
                self.finished[worker.task[0]] = result
                worker.task = None
        now = time.monotonic()
        for worker in busy.values():
            if worker.task and now > worker.started + self._max_seconds:
                self._give_up(worker, f"reading it takes longer than {self._max_seconds:.0f} s")
        self._hand_out()

    def _why_ended(self, worker: _Worker) -> str:
        worker.process.join()
        if worker.process.exitcode == -_BY_LIMIT:
            return f"reading it takes longer than {self._max_work} s: the file may be damaged"
        return "reading it ended the process: the file may be damaged"

    def _give_up(self, worker: _Worker, why: str) -> None:
        """End `worker`, and take its page as one that cannot be read."""
        assert worker.task is not None
        number, source = worker.task
        self._given_up[source.path] += 1
        self.finished[number] = UnreadablePage(source.label, source.page + 1, why)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        worker.task = None
        self._workers.remove(worker)


def _can_copy() -> bool:
    """Return whether a copy of this process works: not where OpenCV has started threads."""
    return can_copy() and "cv2" not in sys.modules


def _limit_work(seconds: int) -> None:
    """End this process once it has computed for `seconds` more, where a system has such a limit."""
    try:
        import resource
    except ModuleNotFoundError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    end = int(used.ru_utime + used.ru_stime) + 1 + seconds
    with contextlib.suppress(ValueError, OSError):  # less is allowed already
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _work(pipe: Connection, layouts: Layouts, read: Read, max_work: int) -> None:
    """Read the pages that come through `pipe`, until it is closed or the other process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import cv2

    cv2.setNumThreads(1)
    pipe.send(None)
    parent = multiprocessing.parent_process()
    while True:
        try:
            while not pipe.poll(_LOOK_UP):  # copies have this pipe's other end open, too
                if parent is not None and os.getppid() != parent.pid:
                    return
            source = pipe.recv()
        except (EOFError, OSError):
            return
        _limit_work(max_work)
        try:
            result = read(source, layouts)
        except Exception as error:  # whatever a page makes of a library: the others go on
            why = f"reading it failed: {type(error).__name__}"
            result = UnreadablePage(source.label, source.page + 1, why)
        pipe.send(result)
