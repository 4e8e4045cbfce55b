"""Which address is spoken to, and that nothing else is."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from support.pushing import Anki, pushed, run, serving

from quizgen.cli import main
from quizgen.commands.push.anki_connect import AnkiConnect, AnkiConnectError


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
