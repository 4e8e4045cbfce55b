"""Findings in every form: what people see, and what programs that nobody here wrote accept."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from support import write_project

import quizgen
from quizgen.model.diagnostics import Diagnostic, Edit, Fix, Related, Severity
from quizgen.model.inert_text import without_controls
from quizgen.model.source import Position, Source, Span
from quizgen.reporting import COLOURED_RENDERERS, RENDERERS, TerminalStyle

SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8"))
"""The official one (OASIS, errata 01 of 2023)."""

FLAWED = """
- id: a
  type: flashcard
  front: "🇰🇷🇯🇵 Zoe\u0308"
  back: b
- id: a
  type: multiple_choice
  question: Q
  answer: x
  distractors: [y, y]
  answr: z
"""


def sarif(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> Any:
    log = json.loads(RENDERERS["sarif"](diagnostics))
    Draft4Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    return run


def finding(text: str = "abc", message: str = "m", **more: Any) -> Diagnostic:
    span = Span(Source(Path("a b.yaml"), text), Position(0, 1), Position(0, 2))
    return Diagnostic("no-source", Severity.WARNING, message, span, **more)


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Diagnostic, ...]:
    monkeypatch.chdir(write_project(tmp_path / "project", FLAWED))
    return quizgen.check()


def test_sarif_of_a_flawed_bank_is_valid_and_complete(found: tuple[Diagnostic, ...]) -> None:
    run = sarif(found)
    assert [r["ruleId"] for r in run["results"]] == [d.name for d in found]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    explained = {rule["id"]: rule["help"]["text"] for rule in rules}
    assert explained["unknown-key"] == (
        "There is no such key here. The message names the nearest one, or all of them."
    )
    assert all(explained.values())
    duplicate = next(r for r in run["results"] if r["ruleId"] == "duplicate-id")
    place = duplicate["relatedLocations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {
        "uri": "question_bank/talks/people.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert place["region"]["startLine"] == 3


def test_sarif_of_nothing_is_valid() -> None:
    assert sarif([])["results"] == []


def test_sarif_counts_columns_as_it_says(found: tuple[Diagnostic, ...]) -> None:
    run = sarif(found)
    assert run["columnKind"] == "utf16CodeUnits"
    result = next(r for r in run["results"] if r["ruleId"] == "decomposed-text")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = Path("question_bank/talks/people.yaml").read_text("utf-8").split("\n")[4]
    units = line.encode("utf-16-le")
    start, end = ((region[key] - 1) * 2 for key in ("startColumn", "endColumn"))
    assert units[start:end].decode("utf-16-le") == line.removeprefix("  front: ")
    (change,) = result["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"]["text"] == '"🇰🇷🇯🇵 Zo\u00eb"'


def test_sarif_hands_out_no_fix_that_does_more_than_it_says() -> None:
    span = finding().span
    good, also_good, bad = (Fix("t", (Edit(span, text),)) for text in ("b", "b", "x"))
    results = sarif([finding(fix=fix) for fix in (good, bad, also_good)])["results"]
    assert ["fixes" in result for result in results] == [True, False, True]


def test_sarif_names_files_by_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    span = finding().span
    (result,) = sarif([finding(related=(Related("r", span),), fix=Fix("t", (Edit(span, "b"),)))])[
        "results"
    ]
    addresses = re.findall(r"'uri': '(.*?)'", str(result))
    assert addresses == ["a%20b.yaml"] * 3
    monkeypatch.chdir("/")
    outside = Diagnostic("no-source", Severity.ERROR, "m", Source(Path("/e/../x"), "").whole())
    monkeypatch.chdir(tmp_path)
    (result,) = sarif([outside])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///x"}


def test_sarif_takes_a_name_that_is_not_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    named = Source(Path(os.fsdecode(b"x\xff.yaml")), "").whole()
    (result,) = sarif([Diagnostic("no-source", Severity.ERROR, "m", named)])["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "x%FF.yaml"


@pytest.mark.parametrize("how", ["checked out by GitHub", "a repository", "a worktree"])
def test_a_code_host_gets_paths_from_the_root_of_the_repository(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "question_bank" / "talks"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    match how:
        case "checked out by GitHub":
            monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
        case "a repository":
            (tmp_path / ".git").mkdir()
        case _:
            (tmp_path / ".git").write_text("gitdir: elsewhere")
    said = finding()
    assert "file=question_bank/talks/a b.yaml," in RENDERERS["github"]([said])
    (result,) = sarif([said])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "question_bank/talks/a%20b.yaml",
        "uriBaseId": "%SRCROOT%",
    }


@given(text=st.text(), message=st.text(min_size=1))
def test_sarif_is_valid_whatever_is_said(text: str, message: str) -> None:
    sarif([finding(text, message, help=message)])


COMMAND = re.compile(r"::(error|warning) ((?:\w+=[^,:]*,?)+)::(.*)")
"""How the runner of GitHub Actions takes a line apart (``ActionCommand.cs``)."""


def as_github_reads(line: str) -> tuple[str, dict[str, str], str]:
    match = COMMAND.fullmatch(line)
    assert match
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return match[1], {k: unescaped(v) for k, v in properties.items()}, unescaped(match[3])


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@given(message=st.text(min_size=1), name=st.text("a:,%b\r", min_size=1, max_size=9))
def test_github_reads_what_was_said(message: str, name: str) -> None:
    span = Span(Source(Path(name), "abc"), Position(0, 1), Position(0, 2))
    written = RENDERERS["github"]([Diagnostic("no-source", Severity.ERROR, message, span)])
    assert written.count("\n") == 1
    severity, properties, said = as_github_reads(written[:-1])
    assert (severity, said) == ("error", without_controls(message))
    assert properties["file"] == without_controls(name)
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("1", "2", "3")


def test_github_gets_no_columns_for_several_lines() -> None:
    span = Span(Source(Path("a"), "abc\nd"), Position(0, 1), Position(1, 0))
    written = RENDERERS["github"]([Diagnostic("n", Severity.WARNING, "m", span, "do it")])
    assert as_github_reads(written[:-1]) == (
        "warning",
        {"title": "quizgen n", "file": "a", "line": "1", "endLine": "2"},
        "m\nhelp: do it",
    )


@pytest.mark.parametrize("form", COLOURED_RENDERERS)
def test_colours_change_no_word(form: str, found: tuple[Diagnostic, ...]) -> None:
    coloured = COLOURED_RENDERERS[form](found, TerminalStyle(on=True))
    assert "\x1b[1;31merror[duplicate-id]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == RENDERERS[form](found)


@pytest.mark.parametrize("form", COLOURED_RENDERERS)
def test_a_file_of_any_name_stays_on_its_line(form: str) -> None:
    span = Source(Path("a\nb\x1b[2J\udcff.yaml"), "").whole()
    said = Diagnostic("n", Severity.ERROR, "m", span, related=(Related("r", span),))
    lines = RENDERERS[form]([said]).splitlines()
    assert lines[0].endswith("a\\u000ab\\u001b[2J\\udcff.yaml:1:1: error[n] m")
    assert len(lines) == (2 if form == "full" else 1)


@pytest.mark.parametrize("form", COLOURED_RENDERERS)
def test_a_hostile_text_cannot_speak_to_the_terminal(form: str) -> None:
    said = finding(
        message="\x1b[2J", help="\x9b2J", related=(Related("\x1b]0;x\x07", finding().span),)
    )
    assert not re.search(
        r"[\x1b\x9b\x07]", COLOURED_RENDERERS[form]([said], TerminalStyle(on=False))
    )


def test_one_help_stands_once_and_no_source_line_with_it() -> None:
    two = [finding("Ada Lovelace", message, help="do it") for message in "ab"]
    assert RENDERERS["with-help"](two) == (
        "a b.yaml:1:2: warning[no-source] a\n  help: do it\na b.yaml:1:2: warning[no-source] b\n"
    )
