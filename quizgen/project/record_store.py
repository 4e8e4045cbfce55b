"""Where passes keep what they need not work out again."""

from __future__ import annotations

from typing import Protocol

from quizgen.model.hashes import blake2b


class RecordStore(Protocol):
    """Bytes by name, which may be gone at any time. What is read was written by this quizgen."""

    def read(self, name: str) -> bytes | None:
        """Return what was written under `name`; None where nothing is there."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Keep `content` under `name`."""
        ...


class ReadStore:
    """The records in `store`, where nothing new is kept."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    def read(self, name: str) -> bytes | None:
        """Return what was written under `name` before; None where nothing is there."""
        return self._store.read(name)

    def write(self, name: str, content: bytes) -> None:
        """Do nothing."""


def record_name(kind: str, *parts: str) -> str:
    """Return a name for the record of this `kind` about what `parts` name, such as a path.

    A path may hold bytes that are no UTF-8, which Python writes as lone surrogates.
    """
    named = "\0".join(parts).encode("utf-8", "surrogatepass")
    return f"{kind}-{blake2b(named, digest_size=16).hexdigest()}"
