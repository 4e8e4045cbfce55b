"""Serve the preview's page to this computer alone."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import mimetypes
import os
import re
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable, Mapping, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from quizgen.model.text.runs import SOUND_SUFFIXES
from quizgen.preview.guard import HOST, MAX_CONNECTIONS, BoundedStream, Guard, Streams
from quizgen.preview.live import LivePreview
from quizgen.preview.page import page
from quizgen.preview.patience import ImpatientProtocol
from quizgen.preview.sheets import page_image
from quizgen.preview.snapshot import ProjectSnapshot
from quizgen.project.images import KINDS
from quizgen.project.layout import Project

FOR_EVER = {"cache-control": "private, max-age=31536000, immutable"}
"""Headers for content whose address holds its digest."""


class PortTakenError(Exception):
    """Another program listens at the requested port."""


def serve(
    project: Project,
    names: Sequence[str],
    first: ProjectSnapshot,
    *,
    port: int | None = None,
    ready: Callable[[str], None],
    open_browser: bool = True,
) -> None:
    """Show the deck files `names` of `project` until Ctrl-C; `first` is their first snapshot.

    Without `port` a free port is used. `ready` is called with the page's address once the page
    can be opened.

    Raises:
        PortTakenError: Another program listens at `port`.
        OSError: The files cannot be watched.
    """
    with listening(port) as bound, contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(LivePreview(project, names, first), bound, ready, open_browser))


def listening(port: int | None) -> socket.socket:
    """Return a socket that listens on 127.0.0.1, at `port` or a free port.

    Raises:
        PortTakenError: Another program listens at `port`, or the port is not allowed.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let two programs share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((HOST, port or 0))
        bound.listen()
    except OSError as error:
        bound.close()
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise PortTakenError(f"port {port} is taken or not allowed") from error
        raise
    return bound


async def _serve(
    live: LivePreview, bound: socket.socket, ready: Callable[[str], None], open_browser: bool
) -> None:
    origin = f"http://{HOST}:{bound.getsockname()[1]}"
    config = uvicorn.Config(
        app(live),
        lifespan="off",
        log_config=None,
        log_level="error",  # not for what a client does wrong: the terminal is the author's
        http=ImpatientProtocol,
        ws="none",
        timeout_graceful_shutdown=1,
        limit_concurrency=MAX_CONNECTIONS,
    )
    server = _Server(config, live)
    watching = asyncio.create_task(live.run())
    watching.add_done_callback(lambda _: setattr(server, "should_exit", True))
    ready(f"{origin}/")
    if open_browser:
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, f"{origin}/")
    await server.serve(sockets=[bound])
    await watching


class _Server(uvicorn.Server):
    """A server that ends its streams when it stops; uvicorn would wait for them."""

    def __init__(self, config: uvicorn.Config, live: LivePreview) -> None:
        super().__init__(config)
        self.live = live

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self.live.stop()
        await super().shutdown(sockets)


def app(live: LivePreview) -> ASGIApp:
    """Return the application with its routes.

    The page and the stream of its changes have one address: a request that accepts events gets
    the stream.
    """
    streams = Streams()

    async def preview(request: Request) -> Response:
        if "text/event-stream" in request.headers.get("accept", ""):
            stream = BoundedStream(_events(live), 200, _SAFE, "text/event-stream")
            stream.streams = streams
            return stream
        origin = f"http://{request.url.hostname}:{request.scope['server'][1]}"
        headers = {**_SAFE, "content-security-policy": page().policy(origin)}
        return HTMLResponse(page().html, headers=headers)

    async def picture(request: Request) -> Response:
        name = request.path_params["name"]
        content = live.state.snapshot.media.get(name)
        # Nothing else is shown: an SVG file, for one, could run scripts at this address.
        known = name.lower().endswith((*KINDS, *SOUND_SUFFIXES))
        kind = mimetypes.guess_type(name)[0] if known else None
        return _content(content, kind or "application/octet-stream")

    async def sheet(request: Request) -> Response:
        pdf = live.sheet(request.path_params["digest"])
        return _content(pdf.content if pdf else None, "application/pdf", _PDF_POLICY)

    async def sheet_page(request: Request) -> Response:
        pdf = live.sheet(request.path_params["digest"])
        number = request.path_params["number"]
        is_number = re.fullmatch("[0-9]{1,6}", number) is not None
        image = (
            await asyncio.to_thread(page_image, pdf.content, int(number))
            if pdf and is_number
            else None
        )
        return _content(image, "image/png")

    app = Starlette(
        routes=[
            Route("/", preview),
            Route("/media/{name}", picture),
            Route("/sheets/{digest}.pdf", sheet),
            Route("/sheets/{digest}/{number}.png", sheet_page),
        ]
    )
    app.router.redirect_slashes = False
    return Guard(app)


_SAFE = {
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
}
"""For the page and its stream, beside what is in every answer."""

_PDF_POLICY = {
    "content-security-policy": "default-src 'none'; object-src 'self'; img-src 'self'; "
    "style-src 'unsafe-inline'; frame-ancestors 'none'"
}
"""What Chromium's own page around a PDF file needs."""


def _content(
    content: bytes | None, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    if content is None:
        return Response("not here any more", 404, media_type="text/plain")
    return Response(content, 200, {**FOR_EVER, **(headers or {})}, media_type)


async def _events(live: LivePreview) -> AsyncIterator[str]:
    async for message in live.messages():
        yield f"data: {message}\n\n"
