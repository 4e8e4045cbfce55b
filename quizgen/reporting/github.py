"""Workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.inert_text import without_controls
from quizgen.reporting.concise import display_path, format_place
from quizgen.reporting.repository import repository_path


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """Format each diagnostic as the line ``::error title=…,file=…,line=…,col=…::message``."""
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
    lines = [without_controls(diagnostic.message)]
    lines += [
        f"{format_place(other.span)}: {without_controls(other.message)}"
        for other in diagnostic.related
    ]
    lines += [f"help: {without_controls(diagnostic.help)}"] if diagnostic.help else []
    options = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = "\n".join(lines)
    return f"::{diagnostic.severity.value} {options}::{_data(message)}"


def _file(path: Path) -> str:
    inside = repository_path(path)
    return without_controls(display_path(path).replace("\\", "/") if inside is None else inside)


def _data(text: str) -> str:
    """Escape `text` for a command's message (actions/toolkit, ``command.ts``: ``escapeData``)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape `text` for the value of a command's property (``escapeProperty``, same file)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
