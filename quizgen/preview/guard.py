"""Who may ask the preview, and what every answer says to the browser that shows it."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
HOSTS = (HOST, "localhost")
"""The names that a request may call this server by. Another one is that of a web site which
had its own name point here (DNS rebinding), to read what only this computer may."""

MAX_STREAMS = 24
"""Pages that are told of changes at a time. A browser opens six connections to one address."""

MAX_CONNECTIONS = 128
"""Connections at a time, of all kinds; those past them are refused."""

SAFE: Mapping[str, str] = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
"""In every answer that does not say otherwise itself, also in those about faults. No header lets
another site read anything."""

_CARD_PICTURES = "/media/"
"""Where cards have their pictures. The names are digests, which no other site knows."""


class Guard:
    """Refuses requests of other sites before any route sees them, and adds `SAFE`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3.0)."""
        if scope["type"] != "http":
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFE.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = _refusal(scope)
        answer = self.app if refused is None else PlainTextResponse(refused[1], refused[0])
        await answer(scope, receive, safely)


def _refusal(scope: Scope) -> tuple[int, str] | None:
    """Return status and reason where `scope` is no request of this server's own pages."""
    headers = Headers(scope=scope)
    hosts = headers.getlist("host")
    if len(hosts) != 1 or (hosts[0].rpartition(":")[0] not in HOSTS and hosts[0] not in HOSTS):
        return 400, "this address is not the preview's"
    # Cards' frames have no origin: Chromium says "null" for their pictures, which they only show.
    shows = headers.get("sec-fetch-dest") == "image" and scope["path"].startswith(_CARD_PICTURES)
    allowed = {f"http://{hosts[0]}", *(("null",) if shows else ())}
    if not allowed.issuperset(headers.getlist("origin")):
        return 403, "another site may not ask this"
    if scope["method"] not in {"GET", "HEAD"}:
        return 405, "the preview only shows"
    site = headers.get("sec-fetch-site", "none")
    opened = headers.get("sec-fetch-mode") == "navigate"  # a link; frames are refused by SAFE
    if not (site in {"none", "same-origin"} or opened or shows):
        return 403, "another site may not ask this"
    return None


class Streams:
    """Counts the streams that are open; past `MAX_STREAMS` there is no more."""

    def __init__(self) -> None:
        self.open = 0


class BoundedStream(StreamingResponse):
    """A stream that is counted among `streams`, and refused where there are too many."""

    streams: Streams

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3.0)."""
        if self.streams.open >= MAX_STREAMS:
            await PlainTextResponse("too many pages are open", 503)(scope, receive, send)
            return
        self.streams.open += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.streams.open -= 1
