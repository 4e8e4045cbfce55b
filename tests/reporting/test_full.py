from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.source import Source
from quizgen.reporting import RENDERERS


@pytest.mark.parametrize("before", ["abc", "서울", "e\u0301", "\u200b", "a\tb", "\u2028"])
def test_the_caret_stands_under_the_place(before: str) -> None:
    source = Source(Path("x.yaml"), f"{before}!\n")
    finding = Diagnostic("bad-word", Severity.ERROR, "no", source.at(len(before)))
    _, _, shown, caret = RENDERERS["full"]([finding]).splitlines()
    wide = sum(2 if letter in "서울" else 1 for letter in shown.partition("!")[0])
    marks = shown.count("\u0301")
    assert caret.index("^") == wide - marks
