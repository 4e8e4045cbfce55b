"""Which fixes do what they say, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.checks.fixes.edits import apart, edited
from quizgen.checks.fixes.semantics_check import Meaning
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Source

MOST_LAYERS = 5
"""Fixes of one text that overlap are tried one after the other. Two are the most there are."""


def sound_together(source: Source, fixable: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of those `fixable` findings of a file whose fixes are apart, the ones that can be made."""
    return _sound(source.text, Meaning(source), apart(fixable))


def sound_fixes(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of `diagnostics` whose fix can be made alone, whatever others it overlaps."""
    by_file: dict[Source, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.fix:
            by_file.setdefault(diagnostic.span.source, []).append(diagnostic)
    found: list[Diagnostic] = []
    for source, left in by_file.items():
        meaning = Meaning(source)
        for _ in range(MOST_LAYERS):
            tried = apart(left)
            found += _sound(source.text, meaning, tried)
            taken = set(map(id, tried))
            left = [diagnostic for diagnostic in left if id(diagnostic) not in taken]
    return found


def _sound(text: str, meaning: Meaning, chosen: Sequence[Diagnostic]) -> list[Diagnostic]:
    """`chosen` without those that spoil the file, which are found by halves.

    A file is read as a whole each time, so thousands of fixes must not be tried one by one.
    """
    if not chosen or meaning.is_kept(edited(text, chosen), chosen):
        return list(chosen)
    if len(chosen) == 1:
        return []
    half = len(chosen) // 2
    halves = (chosen[:half], chosen[half:])
    return [kept for part in halves for kept in _sound(text, meaning, part)]
