"""The marks of quizgen's own exports: read where they fit, and elsewhere a text."""

from __future__ import annotations

import pytest

from quizgen.model.source import NOWHERE
from quizgen.readers.foreign import ForeignMatch, ForeignPart, ForeignQuestion
from quizgen.readers.foreign.marks import with_marks_read


def _question(explain: str) -> ForeignQuestion:
    task = ForeignMatch((("Cho", "Korea"), ("Akiba", "Japan")))
    return ForeignQuestion("Match.", task, NOWHERE, "line 1", explain=(explain,))


@pytest.mark.parametrize(
    ("explain", "rest", "parts"),
    [
        (
            'So.<br><span class="quizgen-part-2">Akiba: <span class="quizgen-why">host</span>'
            "</span>",
            ("So.",),
            (ForeignPart(), ForeignPart("host")),
        ),
        (  # moved to another pair
            '<div lang="en"><span class="quizgen-part-1">Akiba: <span class="quizgen-why">h</span>'
            "</span></div>",
            (),
            (ForeignPart(), ForeignPart("h")),
        ),
        (  # changed by hand
            '<span class="quizgen-part-1">Someone: <span class="quizgen-why">h</span></span>',
            ("Someone: h",),
            (),
        ),
        (  # a date says nothing about a pair
            '<span class="quizgen-part-1"><span class="quizgen-date">1945</span>: Cho</span>',
            ("1945: Cho",),
            (),
        ),
        ('<span class="quizgen-quote">“a', ('<span class="quizgen-quote">“a',), ()),
        ('<span class="quizgen-part-1"></span>', (), ()),
    ],
)
def test_marks_are_read_where_they_fit(
    explain: str, rest: tuple[str, ...], parts: tuple[ForeignPart, ...]
) -> None:
    question = with_marks_read(_question(explain))
    assert question.explain == rest
    assert question.parts == parts
