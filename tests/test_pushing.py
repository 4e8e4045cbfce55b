"""Pushing against an AnkiConnect that says what a test wants it to say."""

from __future__ import annotations

import ast
import inspect
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from support import CHOICE, write_project

from quizgen import anki_connect, build, pushing
from quizgen.anki_connect import LONGEST_REPLY, AnkiConnect, AnkiConnectError
from quizgen.cli import main
from quizgen.pushing import PushError, push

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


@pytest.fixture
def anki() -> Iterator[Anki]:
    with serving() as server:
        yield server


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in the current folder whose one deck is built."""
    root = write_project(tmp_path / "project")
    build(root, built=1_700_000_000)
    monkeypatch.chdir(root)
    monkeypatch.delenv("QUIZGEN_ANKI_URL", raising=False)
    monkeypatch.delenv("QUIZGEN_ANKI_KEY", raising=False)
    return root


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


# The page


def test_the_page_explains_messages_that_there_are() -> None:
    modules = map(inspect.getsource, (anki_connect, pushing))
    nodes = [node for module in modules for node in ast.walk(ast.parse(module))]
    texts = [node.value for node in nodes if isinstance(node, ast.Constant)]
    page = (Path(__file__).parents[1] / "docs/pushing.md").read_text(encoding="utf-8")
    rows = page.partition("|---|---|\n")[2].split("\n\n")[0].splitlines()
    said = [part for row in rows for part in re.split(r" ?… ?|, ", row.split("|")[1].strip())]
    assert len(rows) == 7
    for part in filter(None, said):
        assert any(part in str(text) for text in texts), part


# Which package


def test_anki_is_given_the_whole_path(project: Path, anki: Anki) -> None:
    assert pushed(anki) == ["talks.apkg"]
    assert [asked["action"] for asked in anki.asked] == ["requestPermission", "importPackage"]
    assert all(asked["version"] == 6 and "key" not in asked for asked in anki.asked)
    assert anki.imported == [str(project / "dist/talks/talks.apkg")]


def test_a_deck_with_retired_items_is_pushed_as_an_update(project: Path, anki: Anki) -> None:
    rebuild(project, OTHER)
    assert pushed(anki) == ["talks-update.apkg"]
    assert pushed(anki, new_learner=True) == ["talks.apkg"]


def test_an_update_from_before_the_item_came_back_is_not_pushed(project: Path, anki: Anki) -> None:
    rebuild(project, OTHER)
    rebuild(project, CHOICE + OTHER)
    assert pushed(anki) == ["talks.apkg"]


def test_all_decks_but_those_for_paper_are_pushed(project: Path, anki: Anki) -> None:
    (project / "decks/paper.yaml").write_text(PAPER)
    (project / "decks/a.yaml").write_text("bank: talks\nanki: {deck: A}\n")
    rebuild(project)
    assert pushed(anki) == ["a.apkg", "talks.apkg"]
    assert pushed(anki, "talks") == ["talks.apkg"]
    assert pushed(anki, "decks/a.yaml") == ["a.apkg"]


def test_a_build_that_was_interrupted_is_finished_first(project: Path, anki: Anki) -> None:
    package = project / "dist/talks/talks.apkg"
    copy = package.with_name(f".{package.name}.1.quizgen-tmp")
    package.rename(copy)
    moves = {f"../dist/talks/{copy.name}": "../dist/talks/talks.apkg"}
    (project / "decks/.quizgen-journal").write_text(json.dumps({"moves": moves, "removals": []}))
    assert pushed(anki) == ["talks.apkg"]


@pytest.mark.parametrize(
    ("decks", "said"),
    [
        (["nowhere"], r"no deck file 'nowhere'; there are: "),
        (["dist"], r"no deck file 'dist'; there are: "),
        (["paper"], r"paper.yaml has no deck for Anki \(`anki:`\), so there is none to push"),
        (["new"], r"there is no .*new.apkg yet: run `quizgen build new` first"),
        ([], r"there is no .*new.apkg yet: run `quizgen build new` first"),
        (["talks", "new"], r"there is no .*new.apkg yet"),
    ],
)
def test_what_is_not_built_is_said_before_anki_is_asked(
    project: Path, anki: Anki, decks: list[str], said: str
) -> None:
    (project / "decks/paper.yaml").write_text(PAPER)
    (project / "decks/new.yaml").write_text("bank: talks\nanki: {deck: New}\n")
    with pytest.raises(PushError, match=said):
        pushed(anki, *decks)
    assert anki.asked == []


def test_nothing_to_push_is_said(project: Path, anki: Anki, tmp_path: Path) -> None:
    (project / "decks/talks.yaml").write_text(PAPER)
    with pytest.raises(PushError, match=r"no deck file in .*decks has a deck for Anki"):
        pushed(anki)
    with pytest.raises(PushError, match="is not a quizgen project"):
        pushed(anki, root=str(tmp_path))


def test_a_new_learner_gets_the_package_without_tombstones(project: Path, anki: Anki) -> None:
    rebuild(project, OTHER)
    assert pushed(anki) == ["talks-update.apkg"]
    assert pushed(anki, new_learner=True) == ["talks.apkg"]


# What Anki says


def test_the_command_says_nothing_into_a_pipe(
    project: Path, anki: Anki, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(project, OTHER)
    assert run(capsys, "--url", anki.url) == (0, "")
    monkeypatch.setenv("QUIZGEN_ANKI_URL", anki.url)
    assert run(capsys, "talks", "--new-learner") == (0, "")
    assert [Path(path).name for path in anki.imported] == ["talks-update.apkg", "talks.apkg"]


def test_no_anki(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as unused:  # bound, but not listening: connections are refused
        unused.bind(("127.0.0.1", 0))
        code, said = run(capsys, "--url", f"http://127.0.0.1:{unused.getsockname()[1]}")
    assert code == 2
    assert said.startswith("no Anki answers at http://127.0.0.1:")
    assert "(Connection refused): start Anki" in said
    assert "install the add-on AnkiConnect (Tools > Add-ons, code 2055492159)" in said


@pytest.mark.parametrize(
    "body",
    [
        b"<html>It works!</html>",
        b"",
        b"null",
        b"[1]",
        b'{"detail": "Not Found"}',
        b'{"result": 6}',
        b'{"result": 6, "error": null, "more": 1}',
        b'{"result": 6, "error": null}',
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"result": GRANTED, "error": None}).encode().rjust(LONGEST_REPLY + 1),
    ],
    ids=lambda body: str(body[:24]),
)
@pytest.mark.parametrize("status", [200, 404, 500])
def test_something_else_answers(
    project: Path, anki: Anki, body: bytes, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    anki.body, anki.status = body, status
    code, said = run(capsys, "--url", anki.url)
    assert code == 2
    assert said.startswith(f"what answers at {anki.url} is not AnkiConnect: look up webBindPort")
    assert anki.imported == []


def test_something_that_does_not_speak_http_answers(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"220 mail.example.org ESMTP\r\n")

        thread = Thread(target=greet)
        thread.start()
        with pytest.raises(AnkiConnectError, match="is not AnkiConnect"):
            AnkiConnect(f"http://127.0.0.1:{server.getsockname()[1]}").greet()
        thread.join()


@pytest.mark.parametrize("status", [200, 500])
def test_ankis_own_error_is_shown_on_one_safe_line(
    project: Path, anki: Anki, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    anki.status = status
    anki.answers["importPackage"] = Exception("database\n is \x1b[31mlocked " + "x" * 999)
    code, said = run(capsys, "--url", anki.url)
    path = project / "dist/talks/talks.apkg"
    assert code == 2
    assert said.startswith(f"Anki did not import {path}: database is \N{REPLACEMENT CHARACTER}[31m")
    assert said.endswith("xx…")
    assert len(said) < 400 + len(str(path))


def test_anki_without_an_open_profile(
    project: Path, anki: Anki, capsys: pytest.CaptureFixture[str]
) -> None:
    anki.answers["importPackage"] = False
    code, said = run(capsys, "--url", anki.url)
    assert code == 2
    assert said.endswith("open your profile in Anki, and push again")


def test_an_error_stops_before_the_next_deck(project: Path, anki: Anki) -> None:
    (project / "decks/a.yaml").write_text("bank: talks\nanki: {deck: A}\n")
    rebuild(project)
    anki.answers["importPackage"] = Exception("no")
    with pytest.raises(PushError, match=r"a\.apkg: no$"):
        pushed(anki)
    assert len(anki.imported) == 1


def test_permission_denied(project: Path, anki: Anki, capsys: pytest.CaptureFixture[str]) -> None:
    anki.answers["requestPermission"] = {"permission": "denied"}
    denied = f"AnkiConnect at {anki.url} denies quizgen permission: in Anki, see webCorsOriginList"
    code, said = run(capsys, "--url", anki.url)
    assert code == 2
    assert said.startswith(denied)
    anki.status, anki.body = 403, b""
    code, said = run(capsys, "--url", anki.url)
    assert code == 2
    assert said.startswith(denied)
    assert anki.imported == []


@pytest.mark.parametrize("spelt", ["requireApikey", "requireApiKey"])
def test_an_api_key_is_asked_for(
    project: Path,
    anki: Anki,
    spelt: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    anki.answers["requestPermission"] = {"permission": "granted", spelt: True, "version": 6}
    code, said = run(capsys, "--url", anki.url)
    assert code == 2
    assert said == (
        f"AnkiConnect at {anki.url} asks for an API key: set QUIZGEN_ANKI_KEY to the apiKey in "
        "the add-on's configuration"
    )
    assert anki.imported == []
    monkeypatch.setenv("QUIZGEN_ANKI_KEY", "open sesame")
    assert run(capsys, "--url", anki.url) == (0, "")
    assert anki.asked[-1]["key"] == "open sesame"
    anki.answers["importPackage"] = Exception("valid api key must be provided")
    code, said = run(capsys, "--url", anki.url)
    assert code == 2
    assert "does not take this API key" in said
    assert "sesame" not in said


@pytest.mark.parametrize("version", [5, "6.0", None])
def test_an_old_ankiconnect(project: Path, anki: Anki, version: object) -> None:
    anki.answers["requestPermission"] = {"permission": "granted", "version": version}
    with pytest.raises(AnkiConnectError, match=r"update the add-on in Anki"):
        pushed(anki)
    assert anki.imported == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(
    project: Path, anki: Anki, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving() as elsewhere:
        anki.status, anki.headers = status, {"Location": elsewhere.url}
        code, said = run(capsys, "--url", anki.url)
        assert elsewhere.asked == []
    assert code == 2
    assert said.startswith(f"{anki.url} points on to {elsewhere.url}, and quizgen follows no")


def test_no_proxy_is_used(project: Path, anki: Anki) -> None:
    with serving() as proxy:
        environment = {"HTTP_PROXY": proxy.url, "http_proxy": proxy.url, "all_proxy": proxy.url}
        command = [sys.executable, "-m", "quizgen", "push", "--url", anki.url]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert proxy.asked == []


def test_an_anki_that_does_not_answer_in_time(
    project: Path, anki: Anki, monkeypatch: pytest.MonkeyPatch
) -> None:
    anki.delay = 0.4
    with pytest.raises(AnkiConnectError, match=r"did not answer within 0.1 seconds: see whether"):
        AnkiConnect(anki.url).call("requestPermission", 0.1)


def test_an_anki_that_quits_meanwhile(project: Path, anki: Anki) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def quit_at_once() -> None:
            connection, _ = server.accept()
            connection.recv(65536)
            connection.close()

        thread = Thread(target=quit_at_once)
        thread.start()
        with pytest.raises(AnkiConnectError, match=r"no Anki answers .*: start Anki"):
            AnkiConnect(f"http://127.0.0.1:{server.getsockname()[1]}").greet()
        thread.join()


# Which Anki


@pytest.mark.parametrize(
    "url",
    [
        "127.0.0.1:8765",
        "localhost:8765",
        "",
        "file:///etc/passwd",
        "ftp://127.0.0.1:8765",
        "http://",
        "http://127.0.0.1:0",
        "http://127.0.0.1:99999",
        "http://[::1:8765",
        "http://127.0.0.1:8765/\r\nHost: x",
        "http://127.0.0.1:8765/ x",
        "http://exämple:8765",
    ],
)
def test_an_address_that_is_none(
    project: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(capsys, f"--url={url}")
    assert code == 2
    assert said.endswith("is no address of AnkiConnect: give one like http://127.0.0.1:8765")


def test_a_password_in_the_address_is_not_repeated(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(capsys, "--url", "http://kim:sesame@127.0.0.1:8765")
    assert (code, said) == (2, "the address of AnkiConnect must hold no user and no password")


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("localhost", True),
        ("[::1]", True),
        ("192.168.0.7", False),
        ("0.0.0.0", False),
        ("example.org", False),
        ("localhost.example.org", False),
    ],
)
def test_which_machine_is_this_one(host: str, local: bool) -> None:
    assert AnkiConnect(f"http://{host}:8765").is_local is local


def test_of_another_machine_it_is_said_that_it_needs_the_file(
    project: Path, anki: Anki, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AnkiConnect, "is_local", False)
    anki.answers["importPackage"] = Exception("no such file")
    with pytest.raises(SystemExit) as stopped:
        main(["push", "--url", anki.url])
    assert stopped.value.code == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == "quizgen: 127.0.0.1 must have the packages at these paths"
    assert second.endswith(
        "no such file (quizgen sends no file: 127.0.0.1 must have it under the same path)"
    )


def test_nothing_of_the_package_is_sent(project: Path, anki: Anki) -> None:
    pushed(anki)
    assert len(json.dumps(anki.asked)) < 500 + len(str(project))
