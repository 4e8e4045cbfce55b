"""What a mutant is."""

from __future__ import annotations

from typing import NamedTuple


class Mutant(NamedTuple):
    """`old`, which the file holds once, becomes `new`; a test in `tests` has to fail."""

    file: str
    old: str
    new: str
    tests: str


def mutants(file: str, tests: str, *changes: tuple[str, str]) -> tuple[Mutant, ...]:
    """Return the `changes`, old and new texts, of `file`, which `tests` have to notice."""
    return tuple(Mutant(file, old, new, tests) for old, new in changes)
