"""The guard of the preview: the requests that it accepts, and headers for every response."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
HOSTS = (HOST, "localhost")
"""The host names that a request may have.

Any other is the name of a web site that points to this computer (DNS rebinding), to read what only
this computer may read."""

_HOST_HEADER = re.compile(f"(?:{'|'.join(map(re.escape, HOSTS))})(?::[0-9]{{1,5}})?")
"""A host with a port. Any port: a tunnel from another computer may have another."""

MAX_STREAMS = 24
"""Most streams of changes at a time. A browser opens six connections to an address."""

MAX_CONNECTIONS = 128
"""Most connections of all kinds at a time; further connections are refused."""

SAFE: Mapping[str, str] = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
"""The headers of every response that does not set them itself, also of errors.

No header lets another site read anything."""

_CARD_MEDIA = "/media/"
"""The path of cards' pictures and sounds, whose names are digests that no other site knows."""


class Guard:
    """An application that refuses requests of other sites before `app`, and adds `SAFE`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to the request in `scope` (ASGI 3.0)."""
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
    if len(hosts) != 1 or not _HOST_HEADER.fullmatch(hosts[0]):
        return 400, "this address is not the preview's"
    # Cards' frames have no origin: Chromium says "null" for their media, which they only show.
    is_shown = headers.get("sec-fetch-dest") in {"image", "audio"}
    shows = is_shown and scope["path"].startswith(_CARD_MEDIA)
    allowed = {f"http://{hosts[0]}", *(("null",) if shows else ())}
    if not allowed.issuperset(headers.getlist("origin")):
        return 403, "another site may not ask this"
    if scope["method"] not in {"GET", "HEAD"}:
        return 405, "the preview only shows"
    site = headers.get("sec-fetch-site", "none")
    # A link to the page may be followed from anywhere, into no frame, and for no stream.
    opened = headers.get("sec-fetch-mode") == "navigate"
    opened &= headers.get("sec-fetch-dest", "document") == "document"
    opened &= "text/event-stream" not in headers.get("accept", "")
    if not (site in {"none", "same-origin"} or opened or shows):
        return 403, "another site may not ask this"
    return None


class Streams:
    """The number of streams that are open, at most `MAX_STREAMS`."""

    def __init__(self) -> None:
        self.open = 0


class BoundedStream(StreamingResponse):
    """A stream that counts among `streams`, and is refused where `MAX_STREAMS` are open."""

    streams: Streams

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to the request in `scope` (ASGI 3.0)."""
        if self.streams.open >= MAX_STREAMS:
            await PlainTextResponse("too many pages are open", 503)(scope, receive, send)
            return
        self.streams.open += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.streams.open -= 1
