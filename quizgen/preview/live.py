"""The view of the page, which follows the files, and the messages to its browsers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

from quizgen.preview.findings import Finding
from quizgen.preview.sheets import Sheet, set_sheets
from quizgen.preview.snapshot import Snapshot, snapshot
from quizgen.preview.view import View, as_object, digests
from quizgen.project.layout import Project
from quizgen.project.watch import saves_until


class Live:
    """The view of a project, which is read again after each save.

    A save has two steps: cards are shown at once, worksheets when they are set. `view` is the
    present content of the page. All methods run on one event loop; files are read and worksheets
    set in threads.
    """

    def __init__(self, project: Project, names: Sequence[str], first: Snapshot) -> None:
        self.project = project
        self.names = names
        self.view = View(first, first.errors)
        self._sheets_before = self.view.sheets
        self._version = 0
        self._changed = asyncio.Condition()
        self._unset = asyncio.Event()
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Read the project again after each save, until `stop` is called."""
        setting = asyncio.create_task(self._set_sheets())
        try:
            async for _ in saves_until(self._stop, self.project):
                await self._read()
        finally:
            setting.cancel()

    async def stop(self) -> None:
        """End `run` and all streams of `messages`."""
        self._stop.set()
        async with self._changed:
            self._changed.notify_all()

    async def messages(self) -> AsyncIterator[str]:
        """Yield the view as JSON now and after each change, until `stop` is called.

        A message has the sides of the cards that the message before did not have; other cards are
        named by their digests.
        """
        known: set[str] = set()
        while not self._stop.is_set():
            version, view = self._version, self.view
            yield json.dumps(as_object(view, known))
            known = digests(view)
            await self._news(version)

    def sheet(self, digest: str) -> Sheet | None:
        """Return the sheet `digest` of the present view or of the view before, or None.

        A page that has not received the last change still requests sheets of the view before.
        """
        return self.view.sheets.find(digest) or self._sheets_before.find(digest)

    async def _news(self, version: int) -> None:
        """Wait until the view has another version than `version`, or the preview stops."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._version != version or self._stop.is_set())

    async def _read(self) -> None:
        """Read the project and show its cards; a view with errors keeps the cards before."""
        try:
            new = await asyncio.to_thread(snapshot, self.project, self.names)
        except Exception as error:
            await self._show(replace(self.view, errors=(_fault(error),)))
            return
        await self._show(self.view.after(new))
        if self.view.snapshot is new:
            self._unset.set()

    async def _set_sheets(self) -> None:
        """Set the worksheets of each new snapshot, until cancelled."""
        while True:
            await self._unset.wait()
            self._unset.clear()
            try:
                sheets = await asyncio.to_thread(set_sheets, self.view.snapshot, self.view.sheets)
            except Exception as error:
                await self._show(replace(self.view, errors=(*self.view.errors, _fault(error))))
            else:
                await self._show(replace(self.view, sheets=sheets))

    async def _show(self, view: View) -> None:
        """Make `view` the present view, and wake all streams of messages."""
        async with self._changed:
            if view.sheets != self.view.sheets:
                self._sheets_before = self.view.sheets
            self.view = view
            self._version += 1
            self._changed.notify_all()


def _fault(error: Exception) -> Finding:
    """Return `error` as a finding.

    So the preview goes on after a bug of quizgen, and after the project's folder is gone.
    """
    if isinstance(error, OSError):
        return Finding("unreadable-file", "error", str(error), None, "", "", None)
    message = f"this is a bug in quizgen, not in your files: {type(error).__name__}: {error}"
    help = "report it, with what you changed last"
    return Finding("bug", "error", message, help, "", "", None)
