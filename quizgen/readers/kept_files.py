"""What was read from a file of a bank, kept as long as the file stays as it is.

A file is kept from the second time on that it is read: to keep it takes as long as to read it. Of
the topic file that an author is working on, only the entries are read that have changed since.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from quizgen.model.bank import Passage, Topic
from quizgen.model.hashes import blake2b
from quizgen.model.item_digests import has_anchors
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Source
from quizgen.project.record_store import RecordStore, record_name
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic

if TYPE_CHECKING:
    from quizgen.readers.pickles import ReadFile

MIN_LENGTH = 1_000
"""Characters of a file that is worth keeping: two questions, or a paragraph."""

DIGEST_SIZE = 32
"""Bytes of a digest."""

_LENGTH = struct.Struct("!Q")

T = TypeVar("T", Topic, Passage)


def kept_topic(source: Source, reading: Reading, records: RecordStore | None) -> Topic | None:
    """Return the topic in `source` as `read_topic` does, from `records` if it is there."""

    def read() -> Topic | None:
        return read_topic(source, reading)

    return _kept("topic", read, source, reading, records, circumstances_of(reading))


def circumstances_of(reading: Reading) -> tuple[object, ...]:
    """Return what decides beside its text what is read of a topic file."""
    return reading.language, reading.math, reading.speak


def kept_passage(
    source: Source, reading: Reading, records: RecordStore | None, language: str | None = None
) -> Passage | None:
    """Return the passage in `source` as `read_passage` does, from `records` if it is there."""

    def read() -> Passage | None:
        from quizgen.readers.passage import read_passage  # most often it has not changed

        return read_passage(source, reading.report, math=reading.math, language=language)

    return _kept("passage", read, source, reading, records, (reading.math, language))


def _kept(
    kind: str,
    read: Callable[[], T | None],
    source: Source,
    reading: Reading,
    records: RecordStore | None,
    circumstances: tuple[object, ...],
) -> T | None:
    """Return what `read` returns; `circumstances` and the text of `source` decide it."""
    if records is None or len(source.text) < MIN_LENGTH:
        return read()
    from quizgen.readers.kept_values import dumped  # a check without a cache needs no pickles

    name = record_name(kind, str(source.path.absolute()))
    known = _Record.of(records.read(name) or b"")
    new = _Record(source.digest, _digest(repr(circumstances)))
    kept = _from_record(known, new, kind, source, reading)
    if kept is not None:
        reading.report.diagnostics.extend(kept.diagnostics)
        reading.pictures.extend(kept.pictures)
        return cast("T | None", kept.value)
    result = with_what_it_adds(read, reading)
    is_same = known[:2] == new[:2]
    is_edited = kind == "topic" and bool(known.digest) and _is_plain(result, source)
    if not known.values and (is_same or is_edited):
        new = new._replace(text=source.text, values=dumped(result))
    if new != known:
        records.write(name, new.content)
    return cast("T | None", result.value)


class _Record(NamedTuple):
    """A record of a file: digests of its text and of the other things that decide what is read.

    `text` and `values` are empty until the file is worth keeping: what was read of `text` then,
    as `dumped` writes it.
    """

    digest: bytes
    circumstances: bytes = b""
    text: str = ""
    values: bytes | memoryview = b""

    @classmethod
    def of(cls, content: bytes) -> _Record:
        """Return the record with `content`; an empty one where that is none."""
        place = 2 * DIGEST_SIZE
        digests = content[:DIGEST_SIZE], content[DIGEST_SIZE:place]
        head = content[place : place + _LENGTH.size]
        if len(head) < _LENGTH.size:
            return cls(*digests)
        start = place + _LENGTH.size
        end = start + _LENGTH.unpack(head)[0]
        view = memoryview(content)  # to copy megabytes takes milliseconds
        try:
            text = str(view[start:end], "utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return cls(b"")
        return cls(*digests, text, view[end:])

    @property
    def content(self) -> bytes:
        """The bytes of the record."""
        digests = self.digest + self.circumstances
        if not self.values:
            return digests
        text = self.text.encode("utf-8", "surrogatepass")
        return b"".join((digests, _LENGTH.pack(len(text)), text, self.values))


def _from_record(
    known: _Record, new: _Record, kind: str, source: Source, reading: Reading
) -> ReadFile | None:
    """Return what was read of `source`, whose record would be `new`; None where it must be read."""
    if not known.values or known.circumstances != new.circumstances:
        return None
    from quizgen.readers.kept_values import loaded

    if known.digest == new.digest:
        return loaded(known.values, source)
    if kind != "topic":
        return None
    from quizgen.readers.changed_topic import read_changed

    return read_changed(known.text, partial(loaded, known.values), source, reading)


def _is_plain(result: ReadFile, source: Source) -> bool:
    """Return whether entries of `source` can be read alone when they change."""
    return not result.diagnostics and not has_anchors(source.text)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST_SIZE).digest()


def with_what_it_adds(read: Callable[[], T | None], reading: Reading) -> ReadFile:
    """Return what `read` returns, with what that adds to `reading`."""
    from quizgen.readers.pickles import ReadFile

    diagnostics, pictures = len(reading.report.diagnostics), len(reading.pictures)
    value = read()
    return ReadFile(
        value,
        tuple(reading.report.diagnostics[diagnostics:]),
        tuple(reading.pictures[pictures:]),
    )
