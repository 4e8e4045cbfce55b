"""Files rendered side by side, a process for each core.

The others are copies of this process, so nothing is sent to them: they have all items and fonts,
and the widths of words that are measured already. Each takes the next batch of files from a pipe
that holds the numbers of all, and ends when it is empty. This one does so too, once it would wait
for a file. Nobody waits for anybody else.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import BinaryIO, TypeAlias

from quizgen.model.named_tuple import NamedTuple
from quizgen.project.processes import Copy, can_copy, copies, read_answer, write_answer
from quizgen.writers import Artifact

MIN_FILES = 4
"""Fewer PDF files are rendered in one process: a fork and its pipes take as long as one of a few
pages, 40 ms (measured)."""

MAX_FILES = 10_000
"""Files rendered side by side: their numbers, of four bytes, must fit into a pipe (64 KB)."""

_NUMBER = struct.Struct("!I")

_ROOM = 1 << 18
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
    batches = _batches(tasks)
    content_of: ContentOf = _content
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # too many files are open, or too much is in pipes
            pipe = stack.enter_context(_pipe_of(batches))
            selector = stack.enter_context(selectors.DefaultSelector())
            todo = _Todo(tasks, batches, pipe, render_apart)
            works = [partial(_work, todo)] * min(jobs - 1, len(batches))
            started = stack.enter_context(copies(works, _ROOM))
            content_of = _Rendered(todo, started, selector).content_of
        yield content_of


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


@contextlib.contextmanager
def _pipe_of(numbers: Iterable[int]) -> Iterator[int]:
    """Make a pipe that holds `numbers` and then ends; the block gets where they are read from.

    Raises OSError where there is no room for that.
    """
    content = b"".join(map(_NUMBER.pack, numbers))
    pipe, fill = os.pipe()
    try:
        try:
            os.set_blocking(fill, False)
            if os.write(fill, content) < len(content):
                raise BlockingIOError("a user with many pipes gets small ones")
        finally:
            os.close(fill)
        yield pipe
    finally:
        os.close(pipe)


class _Todo(NamedTuple):
    """What is to be done: `tasks` by their numbers, and `batches` by those of their first tasks.

    Those of batches that nobody has begun are in `pipe`, which all processes share.
    """

    tasks: Mapping[int, Artifact]
    batches: Mapping[int, Sequence[int]]
    pipe: int
    render: Render

    def next_batch(self) -> Sequence[int]:
        """Return the numbers of the files of the next batch, now begun; none at the end."""
        first = os.read(self.pipe, _NUMBER.size)
        return self.batches[_NUMBER.unpack(first)[0]] if first else ()


def _work(todo: _Todo, answers: BinaryIO) -> None:
    """Render batches of `todo` until all are begun, and write their files to `answers`."""
    while batch := todo.next_batch():
        for number in batch:
            write_answer(answers, number, todo.render(todo.tasks[number]) or b"")


class _Rendered:
    """Files by their numbers, as far as they are rendered here or have come from copies."""

    def __init__(
        self, todo: _Todo, started: Sequence[Copy], selector: selectors.BaseSelector
    ) -> None:
        self._todo = todo
        self._number_of = {id(artifact): number for number, artifact in todo.tasks.items()}
        self._finished: dict[int, bytes | None] = {}
        self._selector = selector
        for copy in started:
            selector.register(copy.answers, selectors.EVENT_READ, copy)

    def content_of(self, artifact: Artifact) -> bytes:
        """Return the content of `artifact` once it is there; render it here where no copy could.

        Until then, this process renders what none has begun.
        """
        number = self._number_of.get(id(artifact))
        if number is None:
            return _content(artifact)
        while number not in self._finished:
            if not self._take_part() and not self._take_finished():
                break
        return self._finished.pop(number, None) or _content(artifact)

    def _take_part(self) -> bool:
        """Render the next batch in this process; return False where there is none."""
        batch = self._todo.next_batch()
        for number in batch:
            self._finished[number] = None
            with contextlib.suppress(Exception):  # it fails again in its turn
                self._finished[number] = self._todo.render(self._todo.tasks[number])
            self._take_finished(0)
        return bool(batch)

    def _take_finished(self, timeout: float | None = None) -> bool:
        """Wait up to `timeout` seconds for files of others; return False where none is at work."""
        if not self._selector.get_map():
            return False
        for key, _ in self._selector.select(timeout):
            answer = read_answer(key.data)
            if answer is None:
                self._selector.unregister(key.fileobj)
            else:
                number, content = answer
                self._finished[number] = content
        return True
