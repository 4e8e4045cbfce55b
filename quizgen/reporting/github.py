"""Findings as GitHub shows them beside the lines of a pull request: workflow commands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.inert_text import without_controls
from quizgen.reporting.concise import place, shown_path
from quizgen.reporting.repository import repository_path


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """``::error title=…,file=…,line=…,col=…::message``, one line a finding."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties = {
        "title": f"quizgen {diagnostic.name}",
        "file": _file(span.source.path),
        "line": span.line,
        "endLine": span.end.line + 1,
        "col": span.column,
        "endColumn": span.end.column + 1,
    }
    if span.end.line != span.start.line:  # GitHub takes columns on a single line only
        del properties["col"], properties["endColumn"]
    said = [without_controls(diagnostic.message)]
    said += [f"{place(one.span)}: {without_controls(one.message)}" for one in diagnostic.related]
    said += [f"help: {without_controls(diagnostic.help)}"] if diagnostic.help else []
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = "\n".join(said)
    return f"::{diagnostic.severity.value} {written}::{_data(message)}"


def _file(path: Path) -> str:
    inside = repository_path(path)
    return without_controls(shown_path(path).replace("\\", "/") if inside is None else inside)


def _data(text: str) -> str:
    """`text` as a command's message (actions/toolkit, ``command.ts``: ``escapeData``)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """`text` as the value of a command's property (``escapeProperty``, same file)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
