"""Keep the state of the preview up to date, and send the state to open pages."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

from quizgen.preview.diagnostics import PreviewDiagnostic
from quizgen.preview.sheets import Sheet, render_sheets
from quizgen.preview.snapshot import ProjectSnapshot, take_snapshot
from quizgen.preview.state import PreviewState, as_object, digests
from quizgen.project.layout import Project
from quizgen.project.watch import saves_until


class LivePreview:
    """A preview that reads the project again after each save: cards first, then worksheets.

    `state` is what the page shows. All methods run on one event loop; files are read and PDFs
    rendered in threads.
    """

    def __init__(self, project: Project, names: Sequence[str], first: ProjectSnapshot) -> None:
        self.project = project
        self.names = names
        self.state = PreviewState(first, first.errors)
        self._latest = first
        self._sheets_before = self.state.sheets
        self._version = 0
        self._changed = asyncio.Condition()
        self._outdated_sheets = asyncio.Event()
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Follow the changes of the files until `stop` is called."""
        rendering = asyncio.create_task(self._render_sheets())
        try:
            async for _ in saves_until(self._stop, self.project):
                await self._read()
        finally:
            rendering.cancel()

    async def stop(self) -> None:
        """End `run` and every stream of `messages`."""
        self._stop.set()
        async with self._changed:
            self._changed.notify_all()

    async def messages(self) -> AsyncIterator[str]:
        """Yield the state as JSON now and after each change, until the preview stops.

        The first message with an entry or a card has all of it; later ones name its digest.
        """
        known: set[str] = set()
        while not self._stop.is_set():
            version, state = self._version, self.state
            yield json.dumps(as_object(state, known))
            known = digests(state)
            await self._next_version(version)

    def sheet(self, digest: str) -> Sheet | None:
        """Return the sheet with this digest, or None.

        Sheets from before the last change count too: a page asks for them until it gets the
        message of the change.
        """
        return self.state.sheets.find(digest) or self._sheets_before.find(digest)

    async def _next_version(self, version: int) -> None:
        """Wait until the state has a later version than `version`, or the preview stops."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._version != version or self._stop.is_set())

    async def _read(self) -> None:
        """Take a snapshot of the project, and update the state with it."""
        try:
            new = await asyncio.to_thread(take_snapshot, self.project, self.names, self._latest)
        except Exception as error:
            await self._update(replace(self.state, errors=(_exception_diagnostic(error),)))
            return
        self._latest = new
        await self._update(self.state.updated_with(new))
        if self.state.snapshot is new:
            self._outdated_sheets.set()

    async def _render_sheets(self) -> None:
        """Render the worksheets of each new snapshot."""
        while True:
            await self._outdated_sheets.wait()
            self._outdated_sheets.clear()
            try:
                sheets = await asyncio.to_thread(
                    render_sheets, self.state.snapshot, self.state.sheets
                )
            except Exception as error:
                await self._update(
                    replace(self.state, errors=(*self.state.errors, _exception_diagnostic(error)))
                )
            else:
                await self._update(replace(self.state, sheets=sheets))

    async def _update(self, state: PreviewState) -> None:
        """Make `state` the current one, and wake the streams."""
        async with self._changed:
            if state.sheets != self.state.sheets:
                self._sheets_before = self.state.sheets
            self.state = state
            self._version += 1
            self._changed.notify_all()


def _exception_diagnostic(error: Exception) -> PreviewDiagnostic:
    """Return the diagnostic for an exception, so that the page stays open after one.

    An exception is a bug in quizgen, or a file or folder that cannot be read.
    """
    if isinstance(error, OSError):
        return PreviewDiagnostic("unreadable-file", "error", str(error), None, "", "", None)
    message = f"this is a bug in quizgen, not in your files: {type(error).__name__}: {error}"
    help = "report it, with what you changed last"
    return PreviewDiagnostic("bug", "error", message, help, "", "", None)
