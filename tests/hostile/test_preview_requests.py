"""Requests as no browser sends them, byte by byte: the preview gives nothing away."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import write_project
from support.pixels import PNG
from support.preview import running

PICTURE = "- {id: a, type: flashcard, front: '![a map](map.png)', back: b, reference: r}"
REAL = "Host: 127.0.0.1:{port}\r\n"
EVIL = "Host: evil.test\r\n"
ORIGIN = "Origin: http://evil.test\r\n"
SOCKET = "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eHh4eA==\r\n"
STREAM = "Accept: text/event-stream\r\nSec-Fetch-Site: cross-site\r\n"
NAVIGATED = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"
REFUSED: dict[str, str] = {
    "no host": "GET / HTTP/1.1\r\n",
    "no host in old HTTP": "GET / HTTP/1.0\r\n",
    "two hosts": f"GET / HTTP/1.1\r\n{REAL}{EVIL}",
    "a list of hosts": "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}, evil.test\r\n",
    "a host with no port": "GET / HTTP/1.1\r\nHost: localhost:x\r\n",
    "a port with a rule": "GET / HTTP/1.1\r\nHost: localhost:1; script-src *\r\n",
    "a port with a tag": "GET / HTTP/1.1\r\nHost: 127.0.0.1:<script>\r\n",
    "a port with a path": "GET / HTTP/1.1\r\nHost: 127.0.0.1:1/@evil.test\r\n",
    "a host with a user": "GET / HTTP/1.1\r\nHost: x@127.0.0.1:{port}\r\n",
    "a host with a dot": "GET / HTTP/1.1\r\nHost: localhost.:{port}\r\n",
    "all addresses": "GET / HTTP/1.1\r\nHost: 0.0.0.0:{port}\r\n",
    "a short address": "GET / HTTP/1.1\r\nHost: 127.1:{port}\r\n",
    "a number as address": "GET / HTTP/1.1\r\nHost: 2130706433:{port}\r\n",
    "a whole address in the line": f"GET http://127.0.0.1/ HTTP/1.1\r\n{EVIL}",
    "a forwarded host": f"GET / HTTP/1.1\r\n{EVIL}X-Forwarded-Host: 127.0.0.1:{{port}}\r\n",
    "two origins": f"GET / HTTP/1.1\r\n{REAL}Origin: http://127.0.0.1:{{port}}\r\n{ORIGIN}",
    "a list of origins": f"GET / HTTP/1.1\r\n{REAL}Origin: http://127.0.0.1:{{port}} http://e\r\n",
    "a socket of a site": f"GET / HTTP/1.1\r\n{REAL}{ORIGIN}Upgrade: websocket\r\n{SOCKET}",
    "a stream of a site": f"GET / HTTP/1.1\r\n{REAL}{ORIGIN}{STREAM}",
    "a stream as a link": f"GET / HTTP/1.1\r\n{REAL}{STREAM}Sec-Fetch-Mode: navigate\r\n",
    "the page in a frame": f"GET / HTTP/1.1\r\n{REAL}{NAVIGATED}Sec-Fetch-Dest: iframe\r\n",
    "the page as an object": f"GET / HTTP/1.1\r\n{REAL}{NAVIGATED}Sec-Fetch-Dest: object\r\n",
    "another method": f"PUT / HTTP/1.1\r\n{REAL}X-HTTP-Method-Override: GET\r\n",
    "a proxy's method": f"CONNECT evil.test:80 HTTP/1.1\r\n{REAL}",
    "many headers": f"GET / HTTP/1.1\r\n{REAL}" + "X: y\r\n" * 50_000,
}
PATHS = (
    *("/media/../../question_bank/talks/bank.yaml", "/media/%2e%2e%2fbank.yaml"),
    *("/media/%252e%252e%252fbank.yaml", "/media/..%5c..%5cbank.yaml", "/media/map.png%00.html"),
    *(
        "/media//etc/passwd",
        "/media/a%0d%0aSet-Cookie:x",
        "/media/%ff%fe",
        f"/media/{'a' * 50_000}",
    ),
    *("/media/x/", "/sheets/x.pdf/", "//evil.test/%2e%2e", "/sheets/../media/map.png", "/./"),
    *("/sheets/x/1e9.png", "/sheets/x/١.png", "/sheets/%2e%2e/1.png", "/;a=b", "/\\evil.test"),
)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    root: Path = tmp_path_factory.mktemp("raw")
    write_project(root, PICTURE, media={"map.png": PNG})  # type: ignore[arg-type]
    with running(root) as url:
        yield int(url.rstrip("/").rpartition(":")[2])


def answers(port: int, request: str) -> bytes:
    """What comes back for the head `request`, up to 64 KB, until the connection ends."""
    head = request.format(port=port) if "{port}" in request else request
    received = b""
    with (
        socket.create_connection(("127.0.0.1", port), timeout=30) as connection,
        contextlib.suppress(ConnectionError, TimeoutError),
    ):
        connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
        while len(received) < 65_536 and (part := connection.recv(4096)):
            received += part
    return received


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_page_of_its_own_asks_is_refused(port: int, name: str) -> None:
    answer = answers(port, REFUSED[name])
    assert status(answer) in {400, 403, 404, 405}
    assert b"flashcard" not in answer
    assert b"evil" not in answer
    assert len(answer) < 1000


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:40])
def test_no_path_leads_to_a_file_or_elsewhere(port: int, path: str) -> None:
    answer = answers(port, f"GET {path} HTTP/1.1\r\n{REAL}")
    assert status(answer) in {400, 404}
    assert b"location:" not in answer.lower(), "no answer sends a browser elsewhere"
    assert b"set-cookie" not in answer.lower()


def test_a_second_request_of_a_connection_is_looked_at_too(port: int) -> None:
    own = f"GET /none HTTP/1.1\r\n{REAL}\r\n"
    answer = answers(port, f"{own}GET / HTTP/1.1\r\n{EVIL}")
    assert answer.count(b"HTTP/1.1 404") == answer.count(b"HTTP/1.1 400") == 1


def test_a_request_hidden_in_another_is_none(port: int) -> None:
    lengths = "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"
    hidden = f"0\r\n\r\nGET /hidden HTTP/1.1\r\n{REAL}"
    answer = answers(port, f"GET /none HTTP/1.1\r\n{REAL}{lengths}\r\n{hidden}")
    assert answer.count(b"HTTP/1.1 ") in {1, 2}
    assert b"200 OK" not in answer


def test_a_socket_is_never_opened(port: int) -> None:
    for headers in (f"Upgrade: websocket\r\n{SOCKET}", "Upgrade: h2c\r\nHTTP2-Settings: x\r\n"):
        head = f"GET /none HTTP/1.1\r\n{REAL}{headers}"
        assert b" 101 " not in answers(port, head)[:40]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "localhost:{port}", "127.0.0.1:9"])
def test_the_preview_is_there_under_its_own_names(port: int, host: str) -> None:
    """Also at another port, as a tunnel from another computer has it."""
    answer = answers(port, f"GET / HTTP/1.1\r\nHost: {host}\r\n")
    assert status(answer) == 200
    assert b"content-security-policy: default-src 'none'" in answer
