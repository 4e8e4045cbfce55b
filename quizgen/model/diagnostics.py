"""Diagnostics: errors and warnings about files as values, with their places and ways out."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Span


class Severity(enum.Enum):
    """The severity of a diagnostic: `ERROR` stops a build, `WARNING` only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


class Wording(NamedTuple):
    """The message of a diagnostic, and the help that says how to put it right."""

    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a diagnostic speaks of, such as the first use of a duplicate id."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a file: `text` takes the place of `span`; at an empty span it is inserted."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a file that a fix changes: `becomes` returns the new value for the old one.

    An edited file is read again and compared with its changes.
    """

    span: Span
    becomes: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Addition:
    """A key that a fix adds to the mapping that begins where `mapping` does, with its value."""

    mapping: Span
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair for a diagnostic: edits of a file.

    `changes` are the values that the edits change, and `additions` the keys that they add; every
    other value stays the same. `title` is an order, such as "Remove the spaces".
    """

    title: str
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...] = ()
    additions: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message about one place in a file.

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
    """The diagnostics of one pass, collected so that all of them are reported at once."""

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
        """Add an error about `span`; `help` says how to put it right, and `fix` does so."""
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
        """Add a warning about `span`; `help` says how to put it right, and `fix` does so."""
        self.diagnostics.append(
            Diagnostic(name, Severity.WARNING, message, span, help, related, fix)
        )

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic so far is an error."""
        return has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any of `diagnostics` is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return `diagnostics` sorted by file, line and column, without repetitions."""
    unique = {
        (str(d.span.source.path), d.span.line, d.span.column, d.name, d.message): d
        for d in diagnostics
    }
    return [unique[key] for key in sorted(unique)]


def errors_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return `diagnostics` by file, each file's errors before its warnings, in reading order.

    So an author meets what stops a build first.
    """
    return sorted(
        in_reading_order(diagnostics),
        key=lambda d: (str(d.span.source.path), d.severity is not Severity.ERROR),
    )


UNREADABLE_FILE = "unreadable-file"
"""The name of every diagnostic about a file that could not be read; the CLI exits 2 for it."""
