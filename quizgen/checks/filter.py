"""The filter that the settings of a project and the options of a command make.

What a single question ignores is left out by `quizgen.checks.ignores`. An error always stays:
without it a build would write cards and sheets that are wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.checks.ignorable import ADVICE, ignorable_names
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.project.layout import CONFIGURATION

SETTINGS = CONFIGURATION[0]


@dataclass(frozen=True, slots=True)
class DiagnosticFilter:
    """A filter of diagnostics by their names.

    If `select` is given, only the warnings and the advice that it names are kept. What `ignore`
    names is left out, what `errors` names becomes an error, and what `warnings` names a warning.
    Only advice can become less than an error: after any other, cards and sheets would be wrong.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    errors: frozenset[str] = frozenset()
    warnings: frozenset[str] = frozenset()

    def apply(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return those of `diagnostics` that are to be reported, each with its severity.

        To apply a filter twice changes nothing more.
        """
        return [
            self._with_severity(d)
            for d in diagnostics
            if not _is_optional(d) or self._is_selected(d.name)
        ]

    def narrowed(self, select: Iterable[str] | None, ignore: Iterable[str]) -> DiagnosticFilter:
        """Return the filter with `select` for its own, unless None, and with more to `ignore`."""
        selected = self.select if select is None else frozenset(select)
        return replace(self, select=selected, ignore=self.ignore | frozenset(ignore))

    def _is_selected(self, name: str) -> bool:
        return name not in self.ignore and (self.select is None or name in self.select)

    def _with_severity(self, diagnostic: Diagnostic) -> Diagnostic:
        name = diagnostic.name
        if name in self.errors:
            other = "take it out of `error` in the project's settings"
            return _with_way_out(replace(diagnostic, severity=Severity.ERROR), other)
        if name not in ADVICE:
            return diagnostic
        if name in self.warnings:
            return replace(diagnostic, severity=Severity.WARNING)
        return _with_way_out(diagnostic, f'write `warning = ["{name}"]` below [lint] in {SETTINGS}')


def _with_way_out(diagnostic: Diagnostic, other: str) -> Diagnostic:
    """Return `diagnostic`; if it is an error that may be left out, its help says how.

    `other` is the way out besides the one in the question itself.
    """
    if diagnostic.severity is not Severity.ERROR or diagnostic.name not in ignorable_names():
        return diagnostic
    way_out = f"if it is meant, write `lint: {{ignore: [{diagnostic.name}]}}` in the question"
    help = diagnostic.help or ""
    if way_out in help:
        return diagnostic
    return replace(diagnostic, help=f"{help}; {way_out}, or {other}".removeprefix("; "))


def _is_optional(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.WARNING or diagnostic.name in ADVICE
