"""Talking to a running Anki through AnkiConnect, an add-on that answers over HTTP.

Its API, version 6: one JSON object a request, with an action and its parameters, and one a
reply, with a result and an error.
"""

from __future__ import annotations

import ipaddress
import json
import urllib.parse
import urllib.request
from dataclasses import field
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Any
from urllib.error import HTTPError, URLError

from quizgen.model.dataclass import dataclass

DEFAULT_URL = "http://127.0.0.1:8765"
"""Where AnkiConnect listens unless its own configuration says otherwise."""

ADDON_CODE = "2055492159"
API_VERSION = 6
"""The version of AnkiConnect's interface that quizgen speaks; the add-on must have it."""

ASK_SECONDS = 10.0
"""How long Anki may take for a short answer. Judged: it asks for requests every 25 ms."""

IMPORT_SECONDS = 600.0
"""How long an import may take. Measured: 10,000 notes in 0.5 s; pictures and old disks add."""

MAX_REPLY_BYTES = 1 << 20
"""Bytes that are read. What `push` asks for is answered in less than a hundred."""

MAX_MESSAGE_LENGTH = 300
"""Characters of a foreign error message that are worth showing."""


class AnkiConnectError(Exception):
    """Anki cannot be reached, or does not do what it is asked. Says what to do about it."""


class ActionError(AnkiConnectError):
    """AnkiConnect understood the action and answered with an error."""


@dataclass(frozen=True, slots=True)
class AnkiConnect:
    """The AnkiConnect at `url`, an ``http`` or ``https`` address without user and password.

    `key` is the ``apiKey`` of its configuration, if it has one. Raises AnkiConnectError for
    any other address. Nothing is sent before `greet` or `call`, and then only to this
    address: no proxy is used and no redirect followed.
    """

    url: str = DEFAULT_URL
    key: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        try:
            parts = urllib.parse.urlsplit(self.url)
            usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:
            usable = False
        if not usable or not self.url.isascii() or any(c <= " " for c in self.url):
            raise AnkiConnectError(
                f"{_line(self.url)!r} is no address of AnkiConnect: give one like {DEFAULT_URL}"
            )
        if "@" in parts.netloc:
            raise AnkiConnectError("the address of AnkiConnect must hold no user and no password")

    @property
    def host(self) -> str:
        """The name or number of the machine."""
        return urllib.parse.urlsplit(self.url).hostname or ""

    @property
    def is_local(self) -> bool:
        """Whether the address is surely one of this machine."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def greet(self) -> None:
        """Make sure that AnkiConnect is there, lets us in and speaks our version of its API."""
        allowed = self.call("requestPermission", ASK_SECONDS)
        if not isinstance(allowed, dict):
            raise self._not_anki_connect()
        if allowed.get("permission") != "granted":
            raise self._denied()
        if not self.key and (allowed.get("requireApikey") or allowed.get("requireApiKey")):
            raise self._bad_key()
        version = allowed.get("version", API_VERSION)
        if not isinstance(version, int) or version < API_VERSION:
            raise AnkiConnectError(
                f"AnkiConnect at {self.url} speaks version {_line(version)} of its API, and "
                f"quizgen version {API_VERSION}: update the add-on in Anki (Tools > Add-ons)"
            )

    def call(self, action: str, seconds: float, **params: object) -> Any:
        """Return the result of `action`, if it comes within `seconds`.

        Raises ActionError with AnkiConnect's own words if it reports an error, and
        AnkiConnectError if there is no answer or none of AnkiConnect's.
        """
        message: dict[str, object] = {"action": action, "version": API_VERSION, "params": params}
        if self.key:
            message["key"] = self.key
        reply = self._reply(json.dumps(message).encode(), seconds)
        if not isinstance(reply, dict) or reply.keys() != {"result", "error"}:
            raise self._not_anki_connect()
        if reply["error"] is None:
            return reply["result"]
        error = _line(reply["error"])
        raise self._bad_key() if "api key" in error.lower() else ActionError(error)

    def _reply(self, body: bytes, seconds: float) -> Any:
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url, data=body, headers=headers)
        try:
            with _opened(request, seconds) as response:
                if 300 <= (response.status or 0) < 400:
                    raise self._redirect(response.headers.get("Location", "nowhere"))
                if response.status == 403:
                    raise self._denied()
                return _decoded(response)
        except OSError as error:
            reason = error.reason if isinstance(error, URLError) else error
            timed_out = isinstance(reason, TimeoutError)
            raise (self._timed_out(seconds) if timed_out else self._unreachable(reason)) from None
        except HTTPException:
            raise self._not_anki_connect() from None

    def _unreachable(self, reason: object) -> AnkiConnectError:
        strerror = reason.strerror if isinstance(reason, OSError) else None
        return AnkiConnectError(
            f"no Anki answers at {self.url} ({_line(strerror or reason)}): start Anki; if it is "
            f"running, install the add-on AnkiConnect (Tools > Add-ons, code {ADDON_CODE})"
        )

    def _timed_out(self, seconds: float) -> AnkiConnectError:
        return AnkiConnectError(
            f"Anki at {self.url} did not answer within {seconds:g} seconds: see whether it is "
            "busy or waits for you in a dialog, and push again; that never doubles a note"
        )

    def _not_anki_connect(self) -> AnkiConnectError:
        return AnkiConnectError(
            f"what answers at {self.url} is not AnkiConnect: look up webBindPort in the add-on's "
            "configuration, and give the address with --url or QUIZGEN_ANKI_URL"
        )

    def _redirect(self, target: str) -> AnkiConnectError:
        return AnkiConnectError(
            f"{self.url} points on to {_line(target)}, and quizgen follows no redirect: if you "
            "trust that address, give it with --url"
        )

    def _denied(self) -> AnkiConnectError:
        return AnkiConnectError(
            f"AnkiConnect at {self.url} denies quizgen permission: in Anki, see "
            "webCorsOriginList and ignoreOriginList in the add-on's configuration"
        )

    def _bad_key(self) -> AnkiConnectError:
        wrong = "does not take this API key" if self.key else "asks for an API key"
        return AnkiConnectError(
            f"AnkiConnect at {self.url} {wrong}: set QUIZGEN_ANKI_KEY to the apiKey in the "
            "add-on's configuration"
        )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        return None


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)


def _opened(request: urllib.request.Request, seconds: float) -> HTTPResponse | HTTPError:
    """Send `request` and return the response, whatever its HTTP status."""
    try:
        response: HTTPResponse = _OPENER.open(request, timeout=seconds)
    except HTTPError as answer:
        return answer
    return response


def _decoded(response: HTTPResponse | HTTPError) -> Any:
    """Return the JSON value in `response`; None where it holds anything else."""
    try:
        return json.loads(response.read(MAX_REPLY_BYTES))
    except (ValueError, RecursionError):
        return None


def _line(value: object) -> str:
    """Return `value` as a short line that is safe to show on a terminal."""
    text = " ".join(str(value).split())
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return text if len(text) <= MAX_MESSAGE_LENGTH else text[: MAX_MESSAGE_LENGTH - 1] + "…"
