"""One line for each diagnostic, as editors and ``grep`` read it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Span
from quizgen.reporting.terminal_style import PLAIN, TerminalStyle


def concise(diagnostics: Iterable[Diagnostic], style: TerminalStyle = PLAIN) -> str:
    """Format each diagnostic as the line ``path:line:column: error[name] message``."""
    return "".join(f"{format_headline(diagnostic, style)}\n" for diagnostic in diagnostics)


def with_help(diagnostics: Iterable[Diagnostic], style: TerminalStyle = PLAIN) -> str:
    """Format each diagnostic as `concise` does, with its help below; one help stands once.

    The source line is left out: of a class list, it would name a pupil.
    """
    lines, helps = [], set()
    for diagnostic in diagnostics:
        lines.append(f"{format_headline(diagnostic, style)}\n")
        if diagnostic.help and diagnostic.help not in helps:
            helps.add(diagnostic.help)
            lines.append(f"  {style.bold('help')}: {printable(diagnostic.help)}\n")
    return "".join(lines)


def format_headline(diagnostic: Diagnostic, style: TerminalStyle = PLAIN) -> str:
    """Format place, severity, name and message of `diagnostic` on one line."""
    severity = f"{diagnostic.severity.value}[{diagnostic.name}]"
    where = style.bold(format_place(diagnostic.span))
    label = style.severity(diagnostic.severity, severity)
    return f"{where}: {label} {printable(diagnostic.message)}"


def format_place(span: Span) -> str:
    """Format the beginning of `span` as ``path:line:column``, safe to show on a terminal.

    An option of the command line, ``--withdraw``, has no lines: it is named alone.
    """
    if not span.source.text and str(span.source.path).startswith("--"):
        return printable(str(span.source.path))
    return f"{printable(display_path(span.source.path))}:{span.line}:{span.column}"


def display_path(path: Path) -> str:
    """Return `path` relative to the current folder if it lies below it, else unchanged."""
    absolute, here = os.path.abspath(path), os.getcwd()
    inside = absolute.startswith(here.rstrip(os.sep) + os.sep)
    return os.path.relpath(absolute) if inside else str(path)


def printable(text: str) -> str:
    """Return `text` with escapes for characters that a terminal acts on or cannot encode."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
