"""A fault in a gap is marked where it stands, however the text is written in YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import load_bank, write_project

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source, Span
from quizgen.readers.shapes.places import places_in
from quizgen.readers.yaml import ScalarNode, parse_yaml

HEAD = "- id: x\n  type: cloze\n  reference: r\n"


def marked(root: Path, text: str) -> list[str]:
    """What each `bad-gap` of a cloze marks, whose key ``text`` is written as `text`."""
    write_project(root, f"{HEAD}  text: {text}\n")
    _, diagnostics = load_bank(root / "question_bank" / "talks")
    return [characters(d.span) for d in diagnostics if d.name == "bad-gap"]


def characters(span: Span) -> str:
    source = span.source
    start = source.offset(span.start.line) + span.start.column
    return source.text[start : source.offset(span.end.line) + span.end.column]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"{{c1::a}} and {{c1::}} and {{c1::b}}"', ["{{c1::}}"]),
        ("'It''s {{c1::a}}, it''s {{c0::b}}'", ["{{c0::b}}"]),
        ('"He said \\"yes\\" to {{C1::Seoul}} {{c2::x}}"', ["{{C1::"]),
        ("In {c1::Seoul} and {{c2::Tokyo}}", ["{c1::"]),
        ("|\n    In {{c1::Seoul}}\n    and {{c 2::Tokyo}} {{c3::x", ["{{c3::", "{{c 2::"]),
        (
            ">\n    In {{c1::Seoul}}\n    and {{c2::a {{c3::b}}\n    }}",
            ["{{c2::a {{c3::b}}\n    }}"],
        ),
        ('"In {{c1::Seoul}} \\\n    and {{c500::b}}"', ["{{c500::b}}"]),
        ("In {{c1::Seoul}}\n    and {{c0::b}} {{c1::c}} {{c0::b}}", ["{{c0::b}}", "{{c0::b}}"]),
        ('"`{{c1::code}} ![{{c1::a}}](a.png)"', ['"`{{c1::code}} ![{{c1::a}}](a.png)"']),
        ('"![{{c1::a}}](a.png)"', ["{{c1::a}}"]),
        ('"\\nn {{c0::b}}"', ['"\\nn {{c0::b}}"']),
        ('"caf\\u00e9 {{c0::b}}"', ['"caf\\u00e9 {{c0::b}}"']),
    ],
)
def test_the_gap_is_marked_and_not_the_text(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert marked(tmp_path, text) == expected


def test_two_alike_are_marked_each_in_its_place(tmp_path: Path) -> None:
    write_project(tmp_path, f'{HEAD}  text: "{{{{c0::b}}}} {{{{c1::c}}}} {{{{c0::b}}}}"\n')
    _, diagnostics = load_bank(tmp_path / "question_bank" / "talks")
    assert [d.span.column for d in diagnostics if d.name == "bad-gap"] == [10, 30]


@given(
    st.text("ab'\"\\ \n{}:é#|>-", max_size=30), st.sampled_from(['"', "'", "", "|\n  ", ">-\n  "])
)
def test_a_place_has_the_characters_of_its_part(typed: str, style: str) -> None:
    closing = style if style in ('"', "'") else ""
    source = Source(Path("t.yaml"), f"key: {style}{typed}{closing}\n")
    root = parse_yaml(source, Report())
    node = root.get("key") if root is not None and hasattr(root, "get") else None
    if not isinstance(node, ScalarNode):
        return
    parts = [(n, n + 1) for n in range(len(node.value))]
    for (start, end), place in zip(parts, places_in(node, parts), strict=True):
        character = node.value[start:end]
        if place is not node and not character.isspace():
            assert characters(place) == character
