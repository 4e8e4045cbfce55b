"""Every line of shell that a page shows runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.documentation import (
    PAGES,
    call,
    page,
)

NEEDS_ANKI = "needs a running Anki; tests/clients/test_push.py has one"
GRADES = "needs scans; tests/docs/test_grading_page.py makes some and runs it"
UNTIL_CTRL_C = "runs until Ctrl-C; tests/preview/ and tests/cli/test_build_watch.py run it"
NOT_RUN = {
    **dict.fromkeys(
        (
            "quizgen import world-capitals.apkg",
            "quizgen import world-capitals.apkg --bank capitals",
            "quizgen import world-capitals.apkg --into my-other-project --bank capitals",
        ),
        "needs a package; tests/commands/importing/test_import_command.py runs it",
    ),
    "make build": "installs from the network; .ci/run and a fresh clone run it",
    "make test": "runs this test",
    "make docs": "installs from the network; tests/docs/test_site.py builds the site",
    ".venv/bin/python -m http.server --directory site --bind 127.0.0.1": "Python's own server",
    "make pictures": "installs from the network; tests/docs/test_pictures.py draws sheets",
    'make pictures NAMES="card stats"': "the same",
    "python3 -m venv .venv": "makes the environment that this test runs in",
    ".venv/bin/pip install -c constraints.txt .": "installs from the network",
    ".venv/bin/pip install -c constraints.txt -e '.[test]'": "installs from the network",
    ".venv/bin/pip install -c constraints.txt '.[scripts]'": "installs from the network",
    ".venv/bin/ruff check .": "`make test` runs it beside this test",
    ".venv/bin/ruff format --check .": "`make test` runs it beside this test",
    ".venv/bin/mypy": "`make test` runs it beside this test",
    ".venv/bin/lint-imports": "`make test` runs it beside this test",
    ".venv/bin/python -m pytest -n auto --dist loadfile": "runs this test",
    "PYTHONPATH=tests .venv/bin/python -m tools.page_script": "test_practice_scripts.py runs it",
    "quizgen push": NEEDS_ANKI,
    "quizgen push my-deck": NEEDS_ANKI,
    "quizgen push my-deck --new-learner": NEEDS_ANKI,
    "quizgen push --new-learner": NEEDS_ANKI,
    "quizgen push --url http://example.org:8765": NEEDS_ANKI,
    "quizgen preview": UNTIL_CTRL_C,
    "quizgen preview my-deck": UNTIL_CTRL_C,
    "quizgen preview --port 8000 --no-open": UNTIL_CTRL_C,
    "quizgen build --watch": UNTIL_CTRL_C,
    ".venv/bin/pip install -c constraints.txt '.[preview]'": "installs from the network",
    ".venv/bin/pip install -c constraints.txt '.[grade]'": "installs from the network",
    "quizgen grade scans.pdf --out results --roster class.csv": GRADES,
    "quizgen sheets class.csv --out results": GRADES,
    "quizgen grade --out results --roster class.csv": GRADES,
    "quizgen grade --out results --withdraw host-city": GRADES,
    "quizgen grade --out results --roster class.csv --withdraw host-city": GRADES,
    "cd my-project": "changes the folder of a shell; every command here runs in the project",
    "cd bees": "changes the folder of a shell; every command here runs in the project",
}
"""The lines of shell blocks that no test runs, and why."""


def shell_lines() -> list[Any]:
    return [
        pytest.param(line, id=f"{name}: {line}")
        for name in PAGES
        for block in page(name).blocks
        if block.language == "sh"
        for line in block.content.splitlines()
    ]


@pytest.mark.parametrize("line", shell_lines())
def test_a_command_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if line in NOT_RUN:
        return
    monkeypatch.chdir(tmp_path)
    if not line.startswith("quizgen new"):
        call("quizgen new my-project")
        monkeypatch.chdir(tmp_path / "my-project")
    if "--check" in line:  # which is about what has been built
        call("quizgen build")
    result = call(line)
    assert (result.exception, result.return_value or 0) == (None, 0), result.output


def test_every_line_that_is_not_run_is_still_in_a_page() -> None:
    assert set(NOT_RUN) <= {parameters.values[0] for parameters in shell_lines()}
