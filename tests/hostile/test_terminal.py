"""No text and no name of a file steers a terminal or the log of a build server."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from support import write_project
from support.commands import run

TITLE = "\x1b]0;owned\x07"
CLIPBOARD = "\x1b]52;c;cm0gLXJmIC8=\x07"
TURNED = "\u202egpj\u2066"
HOSTILE = f"a{TITLE}{CLIPBOARD}\x9b31m{TURNED}\rb ::error::x ##[add-mask]y"
"""ESC, OSC 0 and 52, BEL, the 8-bit CSI, marks of direction, CR and commands of GitHub's."""

ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
YAML = json.dumps(HOSTILE)
NAME = f"x{TITLE}{TURNED}\n::error::owned\n\x9b31m.yaml"

QUESTIONS = f"""
- id: a
  type: flashcard
  front: {YAML}
  back: {YAML}
  explain: {YAML}
  tags: [{YAML}]
  evidence: {YAML}
  {YAML}: b
- id: {YAML}
  type: {YAML}
- id: c
  type: multiple_choice
  question: {YAML}
  answer: {YAML}
  distractors: [{YAML}, "e\u0301  "]
  reference: "![](b\\e.png)"
"""
DECK = f"""
bank: talks
anki: {{deck: {YAML}}}
worksheets:
- {{name: {YAML}, title: {YAML}, sections: [{{title: {YAML}, topics: [people, {YAML}]}}]}}
"""
WITHOUT_ERRORS = f"- {{id: a, type: flashcard, front: {YAML}, back: {YAML}, reference: {YAML}}}"

COMMANDS = [
    *(("check", "--format", form) for form in ("full", "concise", "json", "sarif", "github")),
    ("check", "--json"),
    ("check", "--diff"),
    ("check", NAME),
    ("check", "--select", HOSTILE),
    *(("build", "--format", form) for form in ("full", "concise", "github")),
    ("build", "--json"),
    ("build", "--check"),
    ("build", HOSTILE),
    ("build", "--resend", HOSTILE),
    ("build", f"--{HOSTILE}"),
    ("list",),
    ("list", "--json"),
    ("list", "--topic", HOSTILE),
    ("list", HOSTILE),
    ("stats",),
    ("stats", "--json"),
    ("stats", HOSTILE),
    ("diff",),
    ("diff", "--json"),
    ("diff", "--against", NAME),
    ("explain", HOSTILE),
    ("export", HOSTILE),
    ("export", "gift", "--json"),
    ("export", "csv", "--topic", HOSTILE),
    ("export", "markdown", "--output", NAME),
    ("import", NAME),
    ("import", "p.apkg", "--bank", HOSTILE),
    ("new", f"new{TITLE}/x"),
    ("new", "question_bank"),
    ("preview", HOSTILE),
    ("push", HOSTILE),
    ("push", "--url", f"http://{TITLE}"),
    ("schema", HOSTILE),
    (HOSTILE,),
]


@pytest.fixture(params=["with errors", "without errors"])
def project(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    errors = request.param == "with errors"
    deck = {"deck": DECK} if errors else {}
    passage = f"# {HOSTILE}\n\n1. One {HOSTILE} two.\n"
    write_project(tmp_path, QUESTIONS if errors else WITHOUT_ERRORS, passage=passage, **deck)
    if errors:
        (tmp_path / "question_bank/talks" / NAME).write_text(f"topic: {YAML}\nquestions: 3\n")
        (tmp_path / "decks" / NAME).write_text(f"bank: {YAML}\n")
        (tmp_path / f"question_bank/{NAME}").mkdir()
        (tmp_path / f"question_bank/{NAME}/{NAME}").write_text("a: b")
        (tmp_path / "quizgen.toml").write_text(f"[lint]\nselect = [{YAML}]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    return tmp_path


@pytest.mark.parametrize("terminal", [False, True], ids=["pipe", "terminal"])
def test_nothing_that_is_printed_acts(
    project: Path,
    terminal: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for command in COMMANDS:
        if terminal:
            monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        assert run(*command) in {0, 1, 2}, command
        for printed in capsys.readouterr():
            if command[1:] == ("--diff",) and not terminal:
                printed = ACTS.sub("", printed)  # a patch is exact, and is piped into a program
            assert not ACTS.search(printed), (command, printed)
            assert_without_commands(printed, ours="github" in command)


def assert_without_commands(printed: str, *, ours: bool) -> None:
    """No line is a command of GitHub's, but those that ``--format github`` is asked for."""
    for line in printed.split("\n"):
        if line.lstrip().startswith("::"):
            assert ours
            assert re.match(r"::(error|warning) title=quizgen [a-z0-9-]+,file=", line), line
        else:
            assert "##[" not in line


def test_codes_in_json_mean_the_same_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "a\x7f\x9b\u202e##[x] 서울"
    write_project(tmp_path, f"- {{id: a, type: flashcard, front: {json.dumps(text)}, back: b}}")
    monkeypatch.chdir(tmp_path)
    run("list", "--json")
    printed = capsys.readouterr().out
    assert "서울" in printed
    assert not ACTS.search(printed)
    assert json.loads(printed)[0]["question"] == "a\u2421\ufffd\u202e##[x] 서울"


@pytest.mark.parametrize("name", ["x.csv", "x.tsv", "x.gift", f"x{TITLE}{TURNED}.csv"])
@pytest.mark.parametrize("headings", ["Question,Answer,Option,Topic,ID", HOSTILE])
def test_nothing_of_a_table_acts(
    tmp_path: Path,
    name: str,
    headings: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    one = HOSTILE.replace("\r", "")
    lines = [headings, f"{one},{one},{one},{one},{one}", f"{one},,,,", f",{one},x,,"]
    text = "\n".join(lines)
    if name.endswith(".gift"):
        safe = one.replace("#", "\\#").replace(":", "\\:")
        text = f"// [id:{one}]\n::{one}::{safe} {{={safe} ~b#{safe}}}\n\n{safe} {{~b}}\n\n{safe} }}"
    (tmp_path / name).write_text(text.replace(",", "\t") if name == "x.tsv" else text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for more in ((), ("--json",), ("--column", f"question={one}"), ("--column", f"{one}=A")):
        assert run("import", name, "--bank", "new", *more) in {0, 1, 2}
        for printed in capsys.readouterr():
            assert not ACTS.search(printed), (more, printed)
            assert_without_commands(printed, ours=False)
