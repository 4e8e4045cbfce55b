"""Work done in copies of this process, beside it.

A copy (`os.fork`) has all that this process has, so nothing is sent to it. What comes of its work
comes back through a pipe, as answers with numbers. Whichever is killed, the others are not held up.
"""

from __future__ import annotations

import contextlib
import os
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from io import FileIO
from typing import BinaryIO, NoReturn, TypeAlias

from quizgen.model.named_tuple import NamedTuple

_HEAD = struct.Struct("!IQ")
"""What stands before an answer in a pipe: its number, and how many bytes it has."""

Work: TypeAlias = Callable[[BinaryIO], None]
"""Works in a copy, and writes what comes of it to a pipe (`write_answer`)."""


class Copy(NamedTuple):
    """A copy of this process at work: its process number, and where its answers come from."""

    number: int
    answers: FileIO


def can_copy() -> bool:
    """Return whether a copy of this process works: on Linux and the like, without threads."""
    has_fork = hasattr(os, "fork") and sys.platform not in ("darwin", "emscripten", "wasi")
    if not has_fork:
        return False
    import threading  # not needed by a check of a small bank

    return threading.active_count() == 1


@contextlib.contextmanager
def copies(works: Sequence[Work], room: int = 0) -> Iterator[list[Copy]]:
    """Do each of `works` in a copy of this process, which ends with the block at the latest.

    The block gets those copies that have started: fewer than `works` where there was no room. A
    copy may write `room` bytes before they are read, if the system allows: 64 KB by itself.
    """
    import signal  # not needed by a check of a small bank

    started: list[Copy] = []
    for stream in filter(None, (sys.stdout, sys.stderr)):  # None where they are closed
        stream.flush()
    try:
        # A Ctrl-C waits until all have started: none is forgotten that must be ended.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            for work in works:
                started.append(_start(work, room))
        except OSError:  # too many processes or files, or too little memory
            pass
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        yield started
    finally:
        for copy in started:
            _end(copy)


@contextlib.contextmanager
def copied(work: Callable[[], bytes]) -> Iterator[Callable[[], bytes | None]]:
    """Do `work` in a copy of this process, which ends with the block at the latest.

    The block gets a function that waits for what `work` returns; it returns None where that is
    empty, where there was no room for a copy, or where the copy did not come to its end, whatever
    ended it.
    """
    with copies([lambda pipe: write_answer(pipe, 0, work())]) as started:

        def answer() -> bytes | None:
            numbered = read_answer(started[0]) if started else None
            return numbered[1] or None if numbered else None

        yield answer


def write_answer(pipe: BinaryIO, number: int, content: bytes) -> None:
    """Send `content` from a copy as the answer `number`."""
    pipe.write(_HEAD.pack(number, len(content)) + content)
    pipe.flush()


def read_answer(copy: Copy) -> tuple[int, bytes] | None:
    """Wait for the next answer of `copy`: its number and content. None where it has ended."""
    head = _read(copy.answers, _HEAD.size)
    if len(head) < _HEAD.size:
        return None
    number, size = _HEAD.unpack(head)
    content = _read(copy.answers, size)
    return (number, content) if len(content) == size else None


def _read(pipe: FileIO, size: int) -> bytes:
    """Return the next `size` bytes of `pipe`, fewer at its end."""
    parts = []
    while size and (part := pipe.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _start(work: Work, room: int) -> Copy:
    """Start a copy that does `work`, whose answers have `room` bytes."""
    ours, theirs = os.pipe()
    if room and sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):  # a user may have so much in pipes, and no more
            fcntl.fcntl(theirs, fcntl.F_SETPIPE_SZ, room)
    try:
        number = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        raise
    if number == 0:
        os.close(ours)
        _work(work, theirs)
    os.close(theirs)
    return Copy(number, FileIO(ours))


def _work(work: Work, pipe: int) -> NoReturn:
    """Do `work`, whose answers go to `pipe`, and end this process."""
    import signal

    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C goes to every process of a terminal
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        with open(pipe, "wb") as answers:
            work(answers)
    except BaseException:  # what has no answer is done by whoever wants it, and fails there as here
        os._exit(1)
    os._exit(0)


def _end(copy: Copy) -> None:
    """End `copy`, if it is still at work, and wait for its end."""
    import signal

    copy.answers.close()
    with contextlib.suppress(OSError):  # SIGCHLD may be ignored: then nobody is left
        if os.waitpid(copy.number, os.WNOHANG) == (0, 0):
            os.kill(copy.number, signal.SIGKILL)
            os.waitpid(copy.number, 0)
