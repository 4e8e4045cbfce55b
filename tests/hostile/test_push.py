"""A stranger's project, or a program that is not Anki, gets nothing out of ``quizgen push``."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from support import write_project
from support.hostile import time_limit
from support.packages import legacy_database, zipped
from support.pushing import run, serving

from quizgen import build
from quizgen.commands.push.anki_connect import AnkiConnect, AnkiConnectError


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "project")
    build(root, built=1_700_000_000)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("name", ["talks.apkg", "talks-update.apkg"])
@pytest.mark.parametrize("kind", ["link out", "pipe", "folder", "broken link", "loop"])
def test_only_a_file_of_the_project_is_named_to_anki(
    project: Path, name: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or a stranger's ``dist/`` would have Anki import a backup of who pushes."""
    path, outside = project / "dist/talks" / name, project.parent / "backup.colpkg"
    outside.write_bytes(zipped({"collection.anki2": legacy_database()}))
    path.unlink(missing_ok=True)
    match kind:
        case "link out":
            path.symlink_to(outside)
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "broken link":
            path.symlink_to("nothing")
        case "loop":
            path.symlink_to(path.name)
    with serving() as anki, time_limit(60, "push"):
        code, err = run(capsys, "--url", anki.url)
        assert (code, anki.imported) == (2, [])
        assert str(path) in err
        assert "quizgen build" in err


@contextmanager
def dripping(head: bytes) -> Iterator[str]:
    """The address of a server that sends `head`, and then a letter now and then, without end."""
    is_over = Event()

    def serve() -> None:
        with suppress(OSError):
            connection, _ = server.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(head)
                while not is_over.wait(0.05):
                    connection.sendall(b"x")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            is_over.set()
            thread.join()


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"],
    ids=["in the first line", "in a header", "in the answer"],
)
def test_who_sends_a_letter_now_and_then_is_not_waited_for(head: bytes) -> None:
    is_late = pytest.raises(AnkiConnectError, match="did not answer within 1 seconds")
    with dripping(head) as url, time_limit(120, "push"), is_late:
        AnkiConnect(url).call("requestPermission", 1)


def test_resent_cards_are_those_of_the_bank_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from quizgen.cli import main

    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    for name in ("../../x", "*", "", "\x1b[31m::error::", "a" * 5000, "talks/host-city", "--force"):
        with pytest.raises(SystemExit) as stopped:
            main(["build", f"--resend={name}"])
        assert stopped.value.code == 2
        printed = "".join(capsys.readouterr())
        assert "\x1b" not in printed
        assert "has a question" in printed
    after = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert after == before
