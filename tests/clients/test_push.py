"""A server of AnkiConnect's API that nobody here wrote imports what is pushed to it.

It runs Anki's own backend, in an environment of its own: it needs a newer Python than quizgen.
The environment is made once, in ``.venv-clients/``, which git ignores.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from support.clients import ENVIRONMENTS, missing
from support.paths import ROOT

from quizgen import build
from quizgen.cli import main
from quizgen.commands.push.anki_connect import AnkiConnect, AnkiConnectError

REQUIREMENTS = Path(__file__).with_name("anki-connect-server.txt")
SUITABLE = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 12))"
BUILT = 1_800_000_000

AS_PUBLISHED = "from anki_connect_server.cli import main; main(['api'])"
LIKE_THE_ADD_ON = f"""
from anki.importing import AnkiPackageImporter
from anki_connect_server.anki_wrapper import AnkiWrapper

def import_package(self, path):
    AnkiPackageImporter(self.col, path).run()
    return True

AnkiWrapper.import_package = import_package
{AS_PUBLISHED}
"""
"""The server with the add-on's way to import. Its own, of version 0.5.0, always fails."""


class Server(NamedTuple):
    """A running server, and what it has in its collection."""

    anki: AnkiConnect

    def ask(self, action: str, **params: object) -> Any:
        return self.anki.call(action, 30, **params)

    def notes(self) -> dict[str, dict[str, Any]]:
        """The notes by the first field, which names bank and item."""
        found = self.ask("notesInfo", notes=self.ask("findNotes", query=""))
        return {note["fields"]["Id"]["value"]: note for note in found}


def suitable_python() -> str | None:
    """The oldest Python on this machine that the server runs on: it has the most wheels."""
    for minor in range(12, 16):
        installed = Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python")
        for candidate in (f"python3.{minor}", *map(str, sorted(installed)), sys.executable):
            with contextlib.suppress(OSError):
                if subprocess.run([candidate, "-c", SUITABLE], capture_output=True).returncode == 0:
                    return candidate
    return None


@pytest.fixture(scope="session")
def server_python() -> Path:
    """The interpreter of the server's environment, which is made if it is not there yet."""
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]
    environment = ENVIRONMENTS / f"anki-connect-server-{digest}"
    if not (environment / "bin" / "python").exists():
        python = suitable_python()
        if python is None:
            missing("anki-connect-server needs Python 3.12 or later, and there is none here")
        ENVIRONMENTS.mkdir(exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=ENVIRONMENTS))
        try:
            install(python, made)
            made.rename(environment)
        except OSError:  # made by somebody else meanwhile
            shutil.rmtree(made)
    return environment / "bin" / "python"


def install(python: str, folder: Path) -> None:
    pip = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--no-deps"]
    for command in ([python, "-m", "venv", str(folder)], [*pip, "-r", str(REQUIREMENTS)]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            shutil.rmtree(folder)
            missing(f"anki-connect-server cannot be installed: {done.stderr.strip()[-500:]}")


@pytest.fixture
def start(server_python: Path, tmp_path: Path) -> Iterator[Callable[[str], Server]]:
    """Starts a server with an empty collection."""
    with contextlib.ExitStack() as running:
        yield lambda script: running.enter_context(started(server_python, script, tmp_path))


@contextlib.contextmanager
def started(python: Path, script: str, folder: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        "HOME": str(folder),
        "ANKICONNECT_PORT": str(port),
        "ANKICONNECT_COLLECTION_PATH": str(folder / "collection.anki2"),
    }
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [python, "-c", script], cwd=folder, env=environment, stdout=output, stderr=output
        )
    try:
        anki = AnkiConnect(f"http://127.0.0.1:{port}")
        wait_for(anki, process, log)
        yield Server(anki)
    finally:
        process.terminate()
        process.wait(30)


