"""An AnkiConnect that says what a test wants it to say."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from quizgen import build
from quizgen.cli import main
from quizgen.commands.push.anki_connect import AnkiConnect
from quizgen.commands.push.push import push
from support import CHOICE, write_project

GRANTED = {"permission": "granted", "requireApikey": False, "version": 6}
OTHER = "\n- {id: other, type: flashcard, front: a, back: b, reference: c}\n"
PAPER = "bank: talks\nworksheets:\n- {name: s, title: T, sections: [{title: A, count: 1}]}\n"


class Anki:
    """A server on this machine: what it answers to each action, and what it was asked.

    An answer is the result of an action, or an exception whose text is the error. `status`,
    `headers` and `body`, where set, replace every answer.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.answers: dict[str, Any] = {"requestPermission": GRANTED, "importPackage": True}
        self.asked: list[dict[str, Any]] = []
        self.headers: dict[str, str] = {}
        self.body: bytes | None = None
        self.status = 200
        self.delay = 0.0

    def reply(self, asked: dict[str, Any]) -> bytes:
        self.asked.append(asked)
        time.sleep(self.delay)
        answer = self.answers.get(asked["action"], Exception("unsupported action"))
        failed = isinstance(answer, Exception)
        result = {"result": None if failed else answer, "error": str(answer) if failed else None}
        return json.dumps(result).encode() if self.body is None else self.body

    @property
    def imported(self) -> list[str]:
        return [a["params"]["path"] for a in self.asked if a["action"] == "importPackage"]


@contextmanager
def serving() -> Iterator[Anki]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            content = served.reply(json.loads(self.rfile.read(length)))
            self.send_response(served.status)
            for name, value in served.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):  # a client that waits no longer
                self.wfile.write(content)

        def do_GET(self) -> None:
            served.asked.append({"action": "GET", "params": {}})
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        served = Anki(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def pushed(anki: Anki, *decks: str, root: str = ".", new_learner: bool = False) -> list[str]:
    """The names of the packages that were imported."""
    given = push(root, decks, anki=AnkiConnect(anki.url), new_learner=new_learner)
    return [path.name for path in given]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and the one line on standard error of `quizgen push`."""
    with pytest.raises(SystemExit) as stopped:
        main(["push", *arguments])
    out, err = capsys.readouterr()
    assert out == ""
    assert isinstance(stopped.value.code, int)
    assert err.count("\n") == (stopped.value.code != 0)
    return stopped.value.code, err.removeprefix("Error: ").rstrip("\n")


def rebuild(root: Path, questions: str = CHOICE) -> None:
    write_project(root, questions)
    assert build(root, built=1_700_000_100).files
