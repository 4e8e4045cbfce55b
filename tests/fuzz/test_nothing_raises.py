"""Whatever the files of a project hold, every command has an answer and none breaks.

The suite tries the same projects each time, for a few seconds. To try new ones for ten minutes a
test: ``QUIZGEN_FUZZ_SECONDS=600 python -m pytest -s tests/fuzz``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from support.fuzzing import Files, damaged_projects, fuzzed, odd_projects, written

import quizgen
from quizgen.commands.stats.count import count
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Mark, Span
from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project
from quizgen.reporting import COLOURED_RENDERERS, RENDERERS, TerminalStyle


@fuzzed(60, files=damaged_projects())
def test_no_file_breaks_a_command(files: Files) -> None:
    with written(files) as root:
        project = Project(root)
        found = quizgen.check(root)
        for folder in project.bank_folders():
            loaded = quizgen.load(folder)
            assert loaded.bank is not None or loaded.diagnostics
        count(project)
        take_snapshot(project)
        built = quizgen.build(root, built=1, check=True)
        for diagnostic in (*found, *built.diagnostics):
            assert_that_it_points_into_its_file(diagnostic)
    assert_that_every_form_tells(found)
    assert_that_every_form_tells(built.diagnostics)


@fuzzed(15, files=odd_projects())
def test_no_text_breaks_a_build(files: Files) -> None:
    with written(files) as root:
        built = quizgen.build(root, built=1, check=True)
        for diagnostic in built.diagnostics:
            assert_that_it_points_into_its_file(diagnostic)
    assert_that_every_form_tells(built.diagnostics)


def assert_that_every_form_tells(found: tuple[Diagnostic, ...]) -> None:
    for form in COLOURED_RENDERERS.values():
        form(found, TerminalStyle(on=True))
    told = {name: form(found) for name, form in RENDERERS.items()}
    assert told["concise"].count("\n") == told["github"].count("\n") == len(found)
    assert len(json.loads(told["json"])) == len(found)
    (run,) = json.loads(told["sarif"])["runs"]
    assert len(run["results"]) == len(found)


def assert_that_it_points_into_its_file(diagnostic: Diagnostic) -> None:
    assert diagnostic.message
    for span in spans(diagnostic):
        assert not span.source.text or span.source.text == as_read(span.source.path), diagnostic
        start, end = offset(span, span.start), offset(span, span.end)
        assert start <= end, diagnostic
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        assert edit.span.source is diagnostic.span.source


def spans(diagnostic: Diagnostic) -> Iterator[Span]:
    yield diagnostic.span
    yield from (related.span for related in diagnostic.related)
    yield from (edit.span for edit in (diagnostic.fix.edits if diagnostic.fix else ()))


def as_read(path: Path) -> str:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return re.sub(r"\r\n?", "\n", text)


def offset(span: Span, mark: Mark) -> int:
    """Where `mark` is in its file. What is missing may be told just behind the end of a line."""
    lines = span.source.text.split("\n")
    assert 0 <= mark.line < len(lines), span
    assert 0 <= mark.column <= len(lines[mark.line]) + 1, span
    return sum(len(line) + 1 for line in lines[: mark.line]) + mark.column
