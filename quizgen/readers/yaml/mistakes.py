"""Reading on after a mistake in the syntax: what is reported of it, and what is left to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import yaml

from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.source import Source
from quizgen.readers.yaml.recovery import without_entry, without_lines
from quizgen.readers.yaml.syntax import report_syntax_error

Events: TypeAlias = Callable[[str], Iterator[Any]]


def without_mistake(
    text: str,
    error: yaml.YAMLError,
    source: Source,
    faulty: set[int],
    events_of: Events,
    report: Report,
) -> str | None:
    """Return `text` without what made the parser stop with `error`, once that is reported.

    `faulty` are the lines that were left blank already; those of this mistake are added.
    `events_of` returns the parser's events for a text. A mistake
    right below them follows from the one above, and is not reported. Return None where nothing is
    left to read.
    """
    cause = _reported_cause(error, source, report)
    if cause is None:
        new = Report()
        report_syntax_error(error, source, events_of(text), new)
        cause = new.diagnostics[-1]
        line = cause.span.start.line
        if faulty and not faulty.isdisjoint(range(line - 1, line + 2)):
            return without_entry(text, line)
        report.diagnostics += new.diagnostics
    line = cause.span.start.line
    rest = None if line in faulty else without_lines(text, line)
    if rest is None:
        return without_entry(text, line)
    text, blank = rest
    faulty.update(blank)
    return text


def _reported_cause(error: yaml.YAMLError, source: Source, report: Report) -> Diagnostic | None:
    """Return the diagnostic in `report` that `error` follows from; None for a new mistake.

    An unknown alias in the line of `error` is one, and a # that has cut off the rest of a list in
    brackets.
    """
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return None
    first = opened.line if opened and "flow" in str(getattr(error, "context", "")) else mark.line
    for diagnostic in reversed(report.diagnostics):
        if diagnostic.span.source is not source:
            continue
        line = diagnostic.span.start.line
        if diagnostic.name == "unknown-alias" and line == mark.line:
            return diagnostic
        if diagnostic.name == "text-cut-off" and (
            (first <= line <= mark.line and first < mark.line) or line == mark.line - 1
        ):
            return diagnostic
    return None
