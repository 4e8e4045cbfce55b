"""A project's settings: ``quizgen.toml``, or the table ``tool.quizgen`` of ``pyproject.toml``."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quizgen.checks.filter import DiagnosticFilter
from quizgen.checks.ignorable import refusal, refusal_to_warn
from quizgen.model.diagnostics import Report
from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.source import Position, Source, Span
from quizgen.project.layout import CONFIGURATION, SHARED_CONFIGURATION
from quizgen.readers.files import read_source

SECTION = "lint"
KEYS = ("select", "ignore", "warning", "error")


_HEADER = pattern(r"(?m)^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*quizgen\b")
"""Where our settings begin in a file that other tools have theirs in as well."""


class _SettingsFile(NamedTuple):
    """A file with settings, the report for its errors, and the offset where ours begin."""

    source: Source
    report: Report
    start: int = 0

    def find(self, pattern: str) -> Span:
        """Return where `pattern` first matches outside of comments, or the whole file.

        Positions have to be searched for: `tomllib` does not give them.
        """
        match = re.compile(rf"(?m)^[^#\n]*?({pattern})").search(self.source.text, self.start)
        if match is None:
            return self.source.whole()
        start, end = (self.source.position(offset) for offset in match.span(1))
        return Span(self.source, start, end)


def read_filter(root: Path, report: Report) -> DiagnosticFilter:
    """Return the filter of diagnostics that the settings of the project in `root` ask for.

    It lets everything pass where there are no settings. ``quizgen.toml`` counts where both
    files are there. Errors in the settings go to `report`, as does a folder or a link to nothing
    in the place of one: a build that they stopped would go through.
    """
    for name in CONFIGURATION:
        if not os.path.lexists(root / name) or not (source := read_source(root / name, report)):
            continue
        shared = name == SHARED_CONFIGURATION
        header = _HEADER.search(source.text) if shared else None
        place = _SettingsFile(source, report, header.start() if header else 0)
        table = _table(place, shared=shared)
        if table is not None:
            return _filter_of(table, place)
    return DiagnosticFilter()


def _table(place: _SettingsFile, *, shared: bool) -> Mapping[str, Any] | None:
    """Return our settings in a file; None for a shared file that has none."""
    import tomllib  # most projects have no settings

    try:
        table: Any = tomllib.loads(place.source.text)
    except tomllib.TOMLDecodeError as error:
        _report_syntax(str(error), place)
        return {}
    except (ValueError, RecursionError):  # a number or a nesting beyond what Python reads
        _report_syntax("a number in it is too long, or brackets are nested too deep", place)
        return {}
    if not shared:
        return table if isinstance(table, dict) else {}
    tools = table.get("tool")
    return tools.get("quizgen") if isinstance(tools, dict) else None


def _filter_of(table: Any, place: _SettingsFile) -> DiagnosticFilter:
    section = _known(table, (SECTION,), "the settings", place).get(SECTION, {})
    settings = {
        key: _names(value, key, place)
        for key, value in _known(section, KEYS, f"[{SECTION}]", place).items()
    }
    nothing: frozenset[str] = frozenset()
    errors, warnings = settings.get("error", nothing), settings.get("warning", nothing)
    for word in sorted(errors & warnings):
        place.report.error(
            "wrong-kind",
            place.find(f"[\"']{re.escape(word)}[\"']"),
            f"{word!r} cannot be a warning and an error",
            "take it out of one of the two lists",
        )
    return DiagnosticFilter(
        settings.get("select"), settings.get("ignore", nothing), errors, warnings
    )


def _known(table: Any, keys: tuple[str, ...], what: str, place: _SettingsFile) -> dict[str, Any]:
    """Return the entries of `table` with a name among `keys`; others are reported."""
    if not isinstance(table, dict):
        where = place.find(rf"\b{SECTION}\b")
        place.report.error(
            "wrong-kind", where, f"{what} should be a table", f"write [{SECTION}] on a line"
        )
        return {}
    for name in table.keys() - set(keys):
        place.report.error(
            "unknown-key",
            place.find(re.escape(name)),
            f"{what} has no key {name!r}",
            did_you_mean(name, keys) or f"its keys are: {', '.join(keys)}",
        )
    return {name: value for name, value in table.items() if name in keys}


def _names(value: Any, key: str, place: _SettingsFile) -> frozenset[str]:
    """Return the names of diagnostics in a list; those that cannot stand there are reported."""
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        help = f'write {key} = ["no-source"]'
        place.report.error("wrong-kind", place.find(key), f"{key} should be a list of names", help)
        return frozenset()
    for word in value:
        if key == "warning":
            refused = refusal_to_warn(word)
        else:
            refused = refusal(word, to_ignore=key == "ignore")
        if refused:
            where = place.find(f"[\"']{re.escape(word)}[\"']")
            place.report.error(refused.name, where, refused.message, refused.help)
    return frozenset(value)


def _report_syntax(message: str, place: _SettingsFile) -> None:
    problem, _, where = message.rpartition(" (at ")
    position = re.match(r"line (\d+), column (\d+)", where)
    if position:
        start = Position(int(position[1]) - 1, int(position[2]) - 1)
    else:
        *before, last = place.source.text.split("\n")
        start = Position(len(before), len(last))
    span = Span(place.source, start, Position(start.line, start.column + 1))
    help = 'names stand in quotes and lists in brackets: ignore = ["no-source"]'
    place.report.error("toml-syntax", span, f"this is not TOML: {problem or message}", help)
