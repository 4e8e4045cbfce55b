"""Which findings an author wants to hear of, and which of them count as errors.

This is the only place that leaves a finding out. An error always stays: without it a build
would write cards and sheets that are wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from quizgen.checks.rules import RULES
from quizgen.diagnostics import Diagnostic, Severity
from quizgen.explaining import explanations
from quizgen.nearest import nearest

ADVICE = frozenset(rule.name for rule in RULES)
"""Names of findings that are advice on how to write a question, whatever their severity."""


@dataclass(frozen=True, slots=True)
class Lint:
    """Names of findings: to hear of nothing else (`select`), to leave out, to count as errors."""

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    errors: frozenset[str] = frozenset()

    def heed(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those of `diagnostics` that are to be told. Heeding twice changes nothing more."""
        return [self._weighed(d) for d in diagnostics if not _is_optional(d) or self._wants(d.name)]

    def narrowed(self, select: Iterable[str] | None, ignore: Iterable[str]) -> Lint:
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


class Refusal(NamedTuple):
    """Why a name cannot stand in a setting: a diagnostic's name, message and help."""

    name: str
    message: str
    help: str


def refusal(word: str, *, to_ignore: bool) -> Refusal | None:
    """Why `word` cannot be named to select findings or `to_ignore` them; None if it can."""
    known = explanations()
    if word not in known:
        return Refusal(
            "unknown-rule",
            f"there is no diagnostic {word!r}",
            nearest(word, known) or "quizgen explain lists them all",
        )
    if to_ignore and "warning" not in known[word].severity and word not in ADVICE:
        return Refusal(
            "cannot-ignore",
            f"{word!r} is an error that no setting can leave out",
            "put it right: what is built would be wrong otherwise",
        )
    return None
