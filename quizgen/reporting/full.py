"""Each diagnostic with its source line, carets under its place, and its help."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Span
from quizgen.reporting.concise import format_headline, format_place, printable
from quizgen.reporting.terminal_style import PLAIN, TerminalStyle
from quizgen.reporting.text_width import display_width

MAX_SOURCE_WIDTH = 100
"""Columns of a source line; a longer line is cut around the diagnostic's place."""


def full(diagnostics: Iterable[Diagnostic], style: TerminalStyle = PLAIN) -> str:
    """Format each diagnostic on several lines, with an empty line between two."""
    return "\n".join(_format(diagnostic, style) for diagnostic in diagnostics)


def _format(diagnostic: Diagnostic, style: TerminalStyle) -> str:
    """Format `diagnostic` with a margin that is as wide as its line number."""
    lines = [format_headline(diagnostic, style)]
    number = str(diagnostic.span.line)
    margin = " " * len(number)
    bar, dash = style.cyan(f" {margin} |"), style.cyan(f" {margin} =")
    source = _excerpt(diagnostic.span)
    if source is not None:
        text, caret = source
        marked = style.severity(diagnostic.severity, caret)
        lines += [bar, f"{style.cyan(f' {number} |')} {text}", f"{bar} {marked}"]
    lines += [
        f"{dash} {format_place(related.span)}: {printable(related.message)}"
        for related in diagnostic.related
    ]
    if diagnostic.help:
        lines.append(f"{dash} {style.bold('help')}: {printable(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def _excerpt(span: Span) -> tuple[str, str] | None:
    """Return the source line of `span` and the carets below it; None if the line is blank."""
    line = span.source.line(span.line)
    if not line.strip():
        return None
    start = min(span.column - 1, len(line))
    end = span.end.column if span.end.line == span.start.line else len(line)
    end = max(end, start + 1)
    # Keep a third of the width before the place where the line is too long.
    cut = max(0, min(start - MAX_SOURCE_WIDTH // 3, len(line) - MAX_SOURCE_WIDTH))
    excerpt = line[cut : cut + MAX_SOURCE_WIDTH]
    before = "…" if cut else ""
    after = "…" if cut + MAX_SOURCE_WIDTH < len(line) else ""
    carets = display_width(_visible(line[start : min(end, cut + MAX_SOURCE_WIDTH)])) or 1
    indent = display_width(before + _visible(line[cut:start]))
    return f"{before}{_visible(excerpt)}{after}", " " * indent + "^" * carets


def _visible(text: str) -> str:
    return printable(text.replace("\t", " "))