def wait_for(anki: AnkiConnect, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        with contextlib.suppress(AnkiConnectError):
            return anki.greet()
        assert process.poll() is None, log.read_text()
        time.sleep(0.05)
    raise AssertionError(log.read_text())


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built copy of the sample project, as the current folder."""
    root = tmp_path / "project"
    for folder in ("question_bank", "decks"):
        shutil.copytree(ROOT / folder, root / folder)
    assert build(root, built=BUILT).files
    monkeypatch.chdir(root)
    return root


def push(server: Server, *arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(["push", "--url", server.anki.url, *arguments])
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def entry_of(topic: str, item: str) -> str:
    """The YAML of one item in a topic file."""
    start = topic.index(f"- id: {item}\n")
    end = topic.find("\n- id: ", start)
    return topic[start : end + 1 if end >= 0 else len(topic)]


def test_a_deck_arrives_and_then_a_correction_and_nothing_else(
    start: Callable[[str], Server], sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = start(LIKE_THE_ADD_ON)
    assert push(server, "seoul-talks") == 0, capsys.readouterr()
    first = server.notes()
    rows = (sample / "question_bank/seoul-talks/bank.ledger").read_text().splitlines()
    assert len(first) == sum(row.startswith("note\t") for row in rows)
    assert "World Affairs::Seoul Talks" in server.ask("deckNames")
    assert first["seoul-talks/host-country"]["modelName"] == "quizgen Choice"

    # The learner studies everything, and changes a note of their own accord.
    cards = server.ask("findCards", query="")
    answered = server.ask("answerCards", answers=[{"cardId": card, "ease": 4} for card in cards])
    assert all(answered)
    own = first["seoul-talks/two-aims"]
    changes = {"id": own["noteId"], "fields": {"Explanation": "my own words"}}
    server.ask("updateNoteFields", note=changes)
    before = server.notes()

    # The author corrects one question and removes another.
    path = sample / "question_bank/seoul-talks/participants.yaml"
    topic = path.read_text(encoding="utf-8")
    corrected = topic.replace("Which country hosted", "What country hosted")
    path.write_text(corrected.replace(entry_of(topic, "missing-voice"), ""), encoding="utf-8")
    assert build(sample, built=BUILT + 60).files
    assert push(server) == 0, capsys.readouterr()

    after = server.notes()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"seoul-talks/host-country", "seoul-talks/missing-voice"}
    assert after.keys() == before.keys()
    stem = after["seoul-talks/host-country"]["fields"]["Question"]["value"]
    assert stem.startswith("What country hosted")
    assert after["seoul-talks/missing-voice"]["fields"]["Retired"]["value"]
    assert after["seoul-talks/two-aims"]["fields"]["Explanation"]["value"] == "my own words"
    assert server.ask("findCards", query="") == cards
    assert server.ask("findCards", query="prop:reps=1") == cards

    # Nothing is new: a third time changes nothing.
    assert push(server) == 0
    assert server.notes() == after
    assert capsys.readouterr() == ("", "")


def test_a_new_learner_gets_no_retired_note(
    start: Callable[[str], Server], sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sample / "question_bank/seoul-talks/participants.yaml"
    topic = path.read_text(encoding="utf-8")
    path.write_text(topic.replace(entry_of(topic, "missing-voice"), ""), encoding="utf-8")
    assert build(sample, built=BUILT + 60).files
    server = start(LIKE_THE_ADD_ON)
    assert push(server, "--new-learner") == 0, capsys.readouterr()
    assert "seoul-talks/host-country" in server.notes()
    assert "seoul-talks/missing-voice" not in server.notes()


def test_an_error_of_the_servers_is_told(
    start: Callable[[str], Server], sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = start(LIKE_THE_ADD_ON)
    package = sample / "dist/seoul-talks/seoul-talks.apkg"
    package.write_bytes(b"no zip archive")
    assert push(server) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"Error: Anki did not import {package}: ")
    assert told.count("\n") == 1
    assert server.notes() == {}


def test_the_server_as_published_still_cannot_import(
    start: Callable[[str], Server], sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once this fails, the other tests can do without LIKE_THE_ADD_ON."""
    assert push(start(AS_PUBLISHED)) == 2
    assert "'str' object has no attribute 'SerializeToString'" in capsys.readouterr().err
