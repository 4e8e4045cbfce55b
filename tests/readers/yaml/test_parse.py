from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support import told

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode, parse, parse_yaml


def read(text: str) -> tuple[Node | None, Report]:
    report = Report()
    return parse_yaml(Source(Path("x.yaml"), text), report), report


def plain(node: Node | None) -> Any:
    match node:
        case ScalarNode():
            return node.value
        case SequenceNode():
            return [plain(item) for item in node.items]
        case MappingNode():
            return {key.value: plain(value) for key, value in node.pairs()}
        case None:
            return None


def test_values_are_what_was_typed() -> None:
    root, report = read("a: no\nb: 2023-12-09\nc: 1718\nd: 012\ne: ~\nf: 1_000\n")
    assert plain(root) == {
        "a": "no",
        "b": "2023-12-09",
        "c": "1718",
        "d": "012",
        "e": "~",
        "f": "1_000",
    }
    assert report.diagnostics == []


def test_nodes_know_their_place() -> None:
    root, _ = read("a:\n- first\n-  한국: 서울\n")
    assert isinstance(root, MappingNode)
    items = root.get("a")
    assert isinstance(items, SequenceNode)
    inner = items.items[1]
    assert isinstance(inner, MappingNode)
    assert (inner.line, inner.column) == (3, 4)
    value = inner.get("한국")
    assert value is not None
    assert (value.line, value.column, value.end.column) == (3, 8, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", ["duplicate-key@2:1"]),
        ("a: b: c\n", ["yaml-syntax@1:5"]),
        ("a:\n\t- x\n", ["yaml-syntax@2:1"]),
        ("a: 'x\n", ["yaml-syntax@1:4"]),
        ("a: b\nc", ["yaml-syntax@2:1"]),  # not line 3, which is not there
        ("a: [1, 2\n", ["yaml-syntax@1:4"]),
        ("a: @x\n", ["yaml-syntax@1:4"]),
        ("a: *x\n", ["unknown-alias@1:4"]),
        ("a: &a [*a]\n", ["alias-in-itself@1:8"]),
        ("x: !foo y\n", ["yaml-tag@1:4"]),
        ("x: ! y\n", ["yaml-tag@1:4"]),
        ("x: ![a](b.png)\n", ["yaml-syntax@1:5"]),
        ("x: &y z\n", ["unused-anchor@1:4"]),
        ("x: *y z\n", ["unknown-alias@1:4"]),
        ("x: &a {b: c}\n<<: *a\n", ["merge-key@2:1"]),
        ("x: !!python/object:os.system y\n", ["yaml-tag@1:4"]),
        ("? [a]\n: b\nc: d\n", ["bad-key@1:3"]),
        ("a: 1\n---\nb: 2\n", ["second-document@2:1"]),
        ("a: \x07\n", ["control-character@1:4"]),
        ('a: "\\ud800"\n', ["yaml-syntax@1:7"]),
        ("[" * 50, ["too-deep@1:41"]),
        (f"a: {'x' * 100_001}\n", ["text-too-long@1:4"]),
        ("", []),
        ("# only a comment\n", []),
    ],
)
def test_faults_are_told_with_their_place(text: str, expected: list[str]) -> None:
    _, report = read(text)
    assert told(report.diagnostics) == expected
    assert all(d.help for d in report.diagnostics)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: see #1\n", True),
        ("- see #1\n", True),
        ("- a: see #1\n", True),
        ('- a: "see #1"\n', False),
        ("a: 'see #1'\n", False),
        ("a: b  # a remark\n", False),
        ("#remark\na: b#1\n", False),
    ],
)
def test_a_text_that_a_remark_cuts_off_is_told(text: str, cut: bool) -> None:
    _, report = read(text)
    assert ([d.name for d in report.diagnostics] == ["text-cut-off"]) == cut


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_lines_are_counted_as_an_editor_counts_them(sign: str) -> None:
    root, report = read(f"a: one{sign}two\nb: @\n")
    assert root is None
    assert told(report.diagnostics) == ["control-character@1:7", "yaml-syntax@2:4"]
    root, _ = read(f"a: one{sign}two\nb: c\n")
    assert plain(root) == {"a": "one two", "b": "c"}


ENTRY = "- id: a\n  front: Q\n  back: B\n  tags: t\n"


