"""What lies in a project, and nothing reads or builds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quizgen.model.assessment import DeckFile
from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.project.layout import BANK_FILE, DECKS, MANIFEST, OUTPUT, YAML_ENDINGS, Project
from quizgen.project.regular_files import read_regular
from quizgen.project.stray_files import stray_files, way_out_without_deck_file
from quizgen.readers.files import MAX_FILE_SIZE
from quizgen.reporting.concise import display_path


def report_loose_files(
    project: Project,
    decks: Sequence[DeckFile | None],
    relative: Callable[[Path], Path],
    report: Report,
) -> None:
    """Report folders, files, banks and outputs of `project` that have no use where they are.

    `decks` are its deck files, None for one that cannot be read; `relative` makes of a path the
    one to show.
    """
    _report_folders_without_bank(project, relative, report)
    _report_stray_files(project, relative, report)
    _report_unused_banks(project, decks, relative, report)
    _report_outputs_without_deck(project, relative, report)


def _report_folders_without_bank(
    project: Project, relative: Callable[[Path], Path], report: Report
) -> None:
    """Report folders of ``question_bank/`` that hold YAML files but are no banks."""
    strays = {stray.path.parent for stray in stray_files(project) if stray.is_bank_file}
    for folder in project.folders_without_bank():
        if folder in strays:
            continue  # reported as a file of another name
        report.warning(
            "no-bank-file",
            Source(relative(folder / BANK_FILE), "").whole(),
            f"the folder {folder.name} has no {BANK_FILE}, so its questions are not read",
            f"give it a {BANK_FILE} with id: and title:, or move its files into a bank",
        )


def _report_stray_files(project: Project, relative: Callable[[Path], Path], report: Report) -> None:
    """Report files that look like a part of the project, and that nothing reads."""
    for stray in stray_files(project):
        path = relative(stray.path)
        report.warning(
            "file-not-read",
            Source(path, "").whole(),
            f"{display_path(path)} is not read: {stray.why}",
            stray.help,
        )


def _report_unused_banks(
    project: Project,
    decks: Sequence[DeckFile | None],
    relative: Callable[[Path], Path],
    report: Report,
) -> None:
    """Report banks that no deck file names, where all deck files name banks that are there."""
    folders = {folder.name: folder for folder in project.bank_folders()}
    used = {name.value for deck in decks if deck for name in deck.banks}
    if None in decks or not used or used - set(folders):
        return
    for name, folder in folders.items():
        if name not in used:
            report.warning(
                "bank-not-used",
                Source(relative(folder / BANK_FILE), "").whole(),
                f"no deck file names the bank {name}, so nothing is built of it",
                f"write `bank: {display_path(Path(name))}` in a deck file in {DECKS}/, or move "
                f"the folder out of {project.banks.name}/",
            )


def _report_outputs_without_deck(
    project: Project, relative: Callable[[Path], Path], report: Report
) -> None:
    """Report folders of ``dist/`` whose deck file has been renamed or deleted."""
    for folder in folders_without_deck_file(project):
        name = display_path(relative(folder))
        report.warning(
            "outputs-without-deck",
            Source(relative(folder / MANIFEST), "").whole(),
            f"{name} holds what was built of the deck file {folder.name}, which is not there "
            "any more",
            f"{way_out_without_deck_file(folder, name)}; if the deck file has a new name, "
            "`quizgen build` writes there",
        )


def folders_without_deck_file(project: Project) -> Iterator[Path]:
    """Yield the folders of ``dist/`` that a build filled for a deck file which is gone."""
    known = {path.stem for path in project.deck_files()}
    for path in sorted((project.root / OUTPUT).glob(f"*/{MANIFEST}")):
        name = path.parent.name
        if name not in known and path.is_file() and not _has_deck_file_elsewhere(path, project):
            yield path.parent


def _has_deck_file_elsewhere(manifest: Path, project: Project) -> bool:
    """Tell whether the deck file is there that `manifest` names, outside of ``decks/``."""
    import json  # hardly ever needed

    try:
        content = json.loads(read_regular(manifest, MAX_FILE_SIZE, project.root))
        sources = [project.root / source for source in content["sources"]]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return False
    return any(
        source.stem == manifest.parent.name
        and source.suffix in YAML_ENDINGS
        and source.is_file()
        and not source.is_relative_to(project.banks)
        for source in sources
    )
