"""What was read from a topic file, kept as long as the file stays as it is.

A file is kept from the second time on that it is read: to keep it takes as long as to read it. Of
the one that an author is working on, only the entries are read that have changed since.
"""

from __future__ import annotations

import struct
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from quizgen.model.bank import Topic
from quizgen.model.hashes import blake2b
from quizgen.model.item_digests import has_anchors
from quizgen.model.source import Source
from quizgen.project.record_store import RecordStore
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic

if TYPE_CHECKING:
    from quizgen.readers.topic_pickles import ReadTopic

MIN_LENGTH = 20_000
"""Characters of a file that is worth keeping: some 40 questions, read in 5 ms (measured)."""

DIGEST_SIZE = 32
"""Bytes of a digest."""

_LENGTH = struct.Struct("!Q")


def kept_topic(source: Source, reading: Reading, records: RecordStore | None) -> Topic | None:
    """Return the topic in `source` as `read_topic` does, from `records` if it is there."""
    if records is None or len(source.text) < MIN_LENGTH:
        return read_topic(source, reading)
    from quizgen.readers.topic_pickles import dumped, loaded  # most banks need no pickles

    name = f"topic-{_digest(str(source.path.absolute())).hex()[:32]}"
    circumstances = _digest(repr((reading.language, reading.math, reading.speak)))
    known = _Record.of(records.read(name) or b"")
    new = _Record(_digest(source.text) + circumstances)
    kept = None
    if known.values and known.key == new.key:
        kept = loaded(known.values, source)
    elif known.values and known.key[DIGEST_SIZE:] == circumstances:
        from quizgen.readers.changed_topic import read_changed

        kept = read_changed(known.text, partial(loaded, known.values), source, reading)
    if kept is None:
        kept = _read(source, reading)
        is_same = known.key == new.key
        if not known.values and (is_same or (known.key and _is_plain(kept, source))):
            new = new._replace(text=source.text, values=dumped(kept))
        if new != known:
            records.write(name, new.content)
        return kept.topic
    reading.report.diagnostics.extend(kept.diagnostics)
    reading.pictures.extend(kept.pictures)
    return kept.topic


class _Record(NamedTuple):
    """A record of a topic file: `key` stands for its text and the bank's language and the like.

    `text` and `values` are empty until the file is worth keeping: what was read of `text` then,
    as `dumped` writes it.
    """

    key: bytes
    text: str = ""
    values: bytes = b""

    @classmethod
    def of(cls, content: bytes) -> _Record:
        """Return the record with `content`; an empty one where that is none."""
        key, head = content[: 2 * DIGEST_SIZE], content[2 * DIGEST_SIZE :][: _LENGTH.size]
        if len(head) < _LENGTH.size:
            return cls(key)
        start = 2 * DIGEST_SIZE + _LENGTH.size
        end = start + _LENGTH.unpack(head)[0]
        try:
            return cls(key, content[start:end].decode("utf-8", "surrogatepass"), content[end:])
        except UnicodeDecodeError:
            return cls(b"")

    @property
    def content(self) -> bytes:
        """The bytes of the record."""
        if not self.values:
            return self.key
        text = self.text.encode("utf-8", "surrogatepass")
        return b"".join((self.key, _LENGTH.pack(len(text)), text, self.values))


def _is_plain(kept: ReadTopic, source: Source) -> bool:
    """Return whether entries of `source` can be read alone when they change."""
    return not kept.diagnostics and not has_anchors(source.text)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST_SIZE).digest()


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
