"""Checking banks and deck files without building anything."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quizgen.commands.ledgers.future import report_future
from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic, errors_first
from quizgen.model.did_you_mean import suggestion
from quizgen.project.layout import (
    BANK_FILE,
    DECKS,
    YAML_ENDINGS,
    Project,
    find_project,
    package_of,
)


def check(
    *paths: str | os.PathLike[str],
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    now: int | None = None,
    jobs: int = 1,
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of `paths` (the current project if none), file by file.

    In each file errors come first, in reading order, and then all else in reading order.
    A path is a project's folder, a bank's folder, any file of a bank, or a deck file (which
    brings its bank along). What a project's settings leave out is not returned. `select` names
    the only diagnostics to report besides errors, instead of those settings; `ignore` names
    further ones to leave out. With `now`, the time of the check in seconds since 1970, ledgers must
    not have later times. Many questions are looked at in up to `jobs` processes, where this
    process has no threads; what is found is the same. Raises FileNotFoundError for a path that is
    none of these, and ValueError for a name that no diagnostic has.
    """
    workspaces: dict[Project | None, Workspace] = {}
    for path in map(Path, paths or (Path(),)):
        project = find_project(path)
        if project not in workspaces:
            workspaces[project] = Workspace.of(project, select, ignore, jobs)
        workspaces[project].take_turn()
        _check_one(path, workspaces[project], now)
    for workspace in workspaces.values():
        workspace.keep_results()
    diagnostics = [diagnostic for each in workspaces.values() for diagnostic in each.diagnostics]
    return tuple(errors_first(diagnostics))


def _check_one(path: Path, workspace: Workspace, now: int | None) -> None:
    project = find_project(path)
    is_root = project is not None and project.root == path.absolute()
    if path.is_dir() and (path / BANK_FILE).is_file() and not is_root:
        workspace.bank(path)
    elif path.is_dir() and project:
        _check_project(project, workspace, now)
    elif path.is_file() and (path.parent / BANK_FILE).is_file():
        workspace.bank(path.parent)
    elif path.suffix in YAML_ENDINGS and path.absolute().parent.name == DECKS:
        _check_deck(path, workspace, now)
    elif not _check_by_name(path, workspace, now):
        what = "is not a project, a bank, a file of a bank or a deck file"
        raise FileNotFoundError(f"{path} {what}{_suggestion_for(path)}")


def _check_by_name(path: Path, workspace: Workspace, now: int | None) -> bool:
    """Check the bank or the deck file of the current project that `path` names; False for none.

    A bank and a deck file of one name are both checked.
    """
    project = find_project(Path())
    if project is None or len(path.parts) != 1:
        return False
    folder = project.bank_folder(path.name)
    deck_files = [file for file in project.deck_files() if file.stem == path.name]
    has_bank = (folder / BANK_FILE).is_file()
    if has_bank:
        workspace.bank(Path(os.path.relpath(folder)))
    for file in deck_files:
        _check_deck(Path(os.path.relpath(file)), workspace, now)
    return has_bank or bool(deck_files)


def _suggestion_for(path: Path) -> str:
    """Return the paths of the current project that `path` may mean, as the rest of a message."""
    project = find_project(Path())
    if project is None:
        return ""
    paths = [*project.bank_folders(), *project.deck_files()]
    named = next((p for p in paths if p.stem == path.name), None)
    if named is not None:
        return f"; did you mean {os.path.relpath(named)!r}?"
    return f"; {suggestion(str(path), [os.path.relpath(p) for p in paths])}"


def _check_project(project: Project, workspace: Workspace, now: int | None) -> None:
    workspace.report_loose_files(project)
    workspace.report_abandoned_ledgers(project)
    for folder in project.bank_folders():
        workspace.bank(folder)
    for path in project.deck_files():
        _check_deck(path, workspace, now)


def _check_deck(path: Path, workspace: Workspace, now: int | None) -> None:
    assessment = workspace.assessment(path)
    if assessment is not None:
        project = find_project(path.absolute().parent)
        packages = [package_of(path, project)] if project else []
        history = workspace.history(path, assessment, *packages)
        if project and now is not None:
            report = workspace.ledgers_of(project).report
            report_future(assessment.bank, history.ledger, now, report)
