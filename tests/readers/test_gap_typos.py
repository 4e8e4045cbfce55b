"""What was meant for a gap and is none is told, and not shown to pupils in braces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import load_bank, write_project


def messages(root: Path, text: str) -> list[tuple[str, str]]:
    written = json.dumps(text, ensure_ascii=False)
    entry = f"- {{id: x, type: cloze, text: {written}, reference: r}}\n"
    write_project(root, entry)
    _, diagnostics = load_bank(root / "question_bank" / "talks")
    return [(d.name, d.message) for d in diagnostics]


@pytest.mark.parametrize(
    "typo",
    [
        "{{c1:Seoul}}",
        "{{C1::Seoul}}",
        "{{ c1::Seoul}}",
        "{{1::Seoul}}",
        "{c1::Seoul}",
        "{{c 1::Seoul}}",
        "{{c1,2::Seoul}}",
        "{{c1,c2::Seoul}}",
        "{{c1;;Seoul}}",
        "{{c1：：Seoul}}",
        "{{c1：Seoul}}",
        "｛｛c1：：Seoul｝｝",
        "｛｛c1::Seoul｝｝",
        "{{\u04411::Seoul}}",
        "{{cl::Seoul}}",
        "{{c::Seoul}}",
        "{{cloze::Seoul}}",
        "{{c1.::Seoul}}",
        "{{#c1::Seoul}}",
        "{{c1\u200b::Seoul}}",
        "{{c1|Seoul}}",
        "{{c1=Seoul}}",
        "[[c1::Seoul]]",
        "((c1::Seoul))",
        "{ {c1::Seoul}}",
        "{{c1::South {{c2::Korea}}}}",
        "{{c1::South {{C2::Korea}}}}",
    ],
)
@pytest.mark.parametrize("other", ["", " and {{c3::Tokyo}}"], ids=["alone", "beside a gap"])
def test_typos(typo: str, other: str, tmp_path: Path) -> None:
    assert {name for name, _ in messages(tmp_path, f"In {typo}{other}.")} == {"bad-gap"}


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::a}} to {{c1::b::1:2}}",
        "{{c1::a}} at {1:2} and {{x}} and {{1:2}}",
        "{{c1::a}} as {\\{c2:b}}",
        "{{c1::a}} in { c1 : x }",
        "{{c1::a}} in {{std::vector}}, ((a;b)), [[x]] and (c1: no)",
        "{{c1::a}} in {{word}}, {{c}} and ((c1))",
    ],
)
def test_braces_that_are_no_gaps_stay(text: str, tmp_path: Path) -> None:
    """Words between two braces are told as ones that may have been meant, which is no error."""
    assert {name for name, _ in messages(tmp_path, text)} <= {"raw-gap"}
