from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.source import Source
from quizgen.reporting import RENDERERS

PATH = Path("x.yaml")


class Counted(str):
    """A text that counts how often it is taken apart."""

    splits = 0

    def split(self, *args: Any, **kwargs: Any) -> list[str]:
        Counted.splits += 1
        return super().split(*args, **kwargs)


@given(st.text(alphabet="a\n\u2028\x85"))
def test_lines_are_those_that_an_editor_shows(text: str) -> None:
    source = Source(PATH, text)
    lines = text.split("\n")
    assert [source.line(number + 1) for number in range(len(lines))] == lines
    assert (source.line(0), source.line(len(lines) + 1)) == ("", "")


@given(st.text(alphabet="a\n", min_size=1), st.data())
def test_a_position_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    source = Source(PATH, text)
    offset = data.draw(st.integers(0, len(text) - 1))
    line, column = source.position(offset)
    assert f"{source.line(line + 1)}\n"[column] == text[offset]
    assert (source.at(offset).line, source.at(offset).column) == (line + 1, column + 1)


def test_a_file_with_many_findings_is_not_taken_apart_for_each() -> None:
    source = Source(PATH, Counted("key: value\n" * 100))
    findings = [
        Diagnostic("bad-word", Severity.ERROR, "no", source.at(11 * number)) for number in range(99)
    ]
    Counted.splits = 0
    assert RENDERERS["full"](findings).count("| key: value") == 99
    assert Counted.splits <= 1
