"""Clients that are slow, silent or many keep nobody else from the preview."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import CHOICE, write_project
from support.preview import running

from quizgen.preview.guard import MAX_CONNECTIONS, MAX_STREAMS
from quizgen.preview.patience import MAX_SILENCE

STREAM = b"GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
HALVES = (b"", b"G", b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"POST / HTTP/1.1\r\nHost: a")
MANY = CHOICE + "".join(
    f"\n- {{id: q{n}, type: flashcard, front: {'f' * 3000} {n}, back: b, reference: r}}"
    for n in range(300)
)
"""A state of more than a megabyte, which no buffer of a socket holds."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(
        tmp_path_factory.mktemp("slow"), MANY, deck="bank: talks\nanki: {deck: T}\n"
    )


@pytest.fixture(scope="module")
def port(root: Path) -> Iterator[int]:
    with running(root) as url:
        yield int(url.rstrip("/").rpartition(":")[2])


def opened(port: int, sent: bytes = b"") -> socket.socket:
    """A connection that has sent `sent`, and reads nothing."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=60)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.sendall(sent)
    return connection


def page_status(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with contextlib.closing(connection):
        connection.request("GET", "/")
        return connection.getresponse().status


def state(port: int) -> str:
    """The first message of a new stream."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with contextlib.closing(connection):
        connection.request("GET", "/", headers={"Accept": "text/event-stream"})
        message = connection.getresponse().readline().removeprefix(b"data: ")
    return json.dumps(json.loads(message))


def test_streams_that_nobody_reads_keep_nobody_from_the_newest_state(root: Path, port: int) -> None:
    topic = root / "question_bank/talks/people.yaml"
    with contextlib.ExitStack() as stack:
        for _ in range(MAX_STREAMS - 4):
            stack.enter_context(opened(port, STREAM))
        for number in range(3):
            text = topic.read_text("utf-8")
            topic.write_text(
                text.replace("reference: r}", f"reference: r, explain: e{number}}}", 1)
            )
            end = time.monotonic() + 60
            while f"e{number}" not in state(port) and time.monotonic() < end:
                time.sleep(0.2)
            assert f"e{number}" in state(port)
            assert page_status(port) == 200


def test_half_requests_keep_nobody_out(port: int) -> None:
    with contextlib.ExitStack() as stack:
        for number in range(MAX_CONNECTIONS - 20):
            stack.enter_context(opened(port, HALVES[number % len(HALVES)]))
        assert page_status(port) == 200


def test_a_client_that_reads_a_byte_at_a_time_keeps_nobody_waiting(port: int) -> None:
    with opened(port, STREAM) as slow:
        for _ in range(5):
            assert slow.recv(1)
            assert page_status(port) == 200


def test_what_is_no_request_is_told_to_nobody_else(port: int) -> None:
    """The fixture holds that the terminal of the preview stays empty."""
    for junk in (b"\0\xff\r\n\r\n", b"\x16\x03\x01", b"GET / HTTP/9.9\r\n\r\n", b"A" * 100_000):
        with contextlib.suppress(OSError), opened(port, junk) as connection:
            connection.recv(100)
        assert page_status(port) == 200


@pytest.mark.slow
def test_more_connections_than_there_may_be_are_refused_until_the_silent_ones_end(
    port: int,
) -> None:
    with contextlib.ExitStack() as stack:
        for number in range(MAX_CONNECTIONS + 10):
            with contextlib.suppress(OSError):
                stack.enter_context(opened(port, HALVES[number % len(HALVES)]))
        assert page_status(port) == 503
        end = time.monotonic() + 6 * MAX_SILENCE
        while page_status(port) == 503 and time.monotonic() < end:
            time.sleep(0.5)
        assert page_status(port) == 200, "although no client has closed its connection"
