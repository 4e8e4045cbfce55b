"""What this process has read of topic files, in memory for when it reads them again.

A preview reads a bank after each save of one of its files. What the other files hold is there
already: not only equal but the same objects, so that what was made of them can be kept, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from quizgen.model.bank import Topic
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Source
from quizgen.project.record_store import RecordStore
from quizgen.readers.kept_files import circumstances_of, kept_topic, with_what_it_adds
from quizgen.readers.shapes import Reading

if TYPE_CHECKING:
    from quizgen.readers.pickles import ReadFile


class _Known(NamedTuple):
    """What was `read` of `source`, and what else decided it."""

    source: Source
    circumstances: tuple[object, ...]
    read: ReadFile


class ReadFiles:
    """The topic files that a process has read, each as it was the last time."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def topic(self, source: Source, reading: Reading, records: RecordStore | None) -> Topic | None:
        """Return the topic in `source` as `kept_topic` does; the same one while nothing changes."""
        name, circumstances = str(source.path.absolute()), circumstances_of(reading)
        known = self._known.get(name)
        if known is not None and known[:2] == (source, circumstances):
            reading.report.diagnostics.extend(known.read.diagnostics)
            reading.pictures.extend(known.read.pictures)
            return cast("Topic | None", known.read.value)
        read = with_what_it_adds(lambda: kept_topic(source, reading, records), reading)
        self._known[name] = _Known(source, circumstances, read)
        return cast("Topic | None", read.value)
