"""What an import makes: the files of a bank, and what is to be told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from quizgen.commands.importing.losses import LossReason
from quizgen.model.dataclass import dataclass
from quizgen.model.loss import Loss


@dataclass(frozen=True, slots=True)
class Update:
    """What an import of another program's file does to a bank; it is new if `is_first`.

    `added` and `same` count questions. `changed` are the ids of those that the file has otherwise
    than the bank, `gone` those of the bank that are not in the file, which stay.
    """

    added: int
    changed: tuple[str, ...] = ()
    same: int = 0
    gone: tuple[str, ...] = ()
    is_first: bool = True


@dataclass(frozen=True, slots=True)
class ImportedBank:
    """A new bank; `name` is the name of its folder, `id` its id, empty where it is not new.

    `files` maps paths below the project's folder to contents. `notes` counts the notes of the
    package, `questions` the questions made of them, `kept` the notes that keep their guids, and
    `generic` the notes whose note type is not quizgen's. `losses` holds the losses by reason.
    `update` says what the import of another program's file does, and is None for a package: then
    `notes` counts the questions of the file.
    """

    name: str
    files: Mapping[PurePosixPath, bytes]
    notes: int
    questions: int
    kept: int
    generic: int
    losses: Mapping[LossReason, Sequence[Loss]]
    update: Update | None = None
    id: str = ""
