"""Pushing: handing built packages to a running Anki."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgen.commands.push.anki_connect import IMPORT_SECONDS, ActionError, AnkiConnect
from quizgen.model.diagnostics import Report
from quizgen.project.layout import Project, find_project, package_of
from quizgen.project.regular_files import refusal
from quizgen.project.save import recover
from quizgen.readers.deck_file import read_deck_file
from quizgen.readers.files import read_source
from quizgen.readers.shapes import Reading
from quizgen.writers import PART_KEYS
from quizgen.writers.anki.deck_part import ANKI


class PushError(Exception):
    """A package that cannot be handed over: says why, and what to do about it, on one line."""


def push(
    root: str | os.PathLike[str],
    decks: Iterable[str] = (),
    *,
    anki: AnkiConnect | None = None,
    new_learner: bool = False,
) -> Iterator[Path]:
    """Have Anki import what was built for the deck files `decks` of the project at `root`.

    `decks` are deck files or their names in ``decks/``; if none, all of the project that have
    a deck for Anki. `anki` is the AnkiConnect to talk to, by default that of this machine. It
    is given the path of each file, and reads the file itself. Yields each package once Anki
    has imported it. Nothing is asked of Anki before all packages are found.

    Where there is ``NAME-update.apkg``, it is taken, which retires items in Anki too; with
    `new_learner`, ``NAME.apkg``, for a collection that never had the deck.

    Raises PushError where there is nothing to push or Anki does not take it, AnkiConnectError
    where there is no talking to Anki, and OSError where a build that was interrupted cannot
    be finished.
    """
    project = find_project(Path(root))
    if project is None:
        raise PushError(f"{root} is not a quizgen project")
    recover(project.journal)
    packages = [_package(project, path, new_learner) for path in _deck_files(project, decks)]
    anki = anki or AnkiConnect()
    anki.greet()
    for package in packages:
        _import(anki, package)
        yield package


def _deck_files(project: Project, names: Iterable[str]) -> list[Path]:
    try:
        named = [project.deck_file(name) for name in names]
    except FileNotFoundError as error:
        raise PushError(str(error)) from error
    paths = named or [path for path in project.deck_files() if not _is_for_paper(path)]
    if not paths:
        raise PushError(f"no deck file in {project.decks} has a deck for Anki (`anki:`)")
    return paths


def _package(project: Project, deck_file: Path, new_learner: bool) -> Path:
    name = deck_file.stem
    if _is_for_paper(deck_file):
        raise PushError(f"{deck_file} has no deck for Anki (`anki:`), so there is none to push")
    package = package_of(deck_file, project)
    update = package.with_name(f"{name}-update.apkg")
    if os.path.lexists(update) and not new_learner:
        package = update
    if os.path.lexists(package) and (why := refusal(package, project.root)):
        raise PushError(f"{package} {why}: run `quizgen build --force {name}` first")
    if not package.is_file():
        raise PushError(f"there is no {package} yet: run `quizgen build {name}` first")
    return package


def _is_for_paper(deck_file: Path) -> bool:
    """Tell whether `deck_file` asks for worksheets alone; False where it has errors."""
    report = Report()
    source = read_source(deck_file, report)
    deck = read_deck_file(source, PART_KEYS, Reading(report)) if source else None
    return deck is not None and ANKI.spec_in(deck) is None


def _import(anki: AnkiConnect, package: Path) -> None:
    try:
        imported = anki.call("importPackage", IMPORT_SECONDS, path=str(package))
    except ActionError as error:
        raise PushError(f"Anki did not import {package}: {error}{_note_on_paths(anki)}") from error
    if imported is False:
        raise PushError(f"Anki did not import {package}: open your profile in Anki, and push again")


def _note_on_paths(anki: AnkiConnect) -> str:
    if anki.is_local:
        return ""
    return f" (quizgen sends no file: {anki.host} must have it under the same path)"
