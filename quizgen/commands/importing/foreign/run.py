"""Find out what a file is, and read its questions into a bank."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quizgen.commands.importing.foreign.bank import ForeignImport
from quizgen.commands.importing.foreign.present_bank import read_present_bank
from quizgen.commands.importing.foreign.returned import ReturnedQuestions
from quizgen.commands.importing.foreign.several_banks import of_bank
from quizgen.commands.importing.foreign.unknown import kind_and_way_out
from quizgen.commands.importing.identity import slug
from quizgen.commands.importing.imported_bank import ImportedBank
from quizgen.model.diagnostics import UNREADABLE_FILE, Report, has_errors
from quizgen.model.source import Source
from quizgen.project.layout import Project
from quizgen.readers.foreign import ForeignReader
from quizgen.readers.foreign.texts import (
    MAX_LINES,
    MAX_TEXT_SIZE,
    encoding_of,
    is_too_long,
)
from quizgen.readers.gift import GiftReader
from quizgen.readers.moodle_xml import MoodleXmlReader
from quizgen.readers.qti import QtiReader
from quizgen.readers.tables import TableReader
from quizgen.readers.typed_lists import TypedListReader
from quizgen.readers.uploads import BlackboardReader, BrightspaceReader

READERS: tuple[ForeignReader, ...] = (
    BlackboardReader(),
    BrightspaceReader(),
    TableReader(),
    MoodleXmlReader(),
    QtiReader(),
    GiftReader(),
    TypedListReader(),
)
"""The readers in the order in which they are asked whether a file is theirs."""


def is_package(content: bytes, path: Path) -> bool:
    """Return whether the file is a package of Anki, by its name or by what is in it."""
    if path.suffix.lower() in (".apkg", ".colpkg"):
        return True
    return content.startswith(b"PK") and b"collection.anki2" in content[:4096] + content[-8192:]


def import_foreign(
    content: bytes,
    path: Path,
    root: Path,
    bank: str | None,
    columns: Mapping[str, str],
    report: Report,
) -> ImportedBank | None:
    """Return what the questions of the file `path` make of the bank `bank` of `root`.

    Without `bank` the file's name decides. The result is None where the file cannot be read.

    Raises:
        FileExistsError: There is a bank of this name, none of whose questions is in the file.
    """
    is_packed = content.startswith((b"PK", b"<?xml", b"<quiz"))  # these have limits of their own
    if not is_packed and is_too_long(content):
        _report_too_long(path, report)
        return None
    reader = next((reader for reader in READERS if reader.is_mine(content, path)), None)
    if reader is None:
        _report_unknown(content, path, report)
        return None
    if not is_packed:
        _report_guess(content, path, report)
    file = reader.read(content, path, report, columns)
    if file is None:
        return None
    folder = bank or slug(path.name.partition(".")[0]) or "imported"
    project = Project(root)
    file = of_bank(file, folder, {bank.name for bank in project.bank_folders()})
    importing = ForeignImport(file, path, folder, report)
    if not project.bank_folder(folder).exists():
        if deck := project.deck_file_in_the_way(folder):
            raise _exists(deck)
        imported = importing.new_bank()
    else:
        present = read_present_bank(project.bank_folder(folder), with_media=bool(file.media))
        if has_errors(present.diagnostics):
            report.diagnostics += present.diagnostics
            return None
        has_ids = any(question.id for question in file.questions)
        returned = ReturnedQuestions(project.bank_folder(folder), path, reader, has_ids=has_ids)
        imported = importing.into(present, returned)
        update = imported.update
        is_other = update is not None and not (update.same or update.changed)
        if bank is None and is_other and imported.questions:
            raise _exists(project.bank_folder(folder))
    if not imported.questions and not report.has_errors:
        report.error(
            "nothing-to-import",
            Source(path, "").whole(),
            f"no question can be made of the {importing.count} in this file"
            if importing.count
            else "there is no question in this file",
            f"quizgen took it for {reader.name}",
        )
    return imported


def _exists(path: Path) -> FileExistsError:
    return FileExistsError(
        f"{path} exists already, and has none of these questions; give the new bank another "
        f"name, or this one to add them to it: --bank NAME"
    )


def _report_too_long(path: Path, report: Report) -> None:
    report.error(
        UNREADABLE_FILE,
        Source(path, "").whole(),
        f"this file has more than {MAX_TEXT_SIZE // 1024 // 1024} MB or {MAX_LINES:,} lines",
        "split it into several",
    )


def _report_unknown(content: bytes, path: Path, report: Report) -> None:
    kind, way_out = kind_and_way_out(content, path)
    what = f"this file is {kind}" if kind else "this file is none that quizgen knows"
    names = ", ".join(["a package of Anki (.apkg)", *(reader.name for reader in READERS)])
    report.error(
        UNREADABLE_FILE,
        Source(path, "").whole(),
        f"{what}; questions can be read from {names}",
        way_out,
    )


def _report_guess(content: bytes, path: Path, report: Report) -> None:
    """Tell where the letters of a text were guessed."""
    encoding, is_doubtful = encoding_of(content)
    if is_doubtful:
        report.warning(
            "guessed-encoding",
            Source(path, "").whole(),
            f"this text is not in UTF-8, and was read as {encoding}: some letters may be others",
            "look at letters with accents; if they are wrong, save the file as UTF-8",
        )
