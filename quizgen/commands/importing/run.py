"""The whole way: from a package on disk to a new bank on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quizgen.commands.importing.package import Imported, import_package
from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic, Report, Severity, in_reading_order
from quizgen.model.source import Source
from quizgen.project.layout import DECKS, Project
from quizgen.project.save import recover, save
from quizgen.readers.apkg import MAX_PACKAGE_SIZE, read_package
from quizgen.readers.files import read_bytes


@dataclass(frozen=True, slots=True)
class ImportResult:
    """`imported` is None where the package could not be read or asks nothing.

    `files` were written. `diagnostics` are those of the package, or of the new bank.
    """

    imported: Imported | None
    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> list[Diagnostic]:
        """Without the warnings: an imported question names no source, and nothing else new."""
        return [d for d in self.diagnostics if d.severity is Severity.ERROR]


def import_file(path: Path, root: Path, bank: str | None = None) -> ImportResult:
    """Make a bank in the project at `root` out of the package at `path`, and check it.

    `bank` is the name of the new bank's folder. Raises FileExistsError where there is such a
    bank or deck file already, and OSError where files cannot be written.
    """
    report = Report()
    content = read_bytes(path, report, MAX_PACKAGE_SIZE, anywhere=True)
    package = read_package(content, path, report) if content is not None else None
    if package is None:
        return ImportResult(None, (), tuple(report.diagnostics))
    imported = import_package(package, bank)
    if not imported.files:
        report.error(
            "nothing-to-import",
            Source(path, "").whole(),
            f"no question can be made of the {len(package.notes)} notes in this package",
            "quizgen reads notes with a question and an answer, or with gaps",
        )
        return ImportResult(imported, (), tuple(report.diagnostics))
    project = Project(root)
    recover(project.journal)
    _refuse_to_overwrite(project, imported.name)
    files = {root / name: written for name, written in imported.files.items()}
    save(files, project.journal)
    workspace = Workspace()
    workspace.assessment(root / DECKS / f"{imported.name}.yaml")
    return ImportResult(imported, tuple(files), tuple(in_reading_order(workspace.diagnostics)))


def _refuse_to_overwrite(project: Project, name: str) -> None:
    folder = project.decks
    for path in (project.bank_folder(name), folder / f"{name}.yaml", folder / f"{name}.ledger"):
        if path.exists():
            raise FileExistsError(
                f"{path} exists already; give the new bank another name: --bank NAME"
            )
