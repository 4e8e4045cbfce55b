"""What the tests with hostile projects share."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator


class OverTimeError(BaseException):
    """Not an Exception, so that no handler of a command takes it for a fault of a file."""


@contextlib.contextmanager
def time_limit(seconds: int, what: str) -> Iterator[None]:
    """Fail where what happens inside takes more than `seconds`, also if it waits for a file."""

    def stop(number: int, frame: object) -> None:
        raise OverTimeError(f"{what} took more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
