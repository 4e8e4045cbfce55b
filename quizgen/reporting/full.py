"""Diagnostics with the source line, carets below the place, and the help."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Span
from quizgen.reporting.concise import headline, place, printable
from quizgen.reporting.paint import PLAIN, Paint
from quizgen.reporting.text_width import columns

MAX_WIDTH = 100
"""Most characters of a source line to show; a longer line is cut around the place (judged)."""


def full(diagnostics: Iterable[Diagnostic], paint: Paint = PLAIN) -> str:
    """Return `diagnostics` with several lines each, and an empty line between two."""
    return "\n".join(_one(diagnostic, paint) for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic, paint: Paint) -> str:
    """Return the lines of `diagnostic`: headline, excerpt, related places, and help."""
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
    """Return the first line of `span` and the line of carets below it.

    Return None where the line is blank, or the source has no text.
    """
    line = span.source.line(span.line)
    if not line.strip():
        return None
    start = min(span.column - 1, len(line))
    end = span.end.column if span.end.line == span.start.line else len(line)
    end = max(end, start + 1)
    # 1. Cut a long line so that a third of the width is before the place.
    cut = max(0, min(start - MAX_WIDTH // 3, len(line) - MAX_WIDTH))
    excerpt = line[cut : cut + MAX_WIDTH]
    before = "…" if cut else ""
    after = "…" if cut + MAX_WIDTH < len(line) else ""
    # 2. Put the carets below the place, in columns of the terminal.
    carets = columns(_visible(line[start : min(end, cut + MAX_WIDTH)])) or 1
    indent = columns(before + _visible(line[cut:start]))
    return f"{before}{_visible(excerpt)}{after}", " " * indent + "^" * carets


def _visible(text: str) -> str:
    """Return `text` with a space for each tab, and codes for characters that cannot be printed."""
    return printable(text.replace("\t", " "))
