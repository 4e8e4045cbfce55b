"""What was read from a file of a bank, kept as long as the file stays as it is.

A file is kept from the second time on that it is read unchanged. The one that an author is
working on is another each time, and to keep it takes as long as to read it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from quizgen.model.bank import Passage, Topic
from quizgen.model.hashes import blake2b
from quizgen.model.source import Source
from quizgen.project.record_store import RecordStore
from quizgen.readers.passage import read_passage
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic

if TYPE_CHECKING:
    from quizgen.readers.pickles import ReadFile

MIN_LENGTH = 1_000
"""Characters of a file that is worth keeping: two questions, or a paragraph."""

T = TypeVar("T", Topic, Passage)


def kept_topic(source: Source, reading: Reading, records: RecordStore | None) -> Topic | None:
    """Return the topic in `source` as `read_topic` does, from `records` if it is there."""
    circumstances = reading.language, reading.math, reading.speak

    def read() -> Topic | None:
        return read_topic(source, reading)

    return _kept("topic", read, source, reading, records, circumstances)


def kept_passage(
    source: Source, reading: Reading, records: RecordStore | None, language: str | None = None
) -> Passage | None:
    """Return the passage in `source` as `read_passage` does, from `records` if it is there."""

    def read() -> Passage | None:
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
    from quizgen.readers.pickles import dumped, loaded  # a check without a cache needs no pickles

    name = f"{kind}-{_digest(str(source.path.absolute())).hex()[:32]}"
    digest = _digest(f"{circumstances!r}\n{source.text}")
    record = records.read(name) or b""
    is_known = record.startswith(digest)
    values = record[len(digest) :]
    kept = loaded(values, source) if is_known and values else None
    if kept is not None:
        reading.report.diagnostics.extend(kept.diagnostics)
        reading.pictures.extend(kept.pictures)
        return cast("T | None", kept.value)
    result = _with_what_it_adds(read, reading)
    new_record = digest + (dumped(result) if is_known and not values else b"")
    if new_record != record:
        records.write(name, new_record)
    return cast("T | None", result.value)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _with_what_it_adds(read: Callable[[], T | None], reading: Reading) -> ReadFile:
    """Return what `read` returns, with what that adds to `reading`."""
    from quizgen.readers.pickles import ReadFile

    diagnostics, pictures = len(reading.report.diagnostics), len(reading.pictures)
    value = read()
    return ReadFile(
        value,
        tuple(reading.report.diagnostics[diagnostics:]),
        tuple(reading.pictures[pictures:]),
    )
