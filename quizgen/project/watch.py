"""Noticing when an author has saved a file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.project.layout import CONFIGURATION, DECKS, Project

if TYPE_CHECKING:
    import asyncio

    from watchfiles import Change
    from watchfiles.main import FileChange

TIMES = {"step": 50, "debounce": 400, "rust_timeout": 100, "yield_on_timeout": True}
"""In milliseconds. Editors save in several steps: 50 without a change end a save, and 400 do
in any case. After 100 watching has surely begun, and watchfiles says so."""


def saves(project: Project) -> Iterator[None]:
    """Yield once when watching has begun, and then after each save of an input.

    Inputs are the files of ``question_bank/``, the deck files in ``decks/``, and the project's
    settings. Never ends; Ctrl-C raises KeyboardInterrupt. Needs watchfiles.
    """
    from watchfiles import watch

    times: Any = TIMES
    detector = _SaveDetector(project)
    for changes in watch(project.banks, project.decks, watch_filter=is_input, **times):
        if detector.is_save(changes):
            yield


async def saves_until(stop: asyncio.Event, project: Project) -> AsyncIterator[None]:
    """Yield as `saves` does, until `stop` is set."""
    from watchfiles import awatch

    times: Any = TIMES
    detector = _SaveDetector(project)
    async for changes in awatch(
        project.banks, project.decks, watch_filter=is_input, stop_event=stop, **times
    ):
        if detector.is_save(changes):
            yield


_ROSTERS = (".csv", ".tsv", ".xlsx", ".ods")
"""The ends of names of lists of pupils, which deck files name."""


class _SaveDetector:
    """Decides which reports of watchfiles stand for a save, or for the beginning.

    The settings are looked at on each report: to watch their folder would be to watch all
    that a project has beside its questions.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._settings: list[tuple[int, int] | None] = []

    def is_save(self, changes: Set[FileChange]) -> bool:
        """Tell whether `changes` or the settings show a save."""
        before, self._settings = self._settings, self._stamps()
        return bool(changes) or self._settings != before

    def _stamps(self) -> list[tuple[int, int] | None]:
        return [_stamp(self._project.root / name) for name in CONFIGURATION]


def _stamp(path: Path) -> tuple[int, int] | None:
    """Time and size of a file; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def is_input(change: Change, path: str) -> bool:
    """Return whether `path` can change what is built: no ledger, and no editor's own file."""
    file = Path(path)
    if file.name.startswith((".", "#", "~$")) or file.name.endswith("~"):
        return False
    if file.suffix == ".ledger":
        return False
    return file.parent.name != DECKS or file.suffix.lower() in {".yaml", ".yml", *_ROSTERS}
