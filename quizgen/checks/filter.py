"""Which findings an author wants to hear of, and which of them count as errors.

That is what the settings of a project and the options of a command say; what a single question
ignores is left out by `quizgen.checks.ignores`. An error always stays: without it a build would
write cards and sheets that are wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizgen.checks.ignorable import ADVICE
from quizgen.model.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class DiagnosticFilter:
    """Names of findings: to hear of nothing else (`select`), to leave out, to count as errors."""

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    errors: frozenset[str] = frozenset()

    def apply(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those of `diagnostics` that are to be told. Heeding twice changes nothing more."""
        return [self._weighed(d) for d in diagnostics if not _is_optional(d) or self._wants(d.name)]

    def narrowed(self, select: Iterable[str] | None, ignore: Iterable[str]) -> DiagnosticFilter:
        """With `select` in the place of its own, where there is one, and `ignore` as well."""
        chosen = self.select if select is None else frozenset(select)
        return replace(self, select=chosen, ignore=self.ignore | frozenset(ignore))

    def _wants(self, name: str) -> bool:
        return name not in self.ignore and (self.select is None or name in self.select)

    def _weighed(self, diagnostic: Diagnostic) -> Diagnostic:
        if diagnostic.name not in self.errors:
            return diagnostic
        return replace(diagnostic, severity=Severity.ERROR)


def _is_optional(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.WARNING or diagnostic.name in ADVICE
