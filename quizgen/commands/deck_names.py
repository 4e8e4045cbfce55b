"""Deck files of one name: what is built of the one would replace what is built of the other.

The name of a deck file is that of its folder in ``dist/`` and of its ledger.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.project.layout import yaml_files
from quizgen.reporting.concise import display_path


class DeckNames:
    """The deck files at `paths` by their names; capitals make no difference, as on most disks."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths: dict[str, list[Path]] = defaultdict(list)
        for path in paths:
            self._paths[path.stem.casefold()].append(path)

    def report_others(self, path: Path, report: Report) -> None:
        """Report the other deck files that have the name of that at `path`."""
        here = os.path.realpath(path)
        for other in self._paths.get(path.stem.casefold(), ()):
            if os.path.realpath(other) != here:
                report.error(
                    "duplicate-deck-file",
                    Source(path, "").whole(),
                    f"{display_path(other)} has the same name: what is built of the one would "
                    "replace what is built of the other",
                    "delete the one that is a copy, or give the newer of the two another name",
                )


class NamesByFolder:
    """The names of the deck files beside those that are read; each folder is listed once."""

    def __init__(self) -> None:
        self._folders: dict[Path, DeckNames] = {}

    def report_others(self, path: Path, report: Report) -> None:
        """Report the deck files beside that at `path` that have its name."""
        if path.parent not in self._folders:
            self._folders[path.parent] = DeckNames(yaml_files(path.parent))
        self._folders[path.parent].report_others(path, report)
