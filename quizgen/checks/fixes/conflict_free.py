"""Which fixes do what they say, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.checks.fixes.edits import apply_fixes, without_overlaps
from quizgen.checks.fixes.semantics_check import SemanticsCheck
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Source

MAX_LAYERS = 5
"""How often overlapping fixes of a text are tried one after the other. No text needs three."""


def fixable_together(source: Source, fixable: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those of `fixable` whose fixes can all be made at once in the file `source`.

    Of fixes that overlap, the first is taken.
    """
    return _harmless(source.text, SemanticsCheck(source), without_overlaps(fixable))


def fixable_alone(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those of `diagnostics` whose fix can be made alone, whatever others it overlaps."""
    by_file: dict[Source, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.fix:
            by_file.setdefault(diagnostic.span.source, []).append(diagnostic)
    result: list[Diagnostic] = []
    for source, left in by_file.items():
        check = SemanticsCheck(source)
        for _ in range(MAX_LAYERS):
            layer = without_overlaps(left)
            result += _harmless(source.text, check, layer)
            tried = set(map(id, layer))
            left = [diagnostic for diagnostic in left if id(diagnostic) not in tried]
    return result


def _harmless(text: str, check: SemanticsCheck, chosen: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return `chosen` without the diagnostics whose fixes change more of `text` than they say.

    Those are found by halving: a file is read as a whole each time, so thousands of fixes must not
    be tried one by one.
    """
    if not chosen or check.passes(apply_fixes(text, chosen), chosen):
        return list(chosen)
    if len(chosen) == 1:
        return []
    half = len(chosen) // 2
    halves = (chosen[:half], chosen[half:])
    return [fix for part in halves for fix in _harmless(text, check, part)]
