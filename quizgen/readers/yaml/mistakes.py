"""Reading on after a mistake in the syntax: what is reported of it, and what is left to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

import yaml

from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.pattern import pattern
from quizgen.model.source import Source, Span
from quizgen.readers.yaml.recovery import without_entry, without_lines
from quizgen.readers.yaml.syntax import report_syntax_error

_KEY = pattern(r"(?P<indent>[ ]*(?:-[ ]+)?)[\w-]+:")

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
    `events_of` returns the parser's events for a text. A mistake beside faulty lines follows
    from theirs and is not reported, unless it is inside a line that has a key. Return None where
    nothing is left to read.
    """
    cause = _reported_cause(error, source, report)
    if cause is None:
        cause = _diagnostic(text, error, source, events_of)
        line = cause.span.start.line
        is_next = not faulty.isdisjoint(range(line - 1, line + 2))
        key = _KEY.match(source.line(line + 1))
        is_inside = key is not None and cause.span.start.column > key.end("indent")
        if line in faulty or (is_next and not is_inside):
            return without_entry(text, line)
        report.diagnostics.append(cause)
    line = cause.span.start.line
    rest = None if line in faulty else without_lines(text, line)
    if rest is None:
        return without_entry(text, line)
    text, blank = rest
    faulty.update(blank)
    return text


def _diagnostic(text: str, error: yaml.YAMLError, source: Source, events_of: Events) -> Diagnostic:
    """Return the diagnostic of `error`, which the parser met in `text`, a part of `source`."""
    report = Report()
    report_syntax_error(error, Source(source.path, text), events_of(text), report)
    diagnostic = report.diagnostics[-1]
    span = Span(source, diagnostic.span.start, diagnostic.span.end)
    return replace(diagnostic, span=span)


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
