"""What an author writes is not replaced: pages and exports go nowhere among a project's sources.

`quizgen.project.save` writes wherever it is told to, because a build has ledgers beside these.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quizgen.project.layout import CONFIGURATION, Project, find_project


class AmongSourcesError(OSError):
    """A file that is not written. The message says what is kept there, and a way out."""


def refuse_sources(targets: Iterable[Path], project: Project) -> None:
    """Raise AmongSourcesError where one of `targets` lies among the sources of a project.

    These are ``question_bank/``, ``decks/`` and the settings, of `project` or of any that the
    target lies in, wherever links lead.
    """
    for target in targets:
        for place in (Path(os.path.abspath(target)), Path(os.path.realpath(target))):
            for one in filter(None, (project, find_project(place.parent))):
                _refuse(target, place, one)


def _refuse(target: Path, place: Path, project: Project) -> None:
    for folder in (project.banks, project.decks):
        if any(_is_same(parent, folder) for parent in (place, *place.parents)):
            raise AmongSourcesError(
                f"{target} is in {folder.name}/, which holds what you write: give another place"
            )
    for name in CONFIGURATION:
        if _is_same(place, project.root / name):
            raise AmongSourcesError(f"{target} holds your settings: give another place")


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether both are one file or folder, whatever the capitals where these do not count."""
    return one.exists() and other.exists() and one.samefile(other)
