"""What the shell is offered behind a command: names of decks, banks and diagnostics.

Each is asked for only when someone presses Tab, and imports what it needs by then.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from quizgen.project.layout import find_project


def deck_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    project = find_project(Path.cwd())
    return _beginning(typed, [path.stem for path in project.deck_files()] if project else [])


def bank_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    project = find_project(Path.cwd())
    return _beginning(typed, [path.name for path in project.bank_folders()] if project else [])


def diagnostic_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    from quizgen.checks.ignorable import known_names

    return _last_of_a_list(typed, known_names())


def ignorable_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    from quizgen.checks import ignorable

    return _last_of_a_list(typed, ignorable.ignorable_names())


def _last_of_a_list(typed: str, names: Iterable[str]) -> list[str]:
    """Names for what stands behind the last comma; those before it stay as they are typed."""
    before, comma, last = typed.rpartition(",")
    return [f"{before}{comma}{name}" for name in _beginning(last, names)]


def _beginning(typed: str, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name.startswith(typed) and name.isprintable())
