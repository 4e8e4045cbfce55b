"""What a deck file is told where a worksheet cannot be filled in on a screen as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_project

from quizgen import build

QUESTION = "- {id: q, type: true_false, question: Seoul is a city., answer: true, reference: r}\n"


@pytest.mark.parametrize(
    ("keys", "line", "fault"),  # lines count from 0
    [
        ("fillable: true\n  imposition: booklet", 5, "booklet-on-screen"),
        ("fillable: true\n  fields: []", 5, "nameless-form"),
        ("fillable: true\n  fields: [Class, Pupil]", 5, "nameless-form"),
        ("fillable: true\n  fields: [Class, 'Name:']", 0, None),
        ("fields: [Class, Pupil]", 0, None),
        ("fillable: true", 0, None),
        ("imposition: booklet", 0, None),
        ("fields: []", 0, None),
    ],
)
def test_keys_that_do_not_go_together_are_told(
    tmp_path: Path, keys: str, line: int, fault: str | None
) -> None:
    deck = (
        f"bank: talks\nworksheets:\n- name: w\n  title: W\n  {keys}\n  sections: [{{title: S}}]\n"
    )
    diagnostics = build(write_project(tmp_path, QUESTION, deck=deck), built=1).diagnostics
    reported = {(one.name, one.span.start.line, bool(one.help)) for one in diagnostics if one.span}
    assert reported == ({(fault, line, True)} if fault else set())
