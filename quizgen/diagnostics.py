"""Errors as values: what is wrong, where, and the way out."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.source import Span


class Severity(enum.Enum):
    """`ERROR` stops a build; `WARNING` does so only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a diagnostic speaks of, such as the first use of a duplicate id."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one place.

    `name` is a stable word such as ``duplicate-id``, never a number; `help` says how to
    put it right.
    """

    name: str
    severity: Severity
    message: str
    span: Span
    help: str | None = None
    related: tuple[Related, ...] = ()


@dataclass(slots=True)
class Report:
    """Collects the diagnostics of one pass, so that all of them are told at once."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def error(
        self,
        name: str,
        span: Span,
        message: str,
        help: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self.diagnostics.append(Diagnostic(name, Severity.ERROR, message, span, help, related))

    def warning(
        self,
        name: str,
        span: Span,
        message: str,
        help: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self.diagnostics.append(Diagnostic(name, Severity.WARNING, message, span, help, related))

    @property
    def has_errors(self) -> bool:
        return has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file, line and column; each finding once, however many passes made it."""
    unique = {
        (str(d.span.source.path), d.span.line, d.span.column, d.name, d.message): d
        for d in diagnostics
    }
    return [unique[key] for key in sorted(unique)]


UNREADABLE_FILE = "unreadable-file"
"""The name of every diagnostic about a file that could not be read; the CLI exits 2 for it."""
