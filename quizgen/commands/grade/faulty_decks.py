"""Deck files that make less than they should: a mistake in them, or in one of their banks."""

from __future__ import annotations

from pathlib import Path

from quizgen.commands.workspace import Workspace
from quizgen.project.layout import Project


def faulty_decks(project: Project, workspace: Workspace) -> frozenset[str]:
    """Return the names of the deck files of `project` of which `workspace` has an error."""
    places = [
        one.span.source.path.absolute()
        for one in workspace.diagnostics
        if one.severity.value == "error"
    ]
    return frozenset(
        path.stem for path in project.deck_files() if _is_faulty(path, project, workspace, places)
    )


def _is_faulty(path: Path, project: Project, workspace: Workspace, places: list[Path]) -> bool:
    deck = workspace.deck_file_of(path)
    if deck is None or path.absolute() in places:
        return True
    banks = {project.bank_folder(name.value).absolute() for name in deck.banks}
    return any(not banks.isdisjoint(place.parents) for place in places)
