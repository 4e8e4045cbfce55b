"""Files that look like a part of a project, and that nothing reads or writes where they are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.project.file_names import EARLIER_OF
from quizgen.project.layout import (
    BANK_FILE,
    BANK_LEDGER,
    BANKS,
    CONFIGURATION,
    DECKS,
    YAML_ENDINGS,
    Project,
    yaml_files,
)
from quizgen.project.regular_files import NotReadableError, TooLargeError, read_regular

_LEDGER = Path(BANK_LEDGER).suffix
_DOUBLE = pattern(r"\.ya?ml\.(?:txt|docx?|rtf|bak|odt)$", re.IGNORECASE)
"""Ends of names that an editor has added something to: ``reading.yaml.txt``."""
_SETTINGS = CONFIGURATION[0]
_LIKE_SETTINGS = pattern(r"\.?quizgen(?![a-z]).*\.toml(?:\.txt)?", re.IGNORECASE)
"""Names that a copy, a slip of the hand or an editor makes of it: ``quizgen (1).toml``."""


class StrayFile(NamedTuple):
    """A file that is not read: why, and what to do about it.

    `is_bank_file` says that it would be the bank's own file under its right name.
    """

    path: Path
    why: str
    help: str
    is_bank_file: bool = False


def stray_files(project: Project) -> Iterator[StrayFile]:
    """Yield the files of `project` that its author may think are read, by their paths."""
    for path in sorted(project.banks.glob("*")):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _in_bank_folder(path)
        elif _is_yaml(path):
            yield StrayFile(
                path,
                "it lies beside the folders of banks, and not in one",
                "move it into the folder of its bank",
            )
    for path in sorted(project.decks.glob("*")):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            for inner in _yaml_below(path):
                yield StrayFile(
                    inner,
                    f"it lies in the folder {path.name} inside {DECKS}",
                    f"move it up into {DECKS}: all deck files lie side by side",
                )
        else:
            yield from _by_name(path, "deck files")
    yield from _at_root(project)
    yield from _settings(project)


def _at_root(project: Project) -> Iterator[StrayFile]:
    """Yield YAML files beside ``question_bank/`` whose keys are those of a bank or a deck file.

    Other programs have YAML files there as well.
    """
    for path in sorted(project.root.glob("*")):
        if path.name.startswith(".") or not _is_yaml(path):
            continue
        keys = _first_keys(path)
        if "topic" in keys or "questions" in keys:
            where = f"{BANKS}, into the folder of its bank"
        elif "bank" in keys:
            where = DECKS
        elif path.stem.lower() == "bank" and {"id", "title"} & keys:
            where = f"{BANKS}, into a folder of its own"
        else:
            continue
        yield StrayFile(path, f"it lies beside {BANKS}, and not in it", f"move it into {where}")


def _settings(project: Project) -> Iterator[StrayFile]:
    """Yield files with settings that have another name or place than the one that is read."""
    right = project.root / _SETTINGS
    for path in sorted(project.root.glob("*.*")):
        if not _LIKE_SETTINGS.fullmatch(path.name) or path.name == _SETTINGS or not path.is_file():
            continue
        if not (right.exists() and path.samefile(right)):  # it is, where capitals do not count
            yield StrayFile(
                path,
                f"settings are read from {_SETTINGS}",
                f"rename it to {_SETTINGS}, or delete it",
            )
    for folder in (project.banks, project.decks, *project.bank_folders()):
        if (folder / _SETTINGS).is_file():
            yield StrayFile(
                folder / _SETTINGS,
                f"it lies in {folder.name}, and not beside {BANKS}",
                f"move it up, beside {BANKS}",
            )


def _first_keys(path: Path) -> set[str]:
    """Return the keys at the beginning of lines of the file `path`, as far as it can be read."""
    try:
        content = read_regular(path, MAX_SIZE)
    except (OSError, ValueError, NotReadableError, TooLargeError):
        return set()
    return set(_KEY.findall(content.decode(errors="replace")))


_KEY = pattern(r"^([a-z_]+):(?=\s)", re.MULTILINE)
MAX_SIZE = 1024 * 1024
"""Bytes of a YAML file at the project's root that is looked into (judged)."""

MAX_DEPTH = 3
"""Most folders inside each other that are looked into for files that are not read (judged)."""


def _yaml_below(folder: Path, depth: int = MAX_DEPTH) -> Iterator[Path]:
    """Yield the YAML files in `folder` and in its folders, up to `depth` levels down."""
    yield from yaml_files(folder)
    for inner in sorted(folder.glob("*/")) if depth else ():
        if not inner.name.startswith(".") and not inner.is_symlink():
            yield from _yaml_below(inner, depth - 1)


def _in_bank_folder(folder: Path) -> Iterator[StrayFile]:
    has_bank = (folder / BANK_FILE).is_file()
    for path in sorted(folder.glob("*")):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if path.is_symlink():
                continue
            if not has_bank and (path / BANK_FILE).is_file():
                yield StrayFile(
                    path / BANK_FILE,
                    f"its folder lies in {folder.name}, and not in {BANKS} itself",
                    f"move the folder {path.name} up into {BANKS}",
                )
                continue
            for inner in _yaml_below(path) if has_bank else ():
                yield StrayFile(
                    inner,
                    f"it lies in the folder {path.name} inside the bank",
                    f"move it up into {folder.name}: all files of a bank lie side by side",
                )
        elif not has_bank and path.stem.lower() == "bank" and path.suffix.lower() in YAML_ENDINGS:
            yield StrayFile(
                path,
                f"the bank's own file is called {BANK_FILE}",
                f"rename it to {BANK_FILE}",
                is_bank_file=True,
            )
        elif has_bank and path.suffix == _LEDGER and path.name != BANK_LEDGER:
            yield StrayFile(
                path,
                f"the bank's ledger is called {BANK_LEDGER}; this may be a copy that another "
                "program made of one of two versions",
                f"add its lines to {BANK_LEDGER}, which may have lines of both, and delete it; if "
                "it is an old copy of your own, just delete it",
            )
        else:
            yield from _by_name(path, "topic files")


def _by_name(path: Path, what: str) -> Iterator[StrayFile]:
    """Yield `path` if its name ends otherwise than the names of `what` do."""
    if path.is_dir():
        return
    if _DOUBLE.search(path.name):
        right = _DOUBLE.sub(".yaml", path.name)
        yield StrayFile(
            path,
            f"its name ends in {path.suffix}, and those of {what} in .yaml",
            f"rename it to {right}; your editor or computer may hide the end of names",
            is_bank_file=right.lower() == BANK_FILE,
        )
    elif _is_yaml(path) and path.suffix not in YAML_ENDINGS:
        yield StrayFile(
            path,
            f"its name ends in {path.suffix}, and those of {what} in small letters",
            f"rename it to {path.stem}.yaml",
        )


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in YAML_ENDINGS and path.is_file()


def way_out_without_deck_file(folder: Path, name: str) -> str:
    """Return what to do with `folder`, called `name`, whose deck file is gone."""
    records = [
        file for both in EARLIER_OF.items() for file in both if os.path.lexists(folder / file)
    ]
    if not records:
        return f"delete {name}"
    return (
        f"delete what is in {name}, but keep {' and '.join(records)}: what pupils have in hand "
        "is graded by that"
    )
