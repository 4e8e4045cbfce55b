"""yaml-language-server, which stands behind YAML in most editors, knows quizgen's files.

It is asked as an editor asks it, by the Language Server Protocol 3.17 over its standard
input and output. It is installed once, in ``.venv-clients/``; that needs npm.
"""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from support.clients import npm_packages

from quizgen.cli import main
from quizgen.readers import item_keys
from quizgen.readers.question_types import QUESTION_TYPES

PACKAGE = Path(__file__).with_name("yaml-language-server.json")
PATIENCE = 60
"""Seconds to wait for an answer before the test fails."""

BEGUN = "topic: t\nquestions:\n- id: a\n"


class Editor:
    """Talks to a language server as an editor does."""

    def __init__(self, server: subprocess.Popen[bytes]) -> None:
        assert server.stdin
        assert server.stdout
        self._input = server.stdin
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self._number = 0
        threading.Thread(target=self._listen, args=(server.stdout,), daemon=True).start()

    def _listen(self, output: IO[bytes]) -> None:
        while line := output.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
                while output.readline().strip():
                    pass
                body = output.read(length)
                if len(body) == length:  # the server was not ended in the middle of a message
                    self._messages.put(json.loads(body))

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._input.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._input.flush()

    def _next(self) -> dict[str, Any]:
        """The next message that is for us; the server's own questions get no settings."""
        while True:
            message = self._messages.get(timeout=PATIENCE)
            if "method" not in message or "id" not in message:
                return message
            asked = message.get("params", {}).get("items", [])
            self._send({"id": message["id"], "result": [None] * len(asked)})

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while (message := self._next()).get("id") != self._number:
            pass
        assert "error" not in message, message
        return message["result"]

    def open(self, path: Path, text: str) -> None:
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def problems(self, path: Path) -> list[str]:
        """What the editor underlines in `path`."""
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics":
                assert message["params"]["uri"] == path.as_uri()
                return [found["message"] for found in message["params"]["diagnostics"]]

    def at_end(self, path: Path, text: str) -> dict[str, Any]:
        """Where a text ends, as the protocol says it."""
        *before, last = text.split("\n")
        place = {"line": len(before), "character": len(last)}
        return {"textDocument": {"uri": path.as_uri()}, "position": place}

    def complete(self, path: Path, text: str) -> set[str]:
        """What is offered at the end of `text`, once it is open as `path`."""
        self.open(path, text)
        found = self.ask("textDocument/completion", **self.at_end(path, text))
        return {offer["label"] for offer in found["items"]}


@pytest.fixture(scope="session")
def program() -> Path:
    """The server, which is installed if it is not there yet."""
    return npm_packages(PACKAGE) / "yaml-language-server/bin/yaml-language-server"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with pytest.raises(SystemExit):
        main(["new", str(tmp_path / "project")])
    return tmp_path / "project"


@pytest.fixture
def editor(program: Path, project: Path) -> Iterator[Editor]:
    command = ["node", str(program), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        editor = Editor(server)
        capabilities: dict[str, Any] = {
            "textDocument": {"publishDiagnostics": {}, "hover": {}, "completion": {}}
        }
        editor.ask(
            "initialize", processId=None, rootUri=project.as_uri(), capabilities=capabilities
        )
        editor.tell("initialized")
        yield editor
        server.kill()


@pytest.fixture
def topic(project: Path) -> tuple[Path, str]:
    """A topic file that `quizgen new` wrote: its path, and the line that names its schema."""
    path = project / "question_bank/my-bank/reading.yaml"
    return path, path.read_text("utf-8").splitlines(keepends=True)[0]


def test_the_editor_completes_a_type(editor: Editor, topic: tuple[Path, str]) -> None:
    path, modeline = topic
    offers = editor.complete(path, f"{modeline}{BEGUN}  type: ")
    assert offers == {question_type.name for question_type in QUESTION_TYPES}


def test_the_editor_completes_the_keys_of_the_type(editor: Editor, topic: tuple[Path, str]) -> None:
    path, modeline = topic
    offers = editor.complete(path, f"{modeline}{BEGUN}  type: flashcard\n  e")
    assert {"front", "back", "reversed", "explain", "evidence"} <= offers
    assert not {"distractors", "question", "id", "type"} & offers


def test_the_editor_explains_a_key(editor: Editor, topic: tuple[Path, str]) -> None:
    path, modeline = topic
    text = f"{modeline}{BEGUN}  type: flashcard\n  evid"
    editor.open(path, f"{text}ence: some words")
    shown = editor.ask("textDocument/hover", **editor.at_end(path, text))
    assert item_keys.EVIDENCE.doc in shown["contents"]["value"].replace("\\", "")


def test_the_editor_finds_nothing_wrong_with_a_new_project(editor: Editor, project: Path) -> None:
    for path in sorted(project.rglob("*.yaml")):
        editor.open(path, path.read_text("utf-8"))
        assert editor.problems(path) == []


def test_the_editor_underlines_a_misspelt_key(editor: Editor, topic: tuple[Path, str]) -> None:
    path, _ = topic
    editor.open(path, path.read_text("utf-8").replace("explain:", "explian:"))
    assert [problem for problem in editor.problems(path) if "explian" in problem]