@pytest.mark.parametrize(
    ("text", "expected", "message", "help"),
    [
        (ENTRY.replace("id: a", "id:a"), "1:5", "no space behind this colon", "`- id: a`"),
        (ENTRY.replace("front: Q", "front:Q"), "2:8", "no space behind this colon", "`front: Q`"),
        (ENTRY.replace("tags: t", "tags:[t]"), "4:7", "no space behind", "`tags: [t]`"),
        (ENTRY + ENTRY.replace("- id", "-id"), "5:1", "no space behind this dash", "`- id: a`"),
        ("a:\n  -B\n  -C\nb: d\n  c: e\n", "5:3", "further right", "same column"),
        ("a:\n  - B\n  -C\n  - D\n", "3:3", "no space behind this dash", "`- C`"),
        ("q:\n" + ENTRY.replace("  front", "front"), "3:1", "further left", "spaces before it"),
        (ENTRY.replace("  back", "    back"), "3:5", "further right", "same column"),
        ("q:\n" + ENTRY + ENTRY.replace("- id", "id"), "6:1", "further left", "a dash and a space"),
        (ENTRY.replace("Q", '"Q') + ENTRY.replace("Q", '"R"'), "2:10", "closed in line 6", '\\"'),
        (ENTRY.replace("Q", "'Q").replace("B", "B's"), "2:10", "closed in line 3", "close it"),
        (ENTRY.replace("Q", '"Q" is what?'), "2:10", "behind the closing", "the other kind"),
        (ENTRY.replace("Q", "`x` is"), "2:10", "cannot begin with `", "double quotes"),
        (ENTRY.replace("Q", "%5"), "2:10", "cannot begin with %", "double quotes"),
    ],
)
def test_a_slip_is_told_where_it_was_made(
    text: str, expected: str, message: str, help: str
) -> None:
    _, report = read(text)
    assert told(report.diagnostics) == [f"yaml-syntax@{expected}"]
    assert message in report.diagnostics[0].message
    assert help in str(report.diagnostics[0].help)


def test_one_missing_dash_is_one_mistake() -> None:
    root, report = read(ENTRY + ENTRY.replace("- id", "  id").replace("tags", "more"))
    assert told(report.diagnostics) == ["duplicate-key@5:3"]
    assert "`- id: …`" in str(report.diagnostics[0].help)
    assert plain(root) == [{"id": "a", "front": "Q", "back": "B", "tags": "t"}]


def test_two_events_with_one_date_are_told_how_to_be_written() -> None:
    _, report = read("events:\n  2023-12: a\n  2023-12: b\n  2024: c\n")
    assert told(report.diagnostics) == ["duplicate-key@3:3"]
    assert "`- 2023-12: …`" in str(report.diagnostics[0].help)


@pytest.mark.parametrize("space", ["\xa0", "\u2003", "\u3000"])
def test_odd_spaces_that_indent_are_read_as_spaces(space: str) -> None:
    root, report = read(f"- id: a\n{space} front: Q\n {space}back: one\n")
    assert plain(root) == [{"id": "a", "front": "Q", "back": "one"}]
    assert told(report.diagnostics) == ["control-character@2:1", "control-character@3:2"]
    assert {d.severity.value for d in report.diagnostics} == {"warning"}


def test_odd_spaces_inside_a_text_stay() -> None:
    root, report = read("a: x\xa0y\nb: |\n  one\n  \u3000two\n")
    assert plain(root) == {"a": "x\xa0y", "b": "one\n\u3000two\n"}
    assert report.diagnostics == []


def test_a_quoted_merge_key_is_a_text() -> None:
    root, report = read("'<<': a\n")
    assert (plain(root), report.diagnostics) == ({"<<": "a"}, [])


def test_an_alias_bomb_is_refused_quickly() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]" for n in range(20)
    ]
    root, report = read("\n".join(lines))
    assert root is None
    assert [d.name for d in report.diagnostics] == ["alias-bomb"]


def test_a_few_aliases_are_fine() -> None:
    root, report = read("a: &x [1, 2]\nb: *x\n")
    assert plain(root) == {"a": ["1", "2"], "b": ["1", "2"]}
    assert report.diagnostics == []


def test_the_rest_of_a_mapping_is_read_after_a_bad_key() -> None:
    root, _ = read("? [a]\n: b\nc: d\n")
    assert plain(root) == {"c": "d"}


YAMLISH = st.lists(
    st.sampled_from(
        [
            "a: ",
            "- ",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "x",
            "#",
            "&a ",
            "*a",
            "!t ",
            "|",
            ">",
            "\t",
            ",",
            ": ",
            "?",
            "---\n",
            "...",
            "%",
            "@",
            "\ud800",
            "é",
        ]
    )
).map("".join)


@given(st.one_of(st.text(), YAMLISH))
def test_no_text_raises(text: str) -> None:
    root, report = read(text)
    assert root is None or isinstance(root, ScalarNode | SequenceNode | MappingNode)
    assert all(d.message and d.span.line >= 1 for d in report.diagnostics)


@pytest.mark.parametrize(
    "text", ["a: [1, {b: c}]\nd: |\n  e\n  f\n", "a: 1\na: 2\n", "a: *x\n", "a: b: c\n"]
)
def test_without_libyaml_the_tree_and_the_faults_are_the_same(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast, fast_report = read(text)
    monkeypatch.setattr(parse, "_Events", parse.PurePythonEvents)
    slow, slow_report = read(text)
    assert plain(slow) == plain(fast)
    assert told(slow_report.diagnostics) == told(fast_report.diagnostics)
    assert yaml.__with_libyaml__, "this test compares the two, so both must be there"
