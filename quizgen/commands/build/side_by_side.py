"""Files rendered side by side, a process for each core.

The others are copies of this process (`os.fork`), so nothing is sent to them: they have all items
and fonts, and the widths of words that are measured already. Each takes the next batch of files
from a pipe that holds the numbers of all, and ends when it is empty. This one does so too, once it
would wait for a file. Nobody waits for anybody else: whichever process is killed, the others come
to their end.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import struct
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NoReturn, TypeAlias

from quizgen.project.processes import can_copy
from quizgen.writers import Artifact

if sys.platform == "linux":
    import fcntl

MIN_FILES = 4
"""Fewer PDF files are rendered in one process: a fork and its pipes take as long as one of a few
pages, 40 ms (measured)."""

MAX_FILES = 10_000
"""Files rendered side by side: their numbers, of four bytes, must fit into a pipe (64 KB)."""

_NUMBER = struct.Struct("!I")
_HEAD = struct.Struct("!IQ")
"""What stands before a file in a pipe: its number, and how many bytes it has."""

_ROOM = 1 << 20
"""Bytes of files that another process may have finished while this one is busy with a batch. A pipe
has 64 KB otherwise, which is one file."""

Render: TypeAlias = Callable[[Artifact], bytes | None]
"""Renders a file out of its turn, in this process or a copy of it, and reports nothing; None where
it must be rendered in its turn."""

ContentOf: TypeAlias = Callable[[Artifact], bytes]
"""Returns the content of a file, wherever it was rendered."""


@contextlib.contextmanager
def rendered_ahead(
    artifacts: Sequence[Artifact], jobs: int, render_apart: Render
) -> Iterator[ContentOf]:
    """Begin to render those of `artifacts` that are worth it, in up to `jobs` processes.

    What it gives returns the content of any artifact: it takes part in rendering, then waits for
    what is rendered elsewhere, and renders the others when they are asked for. Contents are the
    same whatever `jobs` is. A file that fails out of its turn is rendered in its turn, where it
    fails as it would without other processes.
    """
    numbers = [n for n, artifact in enumerate(artifacts) if _is_worth_it(artifact)][:MAX_FILES]
    if jobs < 2 or len(numbers) < MIN_FILES or not can_copy():
        yield _content
        return
    tasks = {number: artifacts[number] for number in numbers}
    number_of = {id(artifact): number for number, artifact in tasks.items()}
    try:
        workers = _Workers(tasks, _batches(tasks), jobs, render_apart)
    except OSError:  # too many processes or files, or too little memory
        yield _content
        return

    def content_of(artifact: Artifact) -> bytes:
        number = number_of.get(id(artifact))
        content = workers.content(number) if number is not None else None
        return _content(artifact) if content is None else content

    try:
        yield content_of
    finally:
        workers.stop()


def _content(artifact: Artifact) -> bytes:
    """Render `artifact` in this process."""
    return artifact.content or b""


def _is_worth_it(artifact: Artifact) -> bool:
    return artifact.path.suffix == ".pdf" and callable(artifact.source)


def _batches(tasks: Mapping[int, Artifact]) -> dict[int, list[int]]:
    """Return the numbers of the files of each batch by the first of them."""
    first: dict[str, int] = {}
    batches: dict[int, list[int]] = {}
    for number, artifact in tasks.items():
        leader = first.setdefault(artifact.batch, number) if artifact.batch else number
        batches.setdefault(leader, []).append(number)
    return batches


class _Workers:
    """Processes that render `tasks`, files by their numbers, and what has come of them so far.

    There are `count` of them with this one, if there are so many `batches`.
    """

    def __init__(
        self,
        tasks: Mapping[int, Artifact],
        batches: Mapping[int, Sequence[int]],
        count: int,
        render: Render,
    ) -> None:
        self._tasks, self._batches, self._render = tasks, batches, render
        self._finished: dict[int, bytes | None] = {}
        self._selector = selectors.DefaultSelector()
        self._processes: list[int] = []
        self._todo, fill = os.pipe()
        os.write(fill, b"".join(map(_NUMBER.pack, batches)))
        os.close(fill)
        sys.stdout.flush()
        sys.stderr.flush()
        # A Ctrl-C waits until all have started: no process is forgotten that must be ended.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            for _ in range(min(count - 1, len(batches))):
                self._start()
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        except BaseException:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            self.stop()
            raise

    def _start(self) -> None:
        """Start a process that takes numbers of batches from the same pipe as this one."""
        results, answer = os.pipe()
        if sys.platform == "linux":
            with contextlib.suppress(OSError):  # a user may have so much in pipes, and no more
                fcntl.fcntl(answer, fcntl.F_SETPIPE_SZ, _ROOM)
        process = os.fork()
        if process == 0:
            os.close(results)
            _work(self._tasks, self._batches, self._todo, answer, self._render)
        os.close(answer)
        self._processes.append(process)
        self._selector.register(results, selectors.EVENT_READ)

    def content(self, number: int) -> bytes | None:
        """Return the file `number` once it is there; None where no process could render it.

        Until then, this process renders what none has begun.
        """
        while number not in self._finished:
            if not self._take_part() and not self._take_finished():
                break
        return self._finished.pop(number, None)

    def _take_part(self) -> bool:
        """Render the next batch in this process; return False where there is none."""
        batch = os.read(self._todo, _NUMBER.size)
        if not batch:
            return False
        for index in self._batches[_NUMBER.unpack(batch)[0]]:
            self._finished[index] = None
            with contextlib.suppress(Exception):  # it fails again in its turn
                self._finished[index] = self._render(self._tasks[index])
            self._take_finished(0)
        return True

    def _take_finished(self, timeout: float | None = None) -> bool:
        """Wait up to `timeout` seconds for files of others; return False where none is at work."""
        if not self._selector.get_map():
            return False
        for key, _ in self._selector.select(timeout):
            self._receive(key.fd)
        return True

    def _receive(self, results: int) -> None:
        """Take one file from the pipe `results`; close it where its process has ended."""
        head = _read(results, _HEAD.size)
        number, size = _HEAD.unpack(head) if len(head) == _HEAD.size else (0, 0)
        content = _read(results, size)
        if len(head) < _HEAD.size or len(content) < size:
            self._selector.unregister(results)
            os.close(results)
        else:
            self._finished[number] = content or None

    def stop(self) -> None:
        """End the processes that are still at work, as after Ctrl-C, and wait for all."""
        os.close(self._todo)
        for results in list(self._selector.get_map() or {}):
            os.close(results)  # type: ignore[arg-type]
        self._selector.close()
        for process in self._processes:
            with contextlib.suppress(OSError):  # SIGCHLD may be ignored: then nobody is left
                if os.waitpid(process, os.WNOHANG) == (0, 0):
                    os.kill(process, signal.SIGKILL)
                    os.waitpid(process, 0)


def _read(pipe: int, size: int) -> bytes:
    """Return the next `size` bytes of `pipe`, fewer at its end."""
    parts = []
    while size and (part := os.read(pipe, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _work(
    tasks: Mapping[int, Artifact],
    batches: Mapping[int, Sequence[int]],
    todo: int,
    answer: int,
    render: Render,
) -> NoReturn:
    """Render batches whose numbers come from `todo`, write them to `answer`, end the process."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C goes to every process of a terminal
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        with open(answer, "wb") as pipe:
            while number := os.read(todo, _NUMBER.size):
                for index in batches[_NUMBER.unpack(number)[0]]:
                    content = render(tasks[index]) or b""
                    pipe.write(_HEAD.pack(index, len(content)) + content)
                    pipe.flush()
    except BaseException:  # whoever asked renders this file, and meets the same
        os._exit(1)
    os._exit(0)
