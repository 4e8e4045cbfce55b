"""The view that is kept up to date, and those who are told of it."""

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
    """Reads again after each save, in two steps: cards at once, worksheets when they are set.

    `view` is what the page shows. Everything here happens on one event loop; reading and
    setting are done in threads.
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
        """Keep up with the files until `stop` is called."""
        setting = asyncio.create_task(self._set_sheets())
        try:
            async for _ in saves_until(self._stop, self.project):
                await self._read()
        finally:
            setting.cancel()

    async def stop(self) -> None:
        self._stop.set()
        async with self._changed:
            self._changed.notify_all()

    async def messages(self) -> AsyncIterator[str]:
        """The view as JSON now, and again after each change. Ends when the preview stops.

        A card's sides are told once; later messages name them by the card's digest.
        """
        known: set[str] = set()
        while not self._stop.is_set():
            version, view = self._version, self.view
            yield json.dumps(as_object(view, known))
            known = digests(view)
            await self._news(version)

    def sheet(self, digest: str) -> Sheet | None:
        """One of the sheets that are shown, or were until the last change: a page that has not
        heard of it still asks for those."""
        return self.view.sheets.find(digest) or self._sheets_before.find(digest)

    async def _news(self, version: int) -> None:
        """Wait until the view is not that of `version` any more, or the preview stops."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._version != version or self._stop.is_set())

    async def _read(self) -> None:
        try:
            new = await asyncio.to_thread(snapshot, self.project, self.names)
        except Exception as error:
            await self._show(replace(self.view, errors=(_fault(error),)))
            return
        await self._show(self.view.after(new))
        if self.view.snapshot is new:
            self._unset.set()

    async def _set_sheets(self) -> None:
        """Set the worksheets of the newest snapshot, whenever there is one."""
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
        async with self._changed:
            if view.sheets != self.view.sheets:
                self._sheets_before = self.view.sheets
            self.view = view
            self._version += 1
            self._changed.notify_all()


def _fault(error: Exception) -> Finding:
    """What the page says of an exception: it must outlive a fault of ours, and a folder's loss."""
    if isinstance(error, OSError):
        return Finding("unreadable-file", "error", str(error), None, "", "", None)
    message = f"this is a bug in quizgen, not in your files: {type(error).__name__}: {error}"
    help = "report it, with what you changed last"
    return Finding("bug", "error", message, help, "", "", None)
