"""An end to connections that open and then ask for nothing."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

MAX_SILENCE = 10.0
"""Seconds that a connection may take to ask for something: browsers take milliseconds, and open
some connections in advance, which they open again."""


class ImpatientProtocol(H11Protocol):
    """HTTP, where a connection without a whole request is closed after `MAX_SILENCE`.

    Otherwise those that never ask would fill up the connections there may be.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self.loop.call_later(MAX_SILENCE, self._end_if_silent)

    def _end_if_silent(self) -> None:
        transport = self.transport
        if self.cycle is None and not transport.is_closing():
            transport.close()
