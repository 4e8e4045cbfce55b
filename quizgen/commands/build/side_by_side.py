"""Files rendered side by side, a process for each core.

The processes are copies of this one (`os.fork`), so nothing is sent to them: they have all items
and fonts, and the widths of words that are measured already. Each takes the next batch of files
from a pipe that holds the numbers of all, and ends when it is empty. Nobody waits for anybody
else: whichever process is killed, the others come to their end.
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

MIN_FILES = 4
"""Fewer PDF files are rendered in one process: a fork and its pipes take as long as one of a few
pages, 40 ms (measured)."""

MAX_FILES = 10_000
"""Files rendered side by side: their numbers, of four bytes, must fit into a pipe (64 KB)."""

_NUMBER = struct.Struct("!I")
_HEAD = struct.Struct("!IQ")
"""What stands before a file in a pipe: its number, and how many bytes it has."""

Render: TypeAlias = Callable[[Artifact], bytes | None]
"""Renders a file in a copy of this process; None where it must be rendered in this one."""

ContentOf: TypeAlias = Callable[[Artifact], bytes]
"""Returns the content of a file, wherever it was rendered."""


@contextlib.contextmanager
def rendered_ahead(
    artifacts: Sequence[Artifact], jobs: int, render_apart: Render
) -> Iterator[ContentOf]:
    """Begin to render those of `artifacts` that are worth it, in up to `jobs` other processes.

    What it gives returns the content of any artifact: it waits for what is rendered elsewhere, and
    renders the others when they are asked for. Contents are the same whatever `jobs` is. A file
    that fails in another process is rendered in this one, where it fails as it would without them.
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

    There are `count` of them, if there are so many `batches`.
    """

    def __init__(
        self,
        tasks: Mapping[int, Artifact],
        batches: Mapping[int, Sequence[int]],
        count: int,
        render: Render,
    ) -> None:
        self._finished: dict[int, bytes | None] = {}
        self._selector = selectors.DefaultSelector()
        self._processes: list[int] = []
        todo, fill = os.pipe()
        os.write(fill, b"".join(map(_NUMBER.pack, batches)))
        os.close(fill)
        sys.stdout.flush()
        sys.stderr.flush()
        # A Ctrl-C waits until all have started: no process is forgotten that must be ended.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            for _ in range(min(count, len(batches))):
                self._start(tasks, batches, todo, render)
            os.close(todo)
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        except BaseException:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            self.stop()
            raise

    def _start(
        self,
        tasks: Mapping[int, Artifact],
        batches: Mapping[int, Sequence[int]],
        todo: int,
        render: Render,
    ) -> None:
        """Start a process that takes numbers of `batches` from `todo`."""
        results, answer = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(results)
            _work(tasks, batches, todo, answer, render)
        os.close(answer)
        self._processes.append(process)
        self._selector.register(results, selectors.EVENT_READ)

    def content(self, number: int) -> bytes | None:
        """Wait for the file `number` and return it; None where no process could render it."""
        while number not in self._finished and self._selector.get_map():
            for key, _ in self._selector.select():
                self._receive(key.fd)
        return self._finished.pop(number, None)

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
