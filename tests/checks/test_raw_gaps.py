"""Words in braces that are no gap are told, with what to write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import load_bank, write_bank

from quizgen.model.diagnostics import Diagnostic


def found_in(root: Path, text: str, more: str = "") -> list[Diagnostic]:
    written = json.dumps(text, ensure_ascii=False)
    entry = f"- id: x\n  type: cloze\n  text: {written}\n  reference: r\n{more}"
    return list(load_bank(write_bank(root, entry))[1])


@pytest.mark.parametrize(
    ("marked", "mend"),
    [
        ("{{four}}", "write {{c3::four}}"),
        ("{{ four }}", "write {{c3::four}}"),
        ("{{four::a number}}", "write {{c3::four::a number}}"),
        ("{{**four**}}", "write {{c3::four}}"),
        ("｛｛四｝｝", "write {{c3::四}}"),
        ("[[four]]", "write {{c3::four}}"),
    ],
)
def test_a_gap_without_its_number_is_told(tmp_path: Path, marked: str, mend: str) -> None:
    text = "The {{c1::United}} Nations have {{c2::six}} organs and " + marked + " more."
    (finding,) = found_in(tmp_path, text)
    assert (finding.name, finding.severity.value) == ("raw-gap", "warning")
    assert mend in (finding.help or "")


def test_the_number_offered_is_free(tmp_path: Path) -> None:
    (finding,) = found_in(tmp_path, "A {{b}} has {{c2::four}} legs")
    assert "write {{c1::b}}" in (finding.help or "")


def test_the_place_is_that_of_the_braces(tmp_path: Path) -> None:
    (finding,) = found_in(tmp_path, "A {{c1::b}} has {{four}} legs")
    line = finding.span.source.line(finding.span.line)
    assert line[finding.span.column - 1 : finding.span.end.column] == "{{four}}"


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::a}} beside `{{four}}`",
        "{{c1::a}} beside \\{\\{four}}",
        "{{c1::a}} beside {{}} and {four} and [four]",
        "{{ {{c1::a}} }}",
        "{{c1::{{a}} and b}}",
        "{{c1::a [[b]]}}",
    ],
)
def test_what_is_meant_stays(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, text) == []


def test_it_can_be_ignored(tmp_path: Path) -> None:
    more = "  lint: {ignore: [raw-gap]}\n"
    assert found_in(tmp_path, "{{c1::a}} beside {{four}}", more) == []


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("It has {{four}} legs", "write {{c1::four}} for {{four}}"),
        ("It has [[four]] legs", "write {{c1::four}} for [[four]]"),
        ("It has {four} legs", "write {{c1::four}} for {four}"),
        ("It has {=four} legs", "write {{c1::four}} for {=four}"),
        ("It has [four] legs", "write {{c1::four}} for [four]"),
        ("It has ____ legs", "mark what to leave out: {{c1::answer}}"),
        ("It has [ ] legs", "mark what to leave out: {{c1::answer}}"),
        ("See [the page](https://example.org)", "mark what to leave out: {{c1::answer}}"),
    ],
)
def test_a_cloze_without_any_gap_says_what_to_write(tmp_path: Path, text: str, mend: str) -> None:
    (finding,) = found_in(tmp_path, text)
    assert finding.name == "no-gap"
    assert mend in (finding.help or "")


@pytest.mark.parametrize(
    "entry",
    [
        "{id: x, type: short_answer, question: 'A has {{c1::four}}', answer: b, reference: r}",
        "{id: x, type: flashcard, front: 'A {{c1::four}}', back: b, reference: r}",
        "{id: x, type: true_false, question: 'A {{c12::4}} b.', answer: true, reference: r}",
        "{id: x, type: cloze, text: 'A {{c1::b}}', explain: 'See {{c1::b}}', reference: r}",
    ],
)
def test_a_gap_where_there_are_none_is_told(tmp_path: Path, entry: str) -> None:
    names = [d.name for d in load_bank(write_bank(tmp_path, f"- {entry}\n"))[1]]
    assert names == ["raw-gap"]


@pytest.mark.parametrize("front", ["'{{Front}}'", "'`{{c1::four}}`'", "'\\{{c1::four}}'"])
def test_braces_in_other_types_stay(tmp_path: Path, front: str) -> None:
    entry = f"- {{id: x, type: flashcard, front: {front}, back: b, reference: r}}\n"
    assert load_bank(write_bank(tmp_path, entry))[1] == []
