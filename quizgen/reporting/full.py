"""A finding with the line it is about, a caret under the place, and the way out."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Span
from quizgen.reporting.concise import headline, place, printable
from quizgen.reporting.paint import PLAIN, Paint
from quizgen.reporting.text_width import columns

WIDEST = 100
"""Columns of a source line that are shown; a longer line is cut around the place."""


def full(diagnostics: Iterable[Diagnostic], paint: Paint = PLAIN) -> str:
    """Each finding over several lines, an empty line between two."""
    return "\n".join(_one(diagnostic, paint) for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic, paint: Paint) -> str:
    lines = [headline(diagnostic, paint)]
    number = str(diagnostic.span.line)
    margin = " " * len(number)
    bar, dash = paint.faint(f" {margin} |"), paint.faint(f" {margin} =")
    source = _excerpt(diagnostic.span)
    if source is not None:
        text, caret = source
        marked = paint.severity(diagnostic.severity, caret)
        lines += [bar, f"{paint.faint(f' {number} |')} {text}", f"{bar} {marked}"]
    lines += [
        f"{dash} {place(related.span)}: {printable(related.message)}"
        for related in diagnostic.related
    ]
    if diagnostic.help:
        lines.append(f"{dash} {paint.strong('help')}: {printable(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def _excerpt(span: Span) -> tuple[str, str] | None:
    """The source line and the carets below it; None for an empty line or no file."""
    line = span.source.line(span.line)
    if not line.strip():
        return None
    start = min(span.column - 1, len(line))
    end = span.end.column if span.end.line == span.start.line else len(line)
    end = max(end, start + 1)
    cut = max(0, min(start - WIDEST // 3, len(line) - WIDEST))
    shown = line[cut : cut + WIDEST]
    before = "…" if cut else ""
    after = "…" if cut + WIDEST < len(line) else ""
    carets = columns(_visible(line[start : min(end, cut + WIDEST)])) or 1
    indent = columns(before + _visible(line[cut:start]))
    return f"{before}{_visible(shown)}{after}", " " * indent + "^" * carets


def _visible(text: str) -> str:
    return printable(text.replace("\t", " "))
