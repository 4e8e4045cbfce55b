"""Imports in the tests: the way that `quizgen import` goes, and packages compared."""

from __future__ import annotations

from pathlib import Path

from quizgen import build
from quizgen.commands.importing import ImportedBank, ImportLoss, import_file, import_package
from quizgen.commands.importing.losses import LossReason
from quizgen.model.text import Refused, Text, run_sequences
from quizgen.readers.apkg import ApkgNote, Package
from support.packages import read

BUILT = 1_700_000_000
LATER = BUILT + 86_400


def is_refused(text: Text) -> bool:
    """Whether a heading or a line across the page is in `text`, at any depth: no bank holds it."""
    return any(isinstance(run, Refused) for runs in run_sequences(text.runs) for run in runs)


def imported(path: Path, root: Path, bank: str | None = None) -> ImportedBank:
    """Import the package at `path` into a project at `root`; the new bank has no errors."""
    result = import_file(path, root, bank)
    assert not result.errors, [d.message for d in result.errors]
    assert result.imported is not None
    return result.imported


def questions(path: Path) -> str:
    """The topic files that the package at `path` becomes, one after the other."""
    files = import_package(read(path)).files
    return "\n".join(
        content.decode()
        for name, content in sorted(files.items())
        if name.parts[0] == "question_bank" and name.suffix == ".yaml" and name.stem != "bank"
    )


def losses(path: Path) -> dict[LossReason, list[str]]:
    """What the import of the package at `path` loses: the question and the content, by reason.

    These decks are too small to have a language that can be detected.
    """
    found = import_package(read(path)).losses
    return {
        reason: [f"{loss.item.value}: {loss.what}" for loss in of_reason]
        for reason, of_reason in found.items()
        if reason is not ImportLoss.LANGUAGE
    }


def built(root: Path, time: int, name: str = "*") -> Path:
    """The package that a build of the project at `root` makes."""
    result = build(root, built=time)
    assert not [d for d in result.diagnostics if d.severity.value == "error"], result.diagnostics
    (path,) = (root / "dist").glob(f"*/{name}.apkg")
    return path


def by_guid(package: Package) -> dict[str, ApkgNote]:
    return {note.guid: note for note in package.notes}
