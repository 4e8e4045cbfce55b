"""Errors as values: what is wrong, where, and the way out."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from quizgen.model.source import Span


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
class Edit:
    """Put `text` in the place of a stretch of a file; an empty stretch is where to insert it."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a file that a fix changes: `becomes` gives the new value for the old one.

    This is what the edits are held against once they are made.
    """

    span: Span
    becomes: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Fix:
    """How a program can put a finding right: edits of one file, and what they come to.

    A value that is not among `changes` reads the same afterwards. `title` is an order, such
    as "Remove the spaces".
    """

    title: str
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one place.

    `name` is a stable word such as ``duplicate-id``, never a number; `help` says how to
    put it right, and `fix` does so.
    """

    name: str
    severity: Severity
    message: str
    span: Span
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


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
        fix: Fix | None = None,
    ) -> None:
        self.diagnostics.append(Diagnostic(name, Severity.ERROR, message, span, help, related, fix))

    def warning(
        self,
        name: str,
        span: Span,
        message: str,
        help: str | None = None,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> None:
        self.diagnostics.append(
            Diagnostic(name, Severity.WARNING, message, span, help, related, fix)
        )

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
