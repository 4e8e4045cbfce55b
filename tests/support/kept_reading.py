"""Topic files read with and without what is kept of them, for tests to compare."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from quizgen.model.diagnostics import Report
from quizgen.model.entry import AuthorEntry
from quizgen.model.source import NOWHERE, Source, Span
from quizgen.readers.kept_files import kept_topic
from quizgen.readers.shapes import Reading
from quizgen.readers.yaml import ScalarNode


class Dict(dict[str, bytes]):
    """Records in memory."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def write(self, name: str, content: bytes) -> None:
        self[name] = content


def form(value: Any) -> Any:
    """All that a value holds, with its places, to compare."""
    if value is NOWHERE:
        return "nowhere"
    if isinstance(value, Span):
        start, end = value.start, value.end
        places = (value.source.path, start.line, start.column, end.line, end.column)
        if isinstance(value, AuthorEntry):
            return (*places, value.values, value.case_stem)
        return (*places, value.value) if isinstance(value, ScalarNode) else places
    if is_dataclass(value):
        return type(value), [form(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return type(value), [form(part) for part in value]
    return type(value), value


def read(source: Source, records: Dict | None, **circumstances: Any) -> Any:
    reading = Reading(Report(), **circumstances)
    topic = kept_topic(source, reading, records)
    return form((topic, tuple(reading.report.diagnostics), tuple(reading.pictures)))
