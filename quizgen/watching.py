"""Telling when an author has saved a file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.project import DECKS, Project

if TYPE_CHECKING:
    import asyncio

    from watchfiles import Change

TIMES = {"step": 50, "debounce": 400, "rust_timeout": 100, "yield_on_timeout": True}
"""In milliseconds. Editors save in several steps: 50 without a change end a save, and 400 do
in any case. After 100 watching has surely begun, and watchfiles says so."""


def saves(project: Project) -> Iterator[None]:
    """Yield once when watching has begun, and then after each save of an input.

    Inputs are the files of ``question_bank/`` and the deck files in ``decks/``. Never ends;
    Ctrl-C raises KeyboardInterrupt. Needs watchfiles.
    """
    from watchfiles import watch

    times: Any = TIMES
    begun = False
    for changes in watch(project.banks, project.decks, watch_filter=is_input, **times):
        if changes or not begun:
            begun = True
            yield


async def saves_until(stop: asyncio.Event, project: Project) -> AsyncIterator[None]:
    """As `saves`, and ends when `stop` is set."""
    from watchfiles import awatch

    times: Any = TIMES
    begun = False
    async for changes in awatch(
        project.banks, project.decks, watch_filter=is_input, stop_event=stop, **times
    ):
        if changes or not begun:
            begun = True
            yield


def is_input(change: Change, path: str) -> bool:
    """Whether a changed file can change what is built: no ledger, and no editor's own file."""
    file = Path(path)
    if file.name.startswith((".", "#")) or file.name.endswith("~"):
        return False
    return file.parent.name != DECKS or file.suffix in {".yaml", ".yml"}
