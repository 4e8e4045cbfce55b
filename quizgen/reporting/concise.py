"""One line a finding, as editors and ``grep`` like it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Span
from quizgen.reporting.paint import PLAIN, Paint


def concise(diagnostics: Iterable[Diagnostic], paint: Paint = PLAIN) -> str:
    """``path:line:column: error[name] message``, each ended by a newline."""
    return "".join(f"{headline(diagnostic, paint)}\n" for diagnostic in diagnostics)


def headline(diagnostic: Diagnostic, paint: Paint = PLAIN) -> str:
    severity = f"{diagnostic.severity.value}[{diagnostic.name}]"
    where = paint.strong(place(diagnostic.span))
    named = paint.severity(diagnostic.severity, severity)
    return f"{where}: {named} {printable(diagnostic.message)}"


def place(span: Span) -> str:
    """``path:line:column``, for people: a file may be called what a terminal would act on."""
    return f"{printable(shown_path(span.source.path))}:{span.line}:{span.column}"


def shown_path(path: Path) -> str:
    """`path` from the current folder where it lies below it, else as it is."""
    absolute, here = os.path.abspath(path), os.getcwd()
    inside = absolute.startswith(here.rstrip(os.sep) + os.sep)
    return os.path.relpath(absolute) if inside else str(path)


def printable(text: str) -> str:
    """`text` with what a terminal would act on, or could not encode, made visible."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
