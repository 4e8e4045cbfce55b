"""Wrong calls, faults of files, bugs and Ctrl-C: what is said, and the exit code."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import write_project
from support.commands import outputs, run

from quizgen.commands.build import render as rendering
from quizgen.writers.anki import package


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "did you mean 'build'?"),
        (["check", "nowhere"], "nowhere is not a project"),
        (["check", "nowhere"], "there are: question_bank/talks, decks/talks.yaml"),
        (["build", "nowhere"], "no deck file 'nowhere'; there are: talks"),
        (["build", "talk"], "did you mean 'talks'?"),
        (["build", "question_bank"], "there are: talks"),
        (["diff", "nowhere"], "there are: talks"),
        (["list", "nowhere"], "no bank 'nowhere'; there are: talks"),
        (["list", "decks"], "no bank 'decks'"),
        (["list", "--topic", "peopel"], "did you mean 'people'?"),
        (["list", "--topic", "x"], "no item of the bank has the topic 'x'; there are: people"),
        (["list", "--tag", "x"], "there are: none"),
        (["list", "--id", "host-ctiy"], "did you mean 'host-city'?"),
    ],
)
def test_wrong_calls_exit_2(
    project: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("explain --all clang", "--all does not go with a NAME"),
        ("explain --all --json", "--all does not go with --json"),
        ("explain --page diagnostics clang", "--page does not go with a NAME"),
        ("explain --page diagnostics --all", "--all does not go with --page"),
        ("stats --html stats.html --json", "--html does not go with --json"),
        ("check --format sarif --json", "--json does not go with --format sarif"),
        ("check --format full --json", "--json does not go with --format full"),
        ("build --format github --json", "--json does not go with --format github"),
        ("check --diff --json", "--diff does not go with --format or --json"),
        ("check --diff --format concise", "--diff does not go with --format or --json"),
        ("schema topic --write", "--write does not go with a name"),
    ],
)
def test_no_option_is_dropped_unseen(
    project: Path, call: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(project.rglob("*"))
    assert run(*call.split()) == 2
    out, err = capsys.readouterr()
    assert (out, sorted(project.rglob("*"))) == ("", before)
    assert words in err


def test_a_form_may_be_named_twice(project: Path) -> None:
    assert run("check", "--format", "json", "--json") == 0


def test_outside_of_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("build") == 2
    assert "quizgen new" in capsys.readouterr().err


def test_an_unreadable_bank_exits_2(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "question_bank/talks/people.yaml").write_bytes(b"topic: caf\xe9\n")
    assert run("build") == 2
    assert "people.yaml:1:11: error[unreadable-file]" in capsys.readouterr().err


def test_a_folder_in_the_way_exits_2_and_says_so(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "dist/talks/talks.apkg").mkdir(parents=True)
    assert run("build") == 2
    assert "nothing was written" in capsys.readouterr().err
    assert outputs(project) == {}


def test_a_bad_build_time(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert run("build") == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_a_bug_is_owned_up_to_without_a_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(rendering, "Fingerprinter", fail)
    assert run("build") == 70
    err = capsys.readouterr().err
    assert "bug in quizgen" in err
    assert "Traceback" not in err


def test_output_may_be_cut_off(project: Path) -> None:
    command = f"{sys.executable} -m quizgen list | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_a_ctrl_c_in_a_finaliser_is_not_forgotten() -> None:
    """Python prints and drops what a finaliser raises; here the finaliser is the interrupt's."""
    code = """
import re
import signal, time
from quizgen.cli.main import cli, main

class Finalised:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
        time.sleep(1)

def wait(*arguments, **options):
    Finalised()
    for _ in range(400):  # what one thread does to another ends no sleep
        time.sleep(0.05)

cli.main = wait
main([])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=50)
    assert (done.returncode, done.stderr.strip()) == (130, "quizgen: stopped; nothing was written")


def test_ctrl_c_in_the_middle(project: Path) -> None:
    entries = "\n".join(
        f"- {{id: q{n}, type: flashcard, front: f{n}, back: b, reference: r}}"
        for n in range(20_000)
    )
    write_project(project, entries)
    code = "from quizgen.cli.main import main; print('ready', flush=True); main(['build'])"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err.strip() == "quizgen: stopped; nothing was written"
    assert not (project / "dist").exists() or outputs(project) == {}


def test_a_full_folder_for_temporary_files_is_a_word_and_not_a_bug(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = outputs(project)
    small = (*package._SETTINGS, "max_page_count = 3")  # SQLite's own words for a full disk
    with monkeypatch.context() as patch:
        patch.setattr(package, "_SETTINGS", small)
        assert run("build") == 2
        assert re.search("no package can be written in .*full", capsys.readouterr().err)
    assert outputs(project) == before
    assert run("build") == 0
