"""Files that look like a part of a project, and that nothing reads or writes where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizgen.project.layout import BANK_FILE, MANIFEST, OUTPUT, Project, yaml_files

_YAML = (".yaml", ".yml")
_DOUBLE = re.compile(r"\.ya?ml\.(?:txt|docx?|rtf|bak|odt)$", re.IGNORECASE)
"""Ends of names that an editor has added something to: ``reading.yaml.txt``."""


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
        if not path.name.startswith("."):
            yield from _by_name(path, "deck files")


def _in_bank_folder(folder: Path) -> Iterator[StrayFile]:
    has_bank = (folder / BANK_FILE).is_file()
    for path in sorted(folder.glob("*")):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            for inner in yaml_files(path) if has_bank else ():
                yield StrayFile(
                    inner,
                    f"it lies in the folder {path.name} inside the bank",
                    f"move it up into {folder.name}: all files of a bank lie side by side",
                )
        elif not has_bank and path.stem.lower() == "bank" and path.suffix.lower() in _YAML:
            yield StrayFile(
                path,
                f"the bank's own file is called {BANK_FILE}",
                f"rename it to {BANK_FILE}",
                is_bank_file=True,
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
    elif _is_yaml(path) and path.suffix not in _YAML:
        yield StrayFile(
            path,
            f"its name ends in {path.suffix}, and those of {what} in small letters",
            f"rename it to {path.stem}.yaml",
        )


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in _YAML and path.is_file()


def folders_without_deck_file(project: Project) -> Iterator[Path]:
    """Yield the folders of ``dist/`` that a build filled for a deck file which is gone."""
    known = {path.stem for path in project.deck_files()}
    for path in sorted((project.root / OUTPUT).glob(f"*/{MANIFEST}")):
        if path.parent.name not in known and path.is_file():
            yield path.parent
