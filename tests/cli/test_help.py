"""What the commands say of themselves, and how soon."""

from __future__ import annotations

import subprocess
import sys

import pytest
from support.commands import run

from quizgen.cli.main import COMMANDS


@pytest.mark.parametrize("command", [[], *[[name] for name in COMMANDS]], ids=str)
def test_help_has_an_example(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*command, "--help") == 0
    assert "Example: quizgen" in capsys.readouterr().out


def test_the_one_line_helps_match_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    for name, help in COMMANDS.items():
        run(name, "--help")
        assert help in capsys.readouterr().out


def test_starting_up_imports_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from quizgen.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'yaml', 'reportlab', 'genanki', 'markdown_it', 'babel', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
