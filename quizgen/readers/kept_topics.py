"""What was read from a topic file, kept as long as the file stays as it is.

A file is kept from the second time on that it is read unchanged. The one that an author is
working on is another each time, and to keep it takes as long as to read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.model.bank import Topic
from quizgen.model.hashes import blake2b
from quizgen.model.source import Source
from quizgen.project.record_store import RecordStore
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic

if TYPE_CHECKING:
    from quizgen.readers.topic_pickles import ReadTopic

MIN_LENGTH = 20_000
"""Characters of a file that is worth keeping: some 40 questions, read in 5 ms (measured)."""


def kept_topic(source: Source, reading: Reading, records: RecordStore | None) -> Topic | None:
    """Return the topic in `source` as `read_topic` does, from `records` if it is there."""
    if records is None or len(source.text) < MIN_LENGTH:
        return read_topic(source, reading)
    from quizgen.readers.topic_pickles import dumped, loaded  # most banks need no pickles

    name = f"topic-{_digest(str(source.path.absolute())).hex()[:32]}"
    circumstances = repr((reading.language, reading.math, reading.speak))
    digest = _digest(f"{circumstances}\n{source.text}")
    record = records.read(name) or b""
    is_known = record.startswith(digest)
    values = record[len(digest) :]
    kept = loaded(values, source) if is_known and values else None
    if kept is None:
        kept = _read(source, reading)
        new_record = digest + (dumped(kept) if is_known and not values else b"")
        if new_record != record:
            records.write(name, new_record)
        return kept.topic
    reading.report.diagnostics.extend(kept.diagnostics)
    reading.pictures.extend(kept.pictures)
    return kept.topic


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _read(source: Source, reading: Reading) -> ReadTopic:
    """Read the topic in `source`, and return it with what that adds to `reading`."""
    from quizgen.readers.topic_pickles import ReadTopic

    diagnostics, pictures = len(reading.report.diagnostics), len(reading.pictures)
    topic = read_topic(source, reading)
    return ReadTopic(
        topic,
        tuple(reading.report.diagnostics[diagnostics:]),
        tuple(reading.pictures[pictures:]),
    )
