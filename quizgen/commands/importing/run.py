"""Import a file from the disk into a bank on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quizgen.commands.importing.foreign.run import import_foreign, is_package
from quizgen.commands.importing.foreign.writing_rules import broken_rules, with_rules_ignored
from quizgen.commands.importing.imported_bank import ImportedBank
from quizgen.commands.importing.package import import_package
from quizgen.commands.workspace import Workspace
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import (
    UNREADABLE_FILE,
    Diagnostic,
    Report,
    Severity,
    in_reading_order,
)
from quizgen.model.source import Source
from quizgen.project.alone import alone_in
from quizgen.project.layout import BANK_FILE, Project
from quizgen.project.save import recover, save
from quizgen.readers.apkg import MAX_PACKAGE_SIZE, read_package
from quizgen.readers.bank_folder import bank_id
from quizgen.readers.files import read_bytes
from quizgen.readers.foreign.texts import GUESSED_ENCODING, QUESTION_NOT_IMPORTED
from quizgen.readers.gc_pause import gc_paused
from quizgen.readers.tables import UNKNOWN_COLUMNS


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The result of an import.

    `imported` is None where the package could not be read. `files` are the paths that were
    written, none where no question could be made. `diagnostics` are about the package, or about
    the new bank. `root` is the folder of the project.
    `ignored_rules` are those of item writing that questions break, and now ignore.
    """

    imported: ImportedBank | None
    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    root: Path
    ignored_rules: tuple[str, ...] = ()

    @property
    def errors(self) -> list[Diagnostic]:
        """The diagnostics that are errors."""
        return [d for d in self.diagnostics if d.severity is Severity.ERROR]

    @property
    def left_out(self) -> list[Diagnostic]:
        """The warnings about the file itself: what of it was left out, or guessed."""
        names = (QUESTION_NOT_IMPORTED, UNKNOWN_COLUMNS, UNREADABLE_FILE, GUESSED_ENCODING)
        return [d for d in self.diagnostics if d.severity is Severity.WARNING and d.name in names]


@gc_paused()
def import_file(
    path: Path, root: Path, bank: str | None = None, columns: Mapping[str, str] | None = None
) -> ImportResult:
    """Import the file at `path` into the project at `root`, and check the bank.

    What the file is, its content says. `bank` is the name of the bank's folder; without it the
    file decides. `columns` are the columns of a table by their parts, where it does not say so.

    Raises:
        FileExistsError: There is a bank or deck file of this name already, and it is another one,
            or a bank with the id of the new one.
        OSError: A file could not be written.
        ModuleNotFoundError: An extra that this kind of file needs is not installed.
    """
    with alone_in(Project(root).journal.parent):
        return _import_file(path, root, bank, columns or {})


def _import_file(
    path: Path, root: Path, bank: str | None, columns: Mapping[str, str]
) -> ImportResult:
    report = Report()
    content = read_bytes(path, report, MAX_PACKAGE_SIZE, anywhere=True)
    if content is None:
        return ImportResult(None, (), tuple(report.diagnostics), root)
    if is_package(content, path):
        imported = _import_package(content, path, bank, report)
    else:
        imported = import_foreign(content, path, root, bank, columns, report)
    if imported is None or not imported.files:
        return ImportResult(imported, (), tuple(report.diagnostics), root)
    project = Project(root)
    _refuse_to_double(project, imported)
    if imported.update is None:
        _refuse_to_overwrite(project, imported.name)
    recover(project.journal)
    files = {root / name: content for name, content in imported.files.items()}
    save(files, project.journal)
    checked = _check(project, imported.name)
    rules: tuple[str, ...] = ()
    if imported.update is not None and imported.update.is_first:
        more = with_rules_ignored(project.bank_folder(imported.name), checked)
        if more:
            rules = tuple(broken_rules(checked))
            save(more, project.journal)
            checked = _check(project, imported.name)
    diagnostics = tuple(in_reading_order([*report.diagnostics, *checked]))
    return ImportResult(imported, tuple(files), diagnostics, root, rules)


def _check(project: Project, name: str) -> list[Diagnostic]:
    """Return the diagnostics of the bank `name` of `project`, and of its deck file if any."""
    workspace = Workspace()
    decks = [path for path in project.deck_files() if path.stem == name]
    if decks:
        workspace.assessment(decks[0])
    else:
        workspace.bank(project.bank_folder(name))
    return workspace.diagnostics


def _import_package(
    content: bytes, path: Path, bank: str | None, report: Report
) -> ImportedBank | None:
    package = read_package(content, path, report)
    if package is None:
        return None
    imported = import_package(package, bank)
    if not imported.files:
        report.error(
            "nothing-to-import",
            Source(path, "").whole(),
            f"no question can be made of the {len(package.notes)} notes in this package",
            "quizgen reads notes with a question and an answer, or with gaps",
        )
    return imported


def _refuse_to_double(project: Project, imported: ImportedBank) -> None:
    """Raise where a bank of `project` has the id of the new one: their cards would be the same.

    A package of quizgen's names its bank: another name of the folder would not help there.
    """
    for folder in project.bank_folders():
        if imported.id and bank_id(folder / BANK_FILE) == imported.id:
            is_named = imported.update is None and imported.generic < imported.questions
            way_out = (
                "import it into another project: --into FOLDER"
                if is_named
                else "give the new bank another name: --bank NAME"
            )
            raise FileExistsError(
                f"{folder} has the id {imported.id!r} of the new bank already, and cards of the "
                f"one would overwrite those of the other; {way_out}"
            )


def _refuse_to_overwrite(project: Project, name: str) -> None:
    ledger = project.decks / f"{name}.ledger"
    for path in (project.bank_folder(name), project.deck_file_in_the_way(name), ledger):
        if path is not None and path.exists():
            raise FileExistsError(
                f"{path} exists already; give the new bank another name: --bank NAME"
            )
