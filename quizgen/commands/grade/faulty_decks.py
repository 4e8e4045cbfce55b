"""Deck files that make less than they should: a mistake in them, or in one of their banks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic
from quizgen.project.layout import Project


class FaultyDecksError(ValueError):
    """Raised with the `errors` in decks whose answers would be marked otherwise without them."""

    def __init__(self, errors: tuple[Diagnostic, ...]) -> None:
        super().__init__("a deck file or its bank has an error")
        self.errors = errors


class FaultyDecks(NamedTuple):
    """The `names` of faulty deck files, and the `errors` in them and their banks."""

    names: frozenset[str] = frozenset()
    errors: tuple[Diagnostic, ...] = ()

    def errors_for(self, decks: Iterable[str | None]) -> tuple[Diagnostic, ...]:
        """Return the errors if what was handed in is of one of them; none if all is of others.

        `decks` are the names of those that it is of, None for what no deck makes today.
        """
        if self.names and any(deck is None or deck in self.names for deck in decks):
            return self.errors
        return ()


def faulty_decks(project: Project | None, workspace: Workspace) -> FaultyDecks:
    """Return the deck files of `project` of which `workspace` has an error."""
    errors = tuple(one for one in workspace.diagnostics if one.severity.value == "error")
    if project is None or not errors:
        return FaultyDecks()
    places = [one.span.source.path.absolute() for one in errors]
    faulty = (p for p in project.deck_files() if _is_faulty(p, project, workspace, places))
    return FaultyDecks(frozenset(path.stem for path in faulty), errors)


def _is_faulty(path: Path, project: Project, workspace: Workspace, places: list[Path]) -> bool:
    deck = workspace.deck_file_of(path)
    if deck is None or path.absolute() in places:
        return True
    banks = {project.bank_folder(name.value).absolute() for name in deck.banks}
    return any(not banks.isdisjoint(place.parents) for place in places)
