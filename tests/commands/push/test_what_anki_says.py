"""Whatever answers: Anki, its errors, or something else."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from threading import Thread

import pytest
from support.pushing import GRANTED, OTHER, Anki, pushed, rebuild, run

from quizgen.commands.push.anki_connect import MAX_REPLY_BYTES, AnkiConnect, AnkiConnectError
from quizgen.commands.push.push import PushError


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
        json.dumps({"result": GRANTED, "error": None}).encode().rjust(MAX_REPLY_BYTES + 1),
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
