"""Where passes keep what they need not work out again."""

from __future__ import annotations

from typing import Protocol


class RecordStore(Protocol):
    """Bytes by name, which may be gone at any time. What is read was written by this quizgen."""

    def read(self, name: str) -> bytes | None:
        """Return what was written under `name`; None where nothing is there."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Keep `content` under `name`."""
        ...
