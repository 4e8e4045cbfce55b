"""TeX that does more than set signs reaches no card, page or file, wherever it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import DECK, load_bank, write_bank, write_project

from quizgen import build, check

LINK = r"\href{javascript:x}{c}"

PLACES = {
    "stem": ("people.yaml", 5, 13, f"question: 'Wh $a{LINK}$?'"),
    "option": ("people.yaml", 5, 16, f"question: Q\n  answer: 'a $x{LINK}$'"),
    "explain": ("people.yaml", 5, 12, f"question: Q\n  explain: '$${LINK}$$'"),
}


def _entry(body: str) -> str:
    rest = "" if "answer:" in body else "\n  answer: a"
    return f"- id: x\n  type: multiple_choice\n  {body}{rest}\n  distractors: [b]\n  reference: r"


@pytest.mark.parametrize("place", PLACES)
def test_a_formula_that_links_is_an_error_with_its_place(tmp_path: Path, place: str) -> None:
    folder = write_bank(tmp_path, _entry(PLACES[place][3]), bank="math: true\n")
    (found,) = [d for d in load_bank(folder)[1] if d.name == "tex-not-allowed"]
    line = found.span.source.line(found.span.line)
    assert line[found.span.column - 1 :].startswith("\\href")
    assert found.span.source.path.name == "people.yaml"


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        ("gap", {"questions": rf"- {{id: x, type: cloze, text: 'a {{{{c1::b}}}} ${LINK}$'}}"}),
        ("in a gap", {"questions": rf"- {{id: x, type: cloze, text: 'a {{{{c1::${LINK}$}}}}'}}"}),
        ("passage", {"passage": f"# T\n\nOne ${LINK}$.\n"}),
        ("title of the passage", {"passage": f"# T ${LINK}$\n\nOne.\n"}),
        ("evidence", {"passage": f"# T\n\nOne ${LINK}$.\n"}),
        ("glossary", {"bank": f"glossary: {{One: 'a ${LINK}$'}}\n"}),
        ("reference", {"bank": f"reference: '${LINK}$'\n"}),
    ],
)
def test_so_is_one_anywhere_else(tmp_path: Path, kind: str, arguments: dict[str, str]) -> None:
    bank = "math: true\n" + arguments.pop("bank", "")
    flashcard = "- {id: x, type: flashcard, front: a, back: b}"
    questions = arguments.pop("questions", flashcard)
    folder = write_bank(tmp_path, questions, bank=bank, **arguments)  # type: ignore[arg-type]
    found = [d for d in load_bank(folder)[1] if d.name == "tex-not-allowed"]
    assert found, kind
    for one in found:
        line = one.span.source.line(one.span.line)
        assert line[one.span.column - 1 :].startswith("\\href"), kind


def test_nothing_is_built_and_a_bank_without_formulas_is_left_alone(tmp_path: Path) -> None:
    question = _entry(f"question: 'a ${LINK}$'")
    result = build(write_project(tmp_path / "a", question, deck=DECK, bank="math: true\n"), built=1)
    assert result.files == ()
    root = write_project(tmp_path / "b", question, deck=DECK)
    assert not [d for d in check(root) if d.name == "tex-not-allowed"]
