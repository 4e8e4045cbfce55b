"""Merge advice that fits most questions of a bank into one diagnostic, which counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from quizgen.checks.rules import RULES
from quizgen.model.diagnostics import Diagnostic, Related

MAX_SHOWN = 3
"""Further places that are shown; who mends the first sees the rest at the next check."""

_HABITS = {rule.name: rule.habit for rule in RULES if rule.habit}


def merge_habits(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return `diagnostics` of one bank with those of a habit as one, at the first of its places."""
    diagnostics = list(diagnostics)
    alike: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        if diagnostic.name in _HABITS:
            alike[diagnostic.name].append(diagnostic)
    result: list[Diagnostic] = []
    for diagnostic in diagnostics:
        group = alike.get(diagnostic.name, [diagnostic])
        if diagnostic is group[0]:
            result.append(_together(group) if len(group) > 1 else diagnostic)
    return result


def _together(group: list[Diagnostic]) -> Diagnostic:
    """Return one diagnostic for all of `group`, which are two or more of one name."""
    first, *others = group
    related = tuple(Related("another one", other.span) for other in others[:MAX_SHOWN])
    message = _HABITS[first.name].format(count=len(group))
    return replace(first, message=message, related=related)
