"""Work done in a copy of this process, beside it."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any


def can_copy() -> bool:
    """Return whether a copy of this process works: on Linux and the like, without threads."""
    has_fork = hasattr(os, "fork") and sys.platform not in ("darwin", "emscripten", "wasi")
    if not has_fork:
        return False
    import threading  # not needed by a check of a small bank

    return threading.active_count() == 1


@contextlib.contextmanager
def copied(work: Callable[[], bytes]) -> Iterator[Callable[[], bytes | None]]:
    """Do `work` in a copy of this process, which ends with the block at the latest.

    The block gets a function that waits for what `work` returns; it returns None where there was
    no room for a copy, or the copy did not come to its end, whatever ended it.
    """
    import multiprocessing  # 12 ms, which only large banks have to spare
    import signal

    context: Any = multiprocessing.get_context("fork")
    process: Any = None
    with contextlib.ExitStack() as pipes:
        try:
            # A Ctrl-C waits until the copy has started: none is forgotten that must be ended.
            mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
            try:
                ours, theirs = map(pipes.enter_context, context.Pipe(duplex=False))
                process = context.Process(target=_answer, args=(theirs, work), daemon=True)
                process.start()
                theirs.close()
            except OSError:  # too many processes or files, or too little memory
                pass
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            has_started = process is not None and process.pid is not None
            yield (lambda: _received(ours)) if has_started else (lambda: None)
        finally:
            if process is not None and process.pid is not None:
                process.kill()
                process.join()


def _received(pipe: Any) -> bytes | None:
    """Return what came through `pipe`; None where nothing did."""
    try:
        content: bytes = pipe.recv_bytes()
    except (EOFError, OSError):
        return None
    return content or None


def _answer(pipe: Any, work: Callable[[], bytes]) -> None:
    """Send what `work` returns through `pipe`; nothing where it fails, as it will elsewhere."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C goes to every process of a terminal
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    with contextlib.suppress(BaseException):
        pipe.send_bytes(work())
    os._exit(0)
