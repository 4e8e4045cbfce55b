"""YAML as a teacher would write it, read back to the same values."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, parse_yaml
from quizgen.readers.yaml.emit import Value, emit


def plain(node: Node) -> Any:
    match node:
        case ScalarNode(value=value):
            return value
        case MappingNode():
            return {key.value: plain(value) for key, value in node.pairs()}
        case _:
            return [plain(item) for item in node.items]


def read(text: str) -> Any:
    report = Report()
    node = parse_yaml(Source(Path("x.yaml"), text), report)
    # A remark about ` #` may be wrong inside quotes; nothing else may be said.
    assert {d.name for d in report.diagnostics} <= {"text-cut-off"}, (text, report.diagnostics)
    assert node is not None
    return plain(node)


def test_the_look_of_it() -> None:
    value: dict[str, Value] = {
        "topic": "people",
        "questions": [
            {
                "id": "host-city",
                "question": "In which city did they meet?",
                "distractors": ["Tokyo", "Washington", {"text": "Seoul", "rationale": "No: Oslo"}],
                "pairs": {"Who: what": "yes", "1718": "2023-12-09"},
                "explain": "One\\\ntwo\n\nthree",
                "tags": ["a::b", "c"],
            }
        ],
    }
    text = textwrap.dedent(
        """\
        topic: people
        questions:
        - id: host-city
          question: In which city did they meet?
          distractors:
          - Tokyo
          - Washington
          - text: Seoul
            rationale: "No: Oslo"
          pairs:
            "Who: what": yes
            1718: 2023-12-09
          explain: |-
            One\\
            two

            three
          tags: ["a::b", c]
        """
    )
    assert emit(value) == text
    assert read(text) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain, with (signs) & more - all: of it", None),
        ("it's", "it's"),
        ('say "x"', 'say "x"'),
        ('"x" said', "'\"x\" said'"),
        (r"a\*b: c", r"'a\*b: c'"),
        ("- dash", '"- dash"'),
        ("# hash", '"# hash"'),
        ("a #b", '"a #b"'),
        ("a#b", "a#b"),
        ("{{c1::x}}", '"{{c1::x}}"'),
        ("", '""'),
        (" x", '" x"'),
        ("no", "no"),
        ("\u2028", '"\\u2028"'),
        ("a\tb", '"a\\tb"'),
    ],
)
def test_quotes_only_where_they_are_needed(value: str, written: str | None) -> None:
    text = emit({"k": value})
    if written is not None:
        assert text == f"k: {written}\n"
    assert read(text) == {"k": value}


TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="ab: #-'\"\\[]{},\n\t!|>&*%@`?=~0\x85\u2028\ufeff\xa0\x00. <"),
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(
            st.one_of(TEXTS, st.dictionaries(TEXTS, inner, min_size=1, max_size=3)),
            min_size=1,
            max_size=4,
        ),
        st.dictionaries(TEXTS, inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3))
@example({"a" * 2000 + ":": "x"})
@example({"a": {"b\nc": {"d": "e\n\nf"}}})
def test_any_value_is_read_back(value: dict[str, Any]) -> None:
    assert read(emit(value)) == value
