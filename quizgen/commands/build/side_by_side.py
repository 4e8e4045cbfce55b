"""Files rendered side by side, a process for each core.

The processes are copies of this one, so nothing is sent to them: they have all items and fonts,
and the widths of words that are measured already. Each takes the next batch of files from a pipe
that holds the numbers of all, and ends when it is empty. Nobody waits for anybody else.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import BinaryIO, TypeAlias

from quizgen.project.processes import Copy, can_copy, copies, read_answer, write_answer
from quizgen.writers import Artifact

MIN_FILES = 4
"""Fewer PDF files are rendered in one process: a fork and its pipes take as long as one of a few
pages, 40 ms (measured)."""

MAX_FILES = 10_000
"""Files rendered side by side: their numbers, of four bytes, must fit into a pipe (64 KB)."""

_NUMBER = struct.Struct("!I")
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
    batches = _batches(tasks)
    content_of: ContentOf = _content
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # too many files are open
            todo = stack.enter_context(_pipe_of(batches))
            work = partial(_work, tasks, batches, todo, render_apart)
            started = stack.enter_context(copies([work] * min(jobs, len(batches))))
            selector = stack.enter_context(selectors.DefaultSelector())
            content_of = _Rendered(tasks, started, selector).content_of
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
    """Make a pipe that holds `numbers` and then ends; the block gets where they are read from."""
    todo, fill = os.pipe()
    try:
        with open(fill, "wb") as pipe:
            pipe.write(b"".join(map(_NUMBER.pack, numbers)))
        yield todo
    finally:
        os.close(todo)


class _Rendered:
    """Files of `tasks` by their numbers, as far as the processes `started` have rendered them."""

    def __init__(
        self,
        tasks: Mapping[int, Artifact],
        started: Sequence[Copy],
        selector: selectors.BaseSelector,
    ) -> None:
        self._number_of = {id(artifact): number for number, artifact in tasks.items()}
        self._finished: dict[int, bytes] = {}
        self._selector = selector
        for copy in started:
            selector.register(copy.answers, selectors.EVENT_READ, copy)

    def content_of(self, artifact: Artifact) -> bytes:
        """Wait for the content of `artifact`; render it here where no process could."""
        number = self._number_of.get(id(artifact))
        while number is not None and number not in self._finished and self._selector.get_map():
            for key, _ in self._selector.select():
                self._receive(key.data)
        content = self._finished.pop(number, b"") if number is not None else b""
        return content or _content(artifact)

    def _receive(self, copy: Copy) -> None:
        """Take one file from `copy`, or forget it where it has ended."""
        answer = read_answer(copy)
        if answer is None:
            self._selector.unregister(copy.answers)
        else:
            number, content = answer
            self._finished[number] = content


def _work(
    tasks: Mapping[int, Artifact],
    batches: Mapping[int, Sequence[int]],
    todo: int,
    render: Render,
    answers: BinaryIO,
) -> None:
    """Render batches whose numbers come from `todo`, and write their files to `answers`."""
    while number := os.read(todo, _NUMBER.size):
        for index in batches[_NUMBER.unpack(number)[0]]:
            write_answer(answers, index, render(tasks[index]) or b"")
