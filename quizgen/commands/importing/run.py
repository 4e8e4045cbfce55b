"""Import a package from the disk as a new bank on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quizgen.commands.importing.package import ImportedBank, import_package
from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic, Report, Severity, in_reading_order
from quizgen.model.source import Source
from quizgen.project.layout import DECKS, Project
from quizgen.project.save import recover, save
from quizgen.readers.apkg import MAX_PACKAGE_SIZE, read_package
from quizgen.readers.files import read_bytes
from quizgen.readers.gc_pause import gc_paused


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The result of an import.

    `imported` is None where the package could not be read. `files` are the paths that were
    written, none where no question could be made. `diagnostics` are about the package, or about
    the new bank. `root` is the folder of the project.
    """

    imported: ImportedBank | None
    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    root: Path

    @property
    def errors(self) -> list[Diagnostic]:
        """The diagnostics that are errors."""
        return [d for d in self.diagnostics if d.severity is Severity.ERROR]


@gc_paused()
def import_file(path: Path, root: Path, bank: str | None = None) -> ImportResult:
    """Import the package at `path` as a new bank of the project at `root`, and check the bank.

    `bank` is the name of the new bank's folder; without it the package decides.

    Raises:
        FileExistsError: There is a bank or deck file of this name already.
        OSError: A file could not be written.
    """
    report = Report()
    content = read_bytes(path, report, MAX_PACKAGE_SIZE, anywhere=True)
    package = read_package(content, path, report) if content is not None else None
    if package is None:
        return ImportResult(None, (), tuple(report.diagnostics), root)
    imported = import_package(package, bank)
    if not imported.files:
        report.error(
            "nothing-to-import",
            Source(path, "").whole(),
            f"no question can be made of the {len(package.notes)} notes in this package",
            "quizgen reads notes with a question and an answer, or with gaps",
        )
        return ImportResult(imported, (), tuple(report.diagnostics), root)
    project = Project(root)
    recover(project.journal)
    _refuse_to_overwrite(project, imported.name)
    files = {root / name: content for name, content in imported.files.items()}
    save(files, project.journal)
    workspace = Workspace()
    workspace.assessment(root / DECKS / f"{imported.name}.yaml")
    return ImportResult(
        imported, tuple(files), tuple(in_reading_order(workspace.diagnostics)), root
    )


def _refuse_to_overwrite(project: Project, name: str) -> None:
    folder = project.decks
    for path in (project.bank_folder(name), folder / f"{name}.yaml", folder / f"{name}.ledger"):
        if path.exists():
            raise FileExistsError(
                f"{path} exists already; give the new bank another name: --bank NAME"
            )
