"""Diagnostics with a line for each, for editors and ``grep``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Span
from quizgen.reporting.paint import PLAIN, Paint


def concise(diagnostics: Iterable[Diagnostic], paint: Paint = PLAIN) -> str:
    """Return a line ``path:line:column: error[name] message`` for each of `diagnostics`."""
    return "".join(f"{headline(diagnostic, paint)}\n" for diagnostic in diagnostics)


def headline(diagnostic: Diagnostic, paint: Paint = PLAIN) -> str:
    """Return ``path:line:column: error[name] message`` for `diagnostic`, coloured by `paint`."""
    severity = f"{diagnostic.severity.value}[{diagnostic.name}]"
    painted_place = paint.strong(place(diagnostic.span))
    painted_severity = paint.severity(diagnostic.severity, severity)
    return f"{painted_place}: {painted_severity} {printable(diagnostic.message)}"


def place(span: Span) -> str:
    """Return ``path:line:column`` of `span`, from 1, for a terminal.

    The name of a file can hold characters that control a terminal: they are made visible.
    """
    return f"{printable(shown_path(span.source.path))}:{span.line}:{span.column}"


def shown_path(path: Path) -> str:
    """Return `path` relative to the current folder if it is inside; otherwise as it is."""
    absolute, here = os.path.abspath(path), os.getcwd()
    inside = absolute.startswith(here.rstrip(os.sep) + os.sep)
    return os.path.relpath(absolute) if inside else str(path)


def printable(text: str) -> str:
    r"""Return `text` with codes such as ``\u001b`` for characters that cannot be printed.

    They could control the terminal, or be impossible to encode.
    """
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
