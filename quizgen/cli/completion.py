"""Complete the names of decks, banks and diagnostics in a shell.

The functions run when someone presses Tab, and import the slow modules only then.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from quizgen.project.layout import find_project


def deck_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Return the names of the project's deck files that begin with `typed`."""
    project = find_project(Path.cwd())
    return _beginning(typed, [path.stem for path in project.deck_files()] if project else [])


def bank_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Return the names of the project's banks that begin with `typed`."""
    project = find_project(Path.cwd())
    return _beginning(typed, [path.name for path in project.bank_folders()] if project else [])


def export_formats(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Return the names of formats of other programs that begin with `typed`."""
    from quizgen.writers.exporting.formats import FORMATS

    return _beginning(typed, [one.name for one in FORMATS])


def question_types(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Return the names of question types that begin with `typed`."""
    from quizgen.readers.question_types import QUESTION_TYPES

    return _beginning(typed, [one.name for one in QUESTION_TYPES])


def diagnostic_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Return `typed`, a list with commas, with each diagnostic's name that completes it."""
    from quizgen.checks.ignorable import known_names

    return _last_of_a_list(typed, known_names())


def ignorable_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Return `typed`, a list with commas, with each ignorable name that completes it."""
    from quizgen.checks import ignorable

    return _last_of_a_list(typed, ignorable.ignorable_names())


def _last_of_a_list(typed: str, names: Iterable[str]) -> list[str]:
    """Return `typed` with the part after the last comma completed by each of `names`."""
    before, comma, last = typed.rpartition(",")
    return [f"{before}{comma}{name}" for name in _beginning(last, names)]


def _beginning(typed: str, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name.startswith(typed) and name.isprintable())
